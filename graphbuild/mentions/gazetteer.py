"""A text's words in, Mentions of the country's known areas out, where a word as a whole is such an area."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import areas as every
from graphbuild.knowledge.areas import by_name, shorten
from graphbuild.mentions.areas import full_names, short_names, shorten_county
from graphbuild.mentions.roles import edges
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.finder import Finder

LISTED, WATERS = "、", "湖河江海溪"
LEAST = 1
LEVELS = "县区市旗"
TOWNS, PLACE, EVERYDAY = frozenset("镇乡村屯"), "ns", frozenset(("n", "v", "a", "d", "vn", "an"))
TOWN = re.compile("[镇屯](?![域级区村街])|乡(?![村土镇亲愁贤情])|村(?![镇级庄民委])")
PRESS = re.compile("[一-鿿]{0,4}(?:网|日报|晚报|晨报|都市报|商报|电视台)(?:讯|消息|记者)")  # 天津北方网讯
PARTICLES = frozenset("在到来赴于对从和与及等的是为经")
GOVERNED = ("委", "区委", "区政府", "政府", "人民政府", "人大", "政协", "区长", "纪委")
BODY = re.compile("(?:人民)?政府(?!工作|采购|投资|性|购买|网|主[导管]|引导|债|补|类|[部各]|常务)|人大常委会|政协(?![委主副])")
STREAMS = re.compile("(?:[、和与及][一-鿿]{1,3}[江河湖溪]){0,6}(?:等)?(?:[两二三四五六七八九]?[大条])?(?:干流|支流|水系|流域|河流|江河)")
PAPER, SOURCE = re.compile("[一-鿿]{0,4}(?:日报|晚报|晨报|商报|都市报|新闻网|电视台|融媒)"), "来源："
CHIEF = re.compile("(?:[省市区县镇乡村]级|总|副){0,3}[河湖]长")
VAGUE = re.compile("[东南西北城郊矿]区|[老新]城区|新市区|港口区|市[中南北]区|城[中东西南北关]区")  # of any town, if the text names none of those
TOWN_PART = re.compile("[东南西北]城区|河[东西]区|新城区|城[东南西北中]区")  # before a school or hall of any town
OF_ZONES = re.compile("[^，。；：！？\\n]{0,40}?等[一-鿿\\d]{0,6}(?:新区|片区|组团|板块|商圈|园区|新城|街区)")
MENDED = re.compile("(?:升级|提升|保护)?(?:改造|修缮|拓改|翻修|大修)(?=[，。；、])")  # 完成甲宫改造
DREDGED = re.compile("清淤|疏浚|截污|水质|水体|水环境|岸线|蓄水|放水|增殖|生态补水")
STREETS = frozenset(("路", "街", "大道", "大街"))


def gazetteer(words: Words, text: str, knowledge: Knowledge) -> Iterator[Mention]:
    """Full names and upper areas anywhere; short names of counties beside another area, or where the text says them in full."""
    sure = certain(knowledge)
    found = [place for place in finder(knowledge).find(text) if len(place[2]) > LEAST]
    whole = [(start, end, name) for start, end, name in found if start in words.at and end in words.until]

    @cache
    def full(name: str) -> bool:
        return any(name + level in text for level in LEVELS if name + level in sure)

    begins, finishes = {start for start, _, _ in whole}, {end for _, end, _ in whole}
    yield from governments(text, found, sure)
    for start, end, name in whole:
        following = words.at.get(end)
        if following is not None and words.texts[following] in STREETS:
            stop = words.ends[following]
            yield Mention(start, stop, ("Road",), text[start:stop], "street with an area's name")
            continue
        if name[-1] in TOWNS and glued(words, start) or PRESS.match(text, end) or vague(name, text, knowledge):
            continue
        listed = LISTED in (text[end : end + 1] * (end + 1 in begins), text[start - 1 : start] * (start - 1 in finishes))
        if text[max(0, start - len(SOURCE)) : start].rstrip() == SOURCE and PAPER.match(text, end):
            continue
        if name[-1] in WATERS and (CHIEF.match(text, end) or STREAMS.match(text, end) or DREDGED.match(text, end)):
            yield Mention(start, end, ("WaterBody",), name, "river by what is told of it")
            continue
        if misread(text, start, end, knowledge):
            continue
        if name in sure or listed and words.known.get(name, PLACE) not in EVERYDAY or full(name):
            town = TOWN.match(text, end) and name[-1] not in LEVELS  # 长春村 is not 长春
            yield Mention(start, end + bool(town), ("District",), text[start : end + bool(town)], "known area")


def governments(text: str, found: Sequence[tuple[int, int, str]], sure: Container[str]) -> Iterator[Mention]:
    """甲县政府, wherever words seem to part (甲|县政府)."""
    for start, end, name in found:
        if len(name) > 2 and name[-1] in LEVELS and name in sure and (body := BODY.match(text, end)):
            yield Mention(start, body.end(), ("Organization",), text[start : body.end()], "body of a known area")


def glued(words: Words, start: int) -> bool:
    """丰镇 in 华丰镇: one character stands before it that is a word of its own only for want of another."""
    before = words.until.get(start)
    if before is None:
        return False
    word = words.texts[before]
    return len(word) == 1 and "一" <= word <= "鿿" and word not in PARTICLES and word not in LEVELS


def misread(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """甲宫 in 完成甲宫改造 is what is mended, 甲、乙等新区 are zones; neither is the county of that name, nowhere told in full."""
    name = text[start:end]
    if name not in short_counties(knowledge) or not (MENDED.match(text, end) or OF_ZONES.match(text, end)):
        return False
    return not any(name + level in text for level in LEVELS)


def town_part(name: str, text: str, knowledge: Knowledge) -> bool:
    """西城区 in 西城区九年制学校, where nothing tells that the text is of Beijing."""
    return bool(TOWN_PART.fullmatch(name)) and not governed(name, text, knowledge)


def vague(name: str, text: str, knowledge: Knowledge) -> bool:
    """老城区 is a part of any town; it is the district called so where the text names its city or its government."""
    return bool(VAGUE.fullmatch(name)) and not governed(name, text, knowledge)


def governed(name: str, text: str, knowledge: Knowledge) -> bool:
    """The text names its government or its city."""
    above = (every(knowledge).get(found.parent) for found in by_name(knowledge).get(name, ()))
    return any(name + body in text for body in GOVERNED) or any(city and shorten(city.name) in text for city in above)


@cache
def finder(knowledge: Knowledge) -> Finder:
    return Finder(areas(knowledge))


@cache
def certain(knowledge: Knowledge) -> frozenset[str]:
    """Names that are also everyday words (城区, 新建) are left out."""
    return (full_names(knowledge) | short_names(knowledge)) - frozenset(edges(knowledge))


@cache
def short_counties(knowledge: Knowledge) -> frozenset[str]:
    rows = knowledge.rows("areas")
    names = {shorten_county(row["name"]) for row in rows if row["level"] == "county"}
    return frozenset(names) - frozenset(edges(knowledge))


@cache
def areas(knowledge: Knowledge) -> frozenset[str]:
    """Every name that is an area's wherever it stands alone."""
    return certain(knowledge) | short_counties(knowledge)


def areas_in(name: str, listed: frozenset[str]) -> list[tuple[int, int]]:
    """The places of known areas in a row that reach the name's end; words before them (本报, 对) are no part of it."""
    found: list[tuple[int, int]] = []
    end = 0 if name[-1:] in WATERS and name not in listed else len(name)  # a name that ends in water is no county
    while end > 1:
        start = next((s for s in range(end - 1) if name[s:end] in listed), None)
        if start is None:
            break
        found.insert(0, (start, end))
        end = start
    return [] if end == 1 and name[0] not in PARTICLES and found and name[found[0][1] - 1] in TOWNS else found  # 丰镇 in 华丰镇
