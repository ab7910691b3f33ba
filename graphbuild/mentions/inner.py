"""Mentions in, the Districts that stand at the front of longer names out: 甲县 in 甲县人民政府."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.areas import full_names
from graphbuild.mentions.gazetteer import town_part
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import by_head, last_word
from graphbuild.mentions.leading import SESSION, leading
from graphbuild.mentions.roles import edges
from graphbuild.mentions.settled import KINDS, own, settled
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

HOST = re.compile(r"(?![全各本我第])[一-鿿]{1,6}?[省市区县旗盟州](?=、)|(?<=、)(?![全各本我第])[一-鿿]{1,6}?[省市区县旗盟州]")
SIGNED, FIRMS = ("签约仪式", "签约活动"), re.compile("(?:公司|集团|银行)$")
ENDS, WITH = r"与和、同，。；：\n\s“在的", "[与和、同]|战略|合作|框架|项目|投资|签约|招商|全面"
PARTY = re.compile(rf"(?<![^{ENDS}])(?P<party>[^{ENDS}]{{2,24}}?(?:公司|集团(?!公司)|银行|大学|研究院|政府))(?={WITH})")
SECTION, FAR_LINES = "段", ("高速", "铁路", "高铁", "城际", "客专")  # 甲铁路乙段 in a text of 乙 tells of no more of it
BASIN = "域"  # 甲河流|域
TO = "至"  # 甲线乙场至丙场段 is no section of 甲线乙场
SITES = frozenset(("Road", "Park", "WaterBody", "Facility", "Zone", "Project"))
NUMBERED = re.compile(  # 国道318线 in 国道318线甲至乙段
    r"[国省县乡]道[GSXY]?\d{2,4}(?:线|(?=[一-鿿]{2,8}段$))|[GSXY]\d{2,4}(?:线|(?=[一-鿿]{1,8}(?:至[一-鿿]{1,8})?段$))"
)
BUILT, PLOTS = frozenset(("Facility", "Park", "Project")), frozenset(("地块", "地域", "片区"))
QUARTERED = re.compile(
    r"(?P<own>[一-鿿]{2,5}?)(?P<level>村|社区|街道|(?<!乡)镇|乡(?![村镇])|地块|地域|片区)"
    r"(?![民委部庄级域企区内居干校际办党政]|安置|城中|(?<=新村)(?:老旧|小区))(?=[一-鿿A-Za-z\d]{3})"
)
OF_FIRM = re.compile("集团|公司|银行")
BESIDE_RIVER = re.compile(r"[一-鿿]{1,3}[河江渠](?=[一-鿿]{2,3}村)")  # 甲河乙丙村滚水坝: the village beside it
SERVES = re.compile("(?:派出所|卫生院|小学|中学|幼儿园|敬老院|供电所|司法所|学校)$")  # a body that is a town's
RIVER = re.compile(r"[一-鿿]{1,4}?[江河溪渠](?![镇乡村县市区路街道桥])(?=[一-鿿]{1,8}段$)")
LYING = BUILT | {"WaterBody"}
BRANCHED = BUILT | {"Organization"}
BRANCH = re.compile(
    r"(?P<owner>\w{1,14}?(?:医院|学校|[大中小]学|学院|幼儿园|[一二三四五六七八九十\d]中(?!学))(?:(?:教育|医疗)?集团)?)"
    r"(?!集团|教育)(?:\w{0,4}分[校院园]|\w{1,6}(?:校区|院区)(?:[一二三四]期)?)"
)
BODIES = frozenset(("Organization", "Company"))
FIRM_BRANCH = re.compile(
    r"(?P<firm>\w{2,16}(?<!教育)(?<!医疗)(?<!医院)集团)"
    r"(?!有限|股份|公司|集团)\w{1,10}(?:指挥部|分[公院支]?[司院行部]|项目部|事业部|研究院|办事处)"
)
QUARTER = "片区"  # whatever of it is named, it is a zone
TOWNS = ("新城", "新区")
FIRM = re.compile(r"\w{2,12}?(?:(?<!教育)(?<!医疗)(?<!医院)集团|公司)(?!公司|集团)(?:[一-鿿]{2,4}分公司)?(?=\w{3})")
ZONES = "(?:高新|经开|经济|高新技术|经济技术)(?:产业)?(?:开发)?区|(?:开发|园|度假|示范|保税|集聚|合作)区|新区|产业园"
ZONED = re.compile(rf"\w{{2,14}}?(?:{ZONES})(?=(?:党工委|管委会|管理委员会|党委|工委|纪工委)$)")
STRETCH = r"(?!公园|\d{2})[\w—～~-]{2,16}段|[东南西北中]段|[东南西北]{1,2}(?:侧|岸|地块)\w*"
PART = re.compile(rf"{STRETCH}|停车场|(?<=大学)\w{{2,6}}学院|(?<=号线)\w{{2,8}}站")  # of the site named before it


def inner(mentions: Sequence[Mention], text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Of a body the area that stands before it, of an event those who hold it."""
    told = {m.name for m in mentions if m.kind == "District"}
    for mention in mentions:
        if "Event" in mention.kinds:
            yield from hosts(mention, text, knowledge)
        zone = ZONED.match(mention.name) if mention.kind == "Organization" and mention.literal else None
        if zone:
            yield Mention(mention.start, mention.start + zone.end(), ("Zone",), zone.group(), "zone of its committee")
        public = "Organization" in mention.kinds and not OF_FIRM.search(mention.name)
        area = leading(mention, text, words, told, knowledge) if public else None
        if area and not (zone and area.name == zone.group()):
            yield area


def hosts(event: Mention, text: str, knowledge: Knowledge) -> Iterator[Mention]:
    """甲市、乙县合作签约仪式: each of those who hold it."""
    if event.name.endswith(SIGNED):
        for party in PARTY.finditer(text, event.start, event.end):
            kind = "Company" if FIRMS.search(party["party"]) else "Organization"
            yield Mention(*party.span("party"), (kind,), party["party"], "party to a ceremony")
    if event.literal and (area := listed_area(event.name, knowledge)):
        yield Mention(event.start, event.start + len(area), ("District",), area, "host of an event")
    for found in HOST.finditer(text, event.start, event.end):
        if KINDS.search(found.group()) or SESSION.search(found.group()):
            continue
        yield Mention(found.start(), found.end(), ("District",), found.group(), "host of an event")


def quarters(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """The village, street or plot that a building or works is named after: 甲村 in 甲村电子商务服务点, 乙地块 in 乙地块酒店."""
    for mention in mentions:
        serves = "Organization" in mention.kinds and SERVES.search(mention.name)
        built = LYING & set(mention.kinds) or serves
        area = listed_area(mention.name, knowledge)
        area = area or (beside.group() if (beside := BESIDE_RIVER.match(mention.name)) else "")
        found = QUARTERED.match(mention.name, len(area)) if built and mention.literal and TO not in mention.name else None
        if not found:
            continue
        start, end, plot = mention.start + len(area), mention.start + found.end(), found["level"] in PLOTS
        if own(start, start + found.end("own"), words, knowledge) if plot else settled(text, start, end, words, knowledge):
            yield Mention(start, end, ("Zone" if plot else "District",), found.group(), "quarter before a site")


def owners(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The school, hospital or firm whose branch it is: 乙中 in 乙中江滨分校, 丙集团 in 丙集团第一分公司."""
    for mention in mentions:
        found = BRANCH.fullmatch(mention.name) if mention.literal else None
        if found and BRANCHED & set(mention.kinds):
            end = mention.start + found.end("owner")
            yield Mention(mention.start, end, ("Organization", "Facility"), found["owner"], "body before its branch")
        firm = FIRM_BRANCH.fullmatch(mention.name) if mention.literal and BODIES & set(mention.kinds) else None
        if firm:
            yield Mention(mention.start, mention.start + firm.end("firm"), ("Company",), firm["firm"], "firm before its branch")


def inside_sites(mentions: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """A site before its section, side or car park, and a listed area at the front: 甲公路 in 甲公路乙段, 丙市 in 丙市污水处理厂."""
    for mention in mentions:
        name = mention.name
        if SITES & set(mention.kinds) and mention.literal:
            area = listed_area(name, knowledge)
            if area and "District" not in mention.kinds:
                yield Mention(mention.start, mention.start + len(area), ("District",), area, "area before a site")
            firm = FIRM.match(name) if "集团" in name or "公司" in name else None
            if firm and name[:2] not in edges(knowledge):
                found = Mention(mention.start, mention.start + firm.end(), ("Company",), firm.group(), "firm before a site")
                yield from (found, *owners([found]))
            if mention.kind == "WaterBody" and (river := RIVER.match(name)):
                yield Mention(mention.start, mention.start + river.end(), ("WaterBody",), river.group(), "river before its reach")
            if zone := zone_before(name, knowledge):
                yield Mention(mention.start, mention.start + len(zone), ("Zone",), zone, "zone before a site")
            numbered = NUMBERED.match(name)
            for size in range(3, len(name) - 1):
                head = last_word(name[:size], knowledge)
                kind, _ = lexicon(knowledge).get(head, ("", ""))
                by_number = numbered is not None and numbered.end() == size
                kind = "Road" if by_number else kind
                whole = name[size] != BASIN
                fit = whole and (by_number or len(head) > 1) and size > len(head) + 1 and SITES & set(kind.split("+"))
                told = by_number or name[-1] != SECTION or not head.startswith(FAR_LINES)
                if fit and told and PART.fullmatch(name, size) and name[0] not in "“（" and TO not in name[:size]:
                    classes = tuple(kind.split("+"))
                    yield Mention(mention.start, mention.start + size, classes, name[:size], "site before its part")
                    break


def own_areas(text: str, nested: Sequence[Mention], named: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """Without 城东区 in 城东区实验小学: that is a part of any town, unless the text names it alone too."""
    told = {mention.name for mention in named if mention.kind == "District"}
    for mention in nested:
        if mention.kind != "District" or mention.name in told or not town_part(mention.name, text, knowledge):
            yield mention


def listed_area(name: str, knowledge: Knowledge) -> str:
    """The longest known area that it begins with."""
    return next((name[:n] for n in range(min(8, len(name) - 2), 2, -1) if name[:n] in full_names(knowledge)), "")


def zone_before(name: str, knowledge: Knowledge) -> str:
    """甲开发区 in 甲开发区乙工业园: each side ends in a last word of its own, the rest is no part or phase."""
    if by_head(name, knowledge)[1] != "sure":
        return ""
    for size in range(4, len(name) - 1):
        head = last_word(name[:size], knowledge)
        whole = len(last_word(name[: size + 1], knowledge)) <= len(head)  # not 工业园 in 工业园区
        quarter = head == QUARTER and edges(knowledge).get(name[: size - len(head)]) != "generic"
        whole = whole and not (head in TOWNS and (name[size : size + 1] in "区内域" or name[:size] in full_names(knowledge)))
        long = size > len(head) + 1 and (quarter or (len(head) > 2 or head in TOWNS) and size < len(name) - 3)
        if whole and long and lexicon(knowledge)[head] == ("Zone", "sure"):
            rest = name[size:]
            longer = any(rest.startswith(more) for more in "内的及和与核首启东西南北中")
            if longer:
                continue
            named = quarter and "Zone" not in lexicon(knowledge).get(rest, ("", ""))[0]  # 甲片区板块 is the quarter itself
            own = named or len(rest) > len(last_word(rest, knowledge)) + 1
            return name[:size] if own and not PART.fullmatch(rest) else ""
    return ""
