"""A Reading in, claims that one name tells of another out: 甲园二期 is part of 甲园, 乙镇敬老院 is in 乙镇."""

import re
from collections.abc import Iterator, Mapping

from graphbuild.claims.fronts import SITES, by_name, front
from graphbuild.claims.governed import governed
from graphbuild.claims.own_towns import own_towns, sentence
from graphbuild.claims.reading import Reading
from graphbuild.claims.tense import line_start
from graphbuild.knowledge.areas import may_hold
from graphbuild.model import Claim, Mention

PHASE = r"[一二三四五六七八九十\d]+期|首[开启]区|(?:先行)?启动区|先行区|起步区|核心\w{0,3}区|[A-Z东西南北中]+部?[区片]\w{0,2}(?:板块)?"
SIDE = r"\w{0,14}段|\w{0,3}标段|[东西南北][延伸]\w{0,2}|\w{0,4}校区|[新老东西南北]?院区?|\w{2,6}院区"
WING = r"[东西南北]?引桥|[初高]中部|小学部|第[一二三四]跑道|[东西南北]?站房|\w{0,4}[主附]\w{1,4}|\w{1,6}楼|\w{0,4}分[园馆院校部]"
PART = re.compile(rf"(?![至到—－-])(?:{PHASE}|{SIDE}|{WING})(?:工程|项目)?")
PHASED = re.compile(r"(?P<own>\w{3,})(?:[一二三四五六七八九十\d]|首)期(?P<head>工程|项目|\w{2,6}工程)")
LINES = frozenset(("Road", "Project"))
SECTION = re.compile(r".{2,12}[至到—－-].{1,12}段")
BODIES = frozenset(("Organization", "Company"))
STOP = re.compile(r"(?:站|枢纽|互通|出入口|立交|隧道|\w大桥)$")
WAY = re.compile(r"[至—－-]\w+(?:路|速|线|道|街|铁)")  # a way from 甲 to 乙 lies in neither
SEGMENT = re.compile(r"[^。！？；\n]+")
OPENS = re.compile(r"[，：]|(?:突出|聚焦|重点|着力|加快)[^，。；]{1,8}，")
QUARTERS = ("片区", "板块", "组团")
PREMISES = re.compile("(?:办公|宿舍)?(?:大楼|楼)$|厂区$|车间$|仓库$|食堂$|服务中心$|总部$")  # where a firm is, told by its name alone
LEAST = 3
ANY = SITES | {"District", "Organization", "Company"}
OFFICE = re.compile(r"(?:委|政府|人大|政协|常委会|政府办公室)$")
SAME = ("局", "委", "厅", "办", "管理局", "公司", "总公司", "有限公司")  # 县公安局 is no part of 县公安
JOINED = re.compile(r"[^，；。]{0,4}(?:对接|衔接|连接|相连|相邻)")


def inside(reading: Reading) -> Iterator[Claim]:
    """What a longer name begins with, where that is named too; areas written in a row; what follows a zone as a heading."""
    known = by_name(reading)
    told: set[tuple[str, str]] = set()
    for mention in reading.mentions:
        rest, whole = front(mention.name, known)
        relation = between(mention, whole, rest, rest in known) if whole and whole.name != mention.name else ""
        if whole and relation and (mention.name, whole.name) not in told:
            told.add((mention.name, whole.name))
            yield reading.claim(relation, mention, whole, sentence(reading, mention), "name in name", 0.85)
        elif (works := behind(reading, mention, known)) and (mention.name, works.name) not in told:
            told.add((mention.name, works.name))
            yield reading.claim("partOf", mention, works, sentence(reading, mention), "named behind its works", 0.8)
        if (works := phased(mention, known)) and (mention.name, works.name) not in told:
            told.add((mention.name, works.name))
            yield reading.claim("partOf", mention, works, sentence(reading, mention), "phase before its last word", 0.85)
        inner = front(rest, known)[1] if whole and whole.kind == "District" else None
        if whole and inner and inner.kind == "District" and may_hold(whole.name, inner.name, reading.knowledge):
            yield reading.claim("locatedIn", inner, whole, sentence(reading, mention), "area before", 0.85)  # 甲镇乙村合作社
            yield reading.claim("locatedIn", mention, inner, sentence(reading, mention), "name in name", 0.85)
    yield from sections(reading, known)
    yield from rows(reading, known)
    yield from headed(reading, known)
    yield from own_towns(reading)
    yield from governed(reading)


def behind(reading: Reading, mention: Mention, known: Mapping[str, Mention]) -> Mention | None:
    """The works in front of its name, where the text calls it by both: 甲调水工程 of 甲调水工程乙河桥."""
    called = reading.text[mention.start : mention.end]
    rest, whole = front(called, known) if SITES & set(mention.kinds) and called.endswith(mention.name) else ("", None)
    return whole if rest == mention.name and whole and "Project" in whole.kinds else None


def phased(mention: Mention, known: Mapping[str, Mention]) -> Mention | None:
    """甲一期工程 of 甲工程: the phase stands before the last word."""
    found = PHASED.fullmatch(mention.name) if SITES & set(mention.kinds) else None
    whole = known.get(found["own"] + found["head"]) if found else None
    return whole if whole and SITES & set(whole.kinds) else None


def sections(reading: Reading, known: Mapping[str, Mention]) -> Iterator[Claim]:
    """甲大道是…。今年实施的乙至丙段: a section named by its ends alone is one of the way that its paragraph begins with."""
    for mention in reading.within(0, len(reading.text), *LINES):
        if SECTION.fullmatch(mention.name) and not part_of_known(mention, known):
            line = line_start(reading.text, mention.start)
            opening = reading.within(line, mention.start, *LINES)[:1]
            if opening and not reading.text[line : opening[0].start].strip() and opening[0].name != mention.name:
                yield reading.claim("partOf", mention, opening[0], sentence(reading, mention), "section of the way before", 0.7)


def part_of_known(mention: Mention, known: Mapping[str, Mention], kinds: frozenset[str] = ANY) -> bool:
    """What the name begins with is of these kinds: a museum named after its city may lie in a zone that is named here."""
    rest, whole = front(mention.name, known)
    return bool(whole and whole.kind in kinds and between(mention, whole, rest))


def between(mention: Mention, whole: Mention, rest: str, alone: bool = False) -> str:
    """The relation that the names tell, or none: 甲园片区 is not in 甲园."""
    sites = SITES & set(mention.kinds)
    if whole.kind == "District":
        short = not mention.name.startswith((whole.name, *whole.names))  # 甲经开区 is in 甲县, but 甲路 need not be
        return "" if not sites or WAY.search(mention.name) or short and mention.kind in BODIES | {"Road"} else "locatedIn"
    if rest and PART.fullmatch(rest) and (sites or BODIES & set(mention.kinds)) and SITES & set(whole.kinds):
        return "partOf"
    if zones(mention, whole) and len(rest) > LEAST and not alone:
        return "partOf"
    if rest and sites and set(whole.kinds) <= LINES and STOP.search(rest):
        return "partOf"
    if rest and sites and mention.kind not in BODIES and whole.kind == "Company":
        return "" if PREMISES.search(rest) else "developedBy"
    apart = rest and rest not in SAME and not OFFICE.search(whole.name)
    if BODIES & set(mention.kinds) and BODIES & set(whole.kinds) and apart:
        return "partOf"
    return "locatedIn" if whole.kind == "Zone" and sites and rest and not rest.endswith((*QUARTERS, "区")) else ""


def zones(mention: Mention, whole: Mention) -> bool:
    """甲新城乙片区: a zone of a zone, by its whole name; a 乙园 that is named alone too only lies there."""
    return "Zone" in mention.kinds and whole.kind == "Zone" and mention.name.startswith((whole.name, *whole.names))


def rows(reading: Reading, known: Mapping[str, Mention]) -> Iterator[Claim]:
    """甲县乙镇丙村: each area lies in the one before it; a site lies in the area written before it."""
    areas = {m.end: m for m in reading.mentions if m.kind == "District"}
    for mention in reading.mentions:
        outer = areas.get(mention.start)
        placed = mention.kind == "District" or SITES & set(mention.kinds)
        if outer and placed and may_hold(outer.name, mention.name, reading.knowledge):
            inner = innermost(mention, known)
            yield reading.claim("locatedIn", inner, outer, sentence(reading, mention), "area before", 0.85)


def innermost(mention: Mention, known: Mapping[str, Mention]) -> Mention:
    """甲镇乙村合作社: the village lies in the town, what is named after it lies in the village."""
    _, area = front(mention.name, known)
    return area if area and area.kind == "District" and mention.kind != "District" else mention


def headed(reading: Reading, known: Mapping[str, Mention]) -> Iterator[Claim]:
    """甲片区，乙、丙……；丁……: the sites of a segment that a zone opens lie in it; a part of town goes on to the full stop,
    and to what opens the sentences behind it in its paragraph; a part of a site lies where the site does."""
    zone = None
    for found in SEGMENT.finditer(reading.text):
        start, end = found.span()
        within = [m for m in reading.within(start, end) if SITES & set(m.kinds)]
        if within and within[0].kind == "Zone" and heading(reading.text, start, within[0]):
            zone = within.pop(0)
        elif zone and zone.name.endswith(QUARTERS) and reading.text[start - 1] == "。" and opens_line(reading.text, zone):
            within = [m for m in within[:1] if m.start == start]
        elif not (zone and zone.name.endswith(QUARTERS) and reading.text[start - 1] == "；"):
            zone = None
        for mention in within if zone else ():
            if zone and lies(mention, zone) and not part_of_known(mention, known, SITES) and not joins(reading.text, mention):
                place = min(start, zone.start), end
                yield reading.claim("locatedIn", mention, zone, place, "zone as heading", 0.7)


def opens_line(text: str, zone: Mention) -> bool:
    return not text[line_start(text, zone.start) : zone.start].strip("“” \n\u3000")


def joins(text: str, mention: Mention) -> bool:
    """与甲线对接: what the zone is to be joined to lies beside it."""
    return text[mention.start - 1] in "与和同" and bool(JOINED.match(text, mention.end))


def heading(text: str, start: int, zone: Mention) -> bool:
    """The zone opens its segment and a comma follows, at most after a few words on it: 甲新城突出“建链”，…"""
    before = text[start : zone.start].strip("“” \n　")
    return not before and bool(OPENS.match(text, zone.end))


def lies(mention: Mention, zone: Mention) -> bool:
    """Works and buildings lie in a zone; other zones only in one that is a part of town; waters in none."""
    part = zone.name.endswith(QUARTERS)
    return not mention.name.startswith(zone.name) and mention.kind != "WaterBody" and (part or mention.kind != "Zone")
