"""A text in, Mentions of what the tagger finds in it out, each with its classes."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import may_hold
from graphbuild.mentions import trust
from graphbuild.mentions.areas import short_names
from graphbuild.mentions.bounds import ADDRESS, bounds, closed
from graphbuild.mentions.building import PHASE, SITES
from graphbuild.mentions.gazetteer import areas, areas_in, gazetteer, misread, short_counties, vague
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import ROUTE, by_head, classes, last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.settled import settled
from graphbuild.mentions.spans import find
from graphbuild.mentions.tagger import Model, load
from graphbuild.mentions.unnamed import AND_OTHERS, unnamed
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

SHORT = 6
ONLY_FAR = re.compile(r"方向|全程|形成|之间|沿途|[，的约仅只需]|[\d一二两三四五六七八九十.]+个?(?:多|半)?小时")  # 甲至乙2小时直达
COUNTED = re.compile(r"[二两三四五六七八九十百\d]{1,3}[座个条处所栋批](?!\d)")  # 三座泵站 are not one by name
LISTED = re.compile(  # 甲、乙2条公路, 甲南五座高铁站
    r"[一-鿿]{2}(?:\d{1,3}条|[\d两二三四五六七八九十]{1,3}(?:[座所]|大(?=主题)))[一-鿿]{2,6}$|第一[座个条家处]"
)
NOTE = re.compile(r"（[^（）]*）")  # a remark behind a name is none
NUMBERED = re.compile(r"(?<=[一-鿿][接至经沿到过])[GSXY]?\d{2,4}[国省县乡]道$")
MOST = re.compile(r"(?:最[大长高早]|首[座个条家]|唯一)(?:一[座个条家])?的?$")
GOODS, LONG = re.compile(r"\d[\d.]*[A-Za-z百千万亿]*[片吨台辆件套只块张枚支](?!区)$"), 12  # 120K片8.5代玻璃 is what is made
LEVELS, COUNTIES = "省市区县旗州盟", "县区市旗"
COURT = re.compile(r"\d{1,4}号(?:大|家属)?院")
HOUSE = re.compile(r"(?<=[院区苑园里城])[东西南北中]?\d{1,3}(?:号?楼|号?单元|栋|幢)(?!盘)")
ESTATE = re.compile(r"[^，。；的、]{0,6}?(?:小区|\d+[栋幢户]|老旧|物业|业主|棚改|电梯)")  # 甲新村 is an estate, no village
UNNAMED = re.compile(r"(?:[一-鿿]{1,4})?[省市区县旗州盟镇乡]委(?:全会|全体会议)|[^，]*[向在]大会")
GUIDED = re.compile(r"(?<=委、)[省市区县旗州盟](?:人民)?政府(?=(?:和[省市区县旗州镇]委)?的?(?:正确|坚强|统一|直接|有力)+领导)")
BOUGHT = re.compile("购买|采购|性基金|投资项目")  # 甲项目政府购买服务
SPOKEN, SPEAKER = re.compile(r"上的?(?:系列)?重要(?:讲话|指示)"), re.compile(r"总书记[^，。；\n]{0,12}$")
CITY = re.compile(r"(?<=中心|公园|花园|园林)城[市区镇]")  # 国家中心城市 is what a city is to be
BEHIND_WATER = re.compile("[河湖]长|巡[河查]|河道|[左右两沿]岸|堤|流域|上游|下游|水质|[一-鿿]{0,3}段(?!落)|(?:综合)?(?:治理|整治)")
AT_WATER = re.compile("(?:治理|整治|巡查|疏浚)$")
STANDING = ("委员会", "委员会办公室")  # no meeting: 人民代表大会常务委员会法制工作委员会
GROWS = re.compile("(?:发展|规划|产业|领域|安全|结构|转型|供应|保供)(?!集团|公司|有限|股份)")  # 甲省能源|发展规划
FIELDS = re.compile(r"[^，。；：\n]{0,60}?等[一-鿿]{0,6}领域")
BARE = {"": 2 * trust.STEP, "weak": trust.STEP}
SORTS = "abdmfv"  # how, which and how many
TITLED = re.compile("(?:书记|政委|局长|镇长|负责人|干部|群众)$")  # 各乡镇党委书记
WHERE = frozenset(("Park", "Facility", "Road", "Zone"))
ENCLOSED = "“”‘’《》"


def model() -> Model:
    return load(Path(__file__).with_name("model.npz"))


def recognise(text: str, words: Words, taken: Sequence[tuple[int, int]], knowledge: Knowledge) -> Iterator[Mention]:
    """Names that may overlap only with known areas; a construction stated beside the name makes it a Project too."""
    if not words:
        return
    yield from gazetteer(words, text, knowledge)
    weights, listed, known_words = model(), areas(knowledge), edges(knowledge)
    spans = find(text, words, taken, weights, knowledge)
    sure = trust.trusted(spans, trust.table(spans, text, words, knowledge), text, weights.trust)
    for (start, end, group, _), total in sure:
        if vague(text[start:end], text, knowledge) or misread(text, start, end, knowledge):
            continue
        known = areas_in(text[start:end], listed)
        if water(text, start, end, knowledge):
            yield Mention(start, end, ("WaterBody",), text[start:end], "water of a county's name")
        elif known and (group == "district" or known[0][0] == 0):
            yield from areas_at(text, [(start + first, start + last) for first, last in known])
        elif group == "person" or unfit(text, start, end, group, words, knowledge):
            continue  # persons are known by their posts
        elif place := torn(words, start, end, short_names(knowledge), known_words):
            yield from areas_at(text, [(start, place)])
        else:
            places = above(text, start, end, knowledge)
            yield from areas_at(text, places)
            names = named(text, places[-1][1] if places else start, end, group, weights, words, knowledge)
            yield from (name for name in names if weighty(name, total, knowledge))


def water(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """清水河, 东河 beside what is said of waters: a county is called so too, but none that the text speaks of in full."""
    name = text[start:end]
    county = name.endswith(("河", "溪")) and name in short_counties(knowledge) and name not in short_names(knowledge)
    beside = county and (BEHIND_WATER.match(text, end) or AT_WATER.search(text, max(0, start - SHORT), start))
    return bool(beside) and not any(name + level in text for level in COUNTIES)


def weighty(found: Mention, total: int, knowledge: Knowledge) -> bool:
    """What no word calls a firm may be any word: 风高浪急, 国防教育. It has to weigh more than 甲公司."""
    return found.kinds != ("Company",) or total > BARE.get(by_head(found.name, knowledge)[1], trust.DOUBT)


def unfit(text: str, start: int, end: int, group: str, words: Words, knowledge: Knowledge) -> bool:
    """Of a form or in a place that says that it is no name."""
    known = edges(knowledge)
    if group == "district" and (done(words, end, known) or not settled(text, start, end, words, knowledge)):
        return True
    if unnamed(text, start, end, group):
        return True
    if group == "thing" and (GOODS.search(text, max(0, start - LONG), start) or CITY.match(text, end)):
        return True
    if group == "thing" and (of_trade(text, start, end, knowledge) or of_fields(text, start, end, words, known)):
        return True
    if group == "event" and (UNNAMED.fullmatch(text, start, end) or of_the_nation(text, start, end)):
        return True
    if text.endswith("政府", start, end) and BOUGHT.match(text, end):
        return True
    if GUIDED.match(text, start) and text.startswith("政府", end - 2):
        return True
    of_others = goes_on(words, start, text[start:end], known) or only_most(text, start, end, words, known)
    return of_others or far(text, start, end, knowledge)


def of_trade(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """A trade of an area is no firm where its growth is told of: 甲省能源发展规划."""
    head = last_word(text[start:end], knowledge)
    return bool(head) and text[start : end - len(head)] in short_names(knowledge) and bool(GROWS.match(text, end))


def of_fields(text: str, start: int, end: int, words: Words, known: dict[str, str]) -> bool:
    """机场 and 销售中心 in 在储能、机场、销售中心等领域合作."""
    listed = "、" in text[max(0, start - 3) : start] + text[end : end + 1] and FIELDS.match(text, end)
    return bool(listed) and not any(role(words[n], known) == "proper" for n in words.within(start, end))


def of_the_nation(text: str, start: int, end: int) -> bool:
    """The meeting at which the head of the party spoke is told of for what was said: 总书记在甲座谈会上的重要讲话."""
    return bool(SPOKEN.match(text, end) and SPEAKER.search(text, max(0, start - 24), start))


def areas_at(text: str, places: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    yield from (Mention(start, end, ("District",), text[start:end], "known area") for start, end in places)


def named(
    text: str, start: int, end: int, group: str, weights: Model, words: Words, knowledge: Knowledge
) -> Iterator[Mention]:
    """The name with its classes, unless it is none after all."""
    if group == "thing" and (address := ADDRESS.match(text, start, end)):
        yield Mention(start, address.end("road"), ("Road",), address["road"], "road of an address")
    start, end = bounds(text, start, end, group, knowledge)
    if numbered := NUMBERED.search(text, start, end):
        yield Mention(numbered.start(), end, ("Road",), numbered.group(), "road by its number")
        return
    end = closed(text, start, end)
    kinds = classes(text, start, end, group, weights.kinds, knowledge)
    if kinds == ("Event",) and text.endswith(STANDING, start, end):
        kinds = ("Organization",)
    if kinds == ("Project",) and (phase := PHASE.search(text, start, end)):
        of, strength = by_head(text[start : phase.start()], knowledge)
        kinds = (*(kind for kind in of.split("+") if kind in SITES and strength == "sure"), *kinds)
    if others := AND_OTHERS.search(text, start + 2, end - 2):
        yield from first_of(text, start, others.start(), text[others.end() : end], kinds, knowledge)
        return
    end, kinds = house(text, end, kinds)
    kinds = ("Facility",) if text.endswith("新村", start, end) and ESTATE.match(text, end) else kinds
    name = bare(text[start:end].replace(" ", ""))
    forms = TITLED.search(name) or COUNTED.match(name) or LISTED.search(name) or NOTE.fullmatch(name)
    none = forms or of_all(name, edges(knowledge), knowledge)
    if len(name) > 1 and not none and not (kinds[:1] == ("Company",) and common(text, start, end, words, knowledge)):
        yield Mention(start, end, tuple(dict.fromkeys(kinds)), name, f"tagger {group}")


def first_of(text: str, start: int, end: int, sort: str, kinds: tuple[str, ...], knowledge: Knowledge) -> Iterator[Mention]:
    """甲泉等湿地公园: 甲泉湿地公园; 甲等旧村改造项目: 甲旧村改造项目."""
    head = last_word(sort, knowledge)
    front = text[start:end]
    if front.isalnum() and head and not front[-1].isdigit():
        name = front + (head if set(kinds) & WHERE and len(head) > 1 else sort)
        yield Mention(start, end, kinds, name, "first of its sort", (front,))


def common(text: str, start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """Everyday words, of which the first only says what sort it is, name no firm: 专业物流公司, 海外投资建厂."""
    known, inside = edges(knowledge), [words[n] for n in words.within(start, end)]
    if not inside or inside[-1].end != end or text[start] in LEVELS or text[start - 1] in "“《" or "“" in text[start:end]:
        return False
    sort = role(inside[0], known) not in ("proper", "plain") or inside[0].tag[0] in SORTS
    return sort and not any(role(word, known) == "proper" for word in inside)


def house(text: str, end: int, kinds: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """甲路15号院西4楼 is a house and no road: where it ends, and what it is."""
    if "Road" in kinds and (court := COURT.match(text, end)):
        end, kinds = court.end(), ("Facility",)
    return found.end() if (found := HOUSE.match(text, end)) else end, kinds


def far(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """甲市至乙山 before 两小时直达 is how far it is, and no way."""
    route = ROUTE.fullmatch(text, start, end) and ONLY_FAR.match(text, end)
    return bool(route) and len(last_word(text[start:end], knowledge)) < 2


def above(text: str, start: int, end: int, knowledge: Knowledge) -> list[tuple[int, int]]:
    """The province and the city that a headline sets before a name without their level: 甲省乙市丙隧道 as 甲乙丙隧道."""
    listed = short_names(knowledge)
    for first in (start + 2, start + 3):
        last = first + 2
        both = text[start:first] in listed and text[first:last] in listed
        both = both and may_hold(text[start:first], text[first:last], knowledge)  # 宁波杭州湾 begins with one
        if both and text[first - 1] not in LEVELS and text[last] not in LEVELS and end - last > 2:
            return [(start, first), (first, last)]
    return []


def done(words: Words, end: int, known: dict[str, str]) -> bool:
    """What ends in an everyday word is no area: 上市."""
    last = words.until.get(end)
    return last is not None and len(words.texts[last]) > 1 and role(words[last], known) == "cut"


def torn(words: Words, start: int, end: int, listed: frozenset[str], known: dict[str, str]) -> int:
    """甲市跨入高铁 is no name, but an area and what it does: where the area ends, else nothing."""
    n = words.at.get(start)
    if n is None or words.ends[n] >= end or words.texts[n] not in listed:
        return 0
    verb = words[n + 1]
    return words.ends[n] if len(verb.text) > 1 and role(verb, known) == "cut" and verb.tag == "v" else 0


def goes_on(words: Words, start: int, name: str, known: dict[str, str]) -> bool:
    """项目创新路上: what is done to things named before is the beginning of no name."""
    before = words.until.get(start)
    return before is not None and known.get(name[:2]) == "soft" and role(words[before], known) == "generic"


def only_most(text: str, start: int, end: int, words: Words, known: dict[str, str]) -> bool:
    """全国最大的厨余垃圾处理项目 says what is named elsewhere."""
    most = MOST.search(text, max(0, start - 6), start) and start in words.at
    return bool(most) and not any(role(words[n], known) == "proper" for n in words.within(start, end))


def of_all(name: str, known: dict[str, str], knowledge: Knowledge) -> bool:
    """A set phrase (民心工程), works on all of a kind (河湖综合治理) and all that a level looks after (市定支线) have no name."""
    heads = lexicon(knowledge)
    front, (_, strength) = known.get(name[:2]), heads.get(name[2:], ("", ""))
    if heads.get(name[2:3]) and strength != "works":  # 黑臭河综合整治
        strength = heads.get(name[3:], ("", strength))[1]
    wide = front == "generic" and strength == "works" or front == "kind" and len(name) < SHORT or known.get(name) == "generic"
    return wide or ideal(knowledge).fullmatch(name) is not None


@cache
def ideal(knowledge: Knowledge) -> re.Pattern[str]:
    """How a home should be (幸福美好家园) names none."""
    how, home = (either(knowledge.words("works", role=role)) for role in ("ideal", "home"))
    return re.compile(f"(?:{how}){{1,4}}(?:{home})")


def bare(name: str) -> str:
    """Without marks around it; “甲乙”广场 keeps the pair that is part of the name."""
    stripped = name.strip(ENCLOSED)
    return stripped if sum(stripped.count(mark) for mark in ENCLOSED) % 2 == 0 else name
