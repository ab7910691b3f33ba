"""A name that the tagger takes for an area in, whether an area can be called so out: 甲村, not 老旧社区 or 五县."""

import re
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import by_name, short_names
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.text.either import either

LEVELS = ("街道", "社区", "苏木", "嘎查", "村委会", "村委", "居委会", *"省市区县旗盟州镇乡村寨屯庄营堡沟峪")
KINDS = re.compile(
    r"(?:地区|(?:^|\w\w|[大小])城市|都市|城镇|乡村|小镇|镇村|[街村古]镇|区县|市县|[城水侨家诗茶画舞]乡|农村|市市|区区|县县|市区"
    r"|[委财][省市县区镇乡村]|\w\w[强立名][市县区镇乡]|\w\w兴[县区镇乡]|产业兴市|之乡|撤[县镇乡村区])$"
)
UPPER = frozenset("省市区县旗镇乡道村")
LEVELLED = re.compile(r"^[省市区县旗]和|和[省市区县旗]$|[居街镇城乡村家]和(?:社区|街道|[镇乡村])$")  # 在市和县委的领导下
LONGEST = 8
BEFORE = re.compile(r"(?:^|[，。；：、和与及在到])(?P<name>[一-鿿]{2,6})[、和与及]$")
AFTER = re.compile(r"[、和与及](?P<name>[一-鿿]{2,6}?)(?=[，。；、和与及等两])")
OF_TOWNS = re.compile(r"[^，。；]{0,30}?等?[\d一二三四五六七八九十]*个?[乡镇街]")
LOOSE = frozenset("adb")
COUNT = r"[\d一二三四五六七八九十两几各百千万首第]+"
COUNTED = re.compile(COUNT)


def settled(text: str, start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """Listed, or of a form that areas have: a level with a name of its own before it, or named among areas."""
    name = text[start:end]
    if name in by_name(knowledge) or name.endswith(LEVELS) and name in towns(knowledge):
        return True
    if KINDS.search(name) or LEVELLED.search(name) or slogan(name, knowledge):
        return False
    level = next((level for level in LEVELS if name.endswith(level)), "")
    if level and COUNTED.fullmatch(text, start, end - len(level)):
        return False
    if text[start - 1 : start] in UPPER:
        return True
    if not level:
        return listed(text, start, end, knowledge) or in_full(text, name)
    sort = sorts(knowledge).fullmatch(name, 0, len(name) - len(level))
    return not sort and own(start, end - len(level), words, knowledge)


def slogan(name: str, knowledge: Knowledge) -> bool:
    """健康广州, 助力新泉州: a city with something else before it."""
    return any(name[n:] in short_names(knowledge) for n in range(2, len(name) - 1))


@cache
def sorts(knowledge: Knowledge) -> re.Pattern[str]:
    """城中村, 互嵌式社区, 第二批未来社区, 百强镇: not which one, but of what sort."""
    return re.compile(rf"(?:{COUNT}[届批轮类个城镇村乡县企省市进]+)*(?:{COUNT})?(?:(?:{either(knowledge.words('sorts'))})[式型化类级]?)*")


def own(start: int, end: int, words: Words, knowledge: Knowledge) -> bool:
    """Words that make a name: not only such as count, praise or tell what is done."""
    known = edges(knowledge)
    inside = [words[n] for n in words.within(start, end)]
    if not inside or inside[-1].end != end:  # the words do not know where the name ends
        return True
    named = (word for word in inside if role(word, known) in ("proper", "plain") and word.tag[0] not in LOOSE)
    return any(not COUNTED.fullmatch(word.text) for word in named)


def in_full(text: str, name: str) -> bool:
    at = text.find(name)
    while at >= 0 and not text.startswith(LEVELS, at + len(name)):
        at = text.find(name, at + 1)
    return at >= 0


def listed(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """Beside an area of the country's lists, or one of the towns that a list calls so: 甲、乙等镇."""
    beside = (BEFORE.search(text, max(0, start - LONGEST), start), AFTER.match(text, end))
    names = [found["name"] for found in beside if found]
    if any(name in by_name(knowledge) or name.endswith(LEVELS) and name in towns(knowledge) for name in names):
        return True
    return text[start:end] in towns(knowledge) and OF_TOWNS.match(text, end) is not None


@cache
def towns(knowledge: Knowledge) -> frozenset[str]:
    """Towns and subdistricts of the country, with and without their level."""
    names = {row["name"] for row in knowledge.rows("streets")}
    return frozenset(names | {name.removesuffix("街道") if name.endswith("街道") else name[:-1] for name in names if len(name) > 2})
