"""Two names in, the rule by which they are two forms of one name out: rules of writing, no list of cases."""

import re
from functools import cache

NOISE = re.compile(r"[\s“”‘’\"'《》〈〉「」·•.,，。（）()\-—－]+")
TAIL = re.compile(r"(?:建设项目|工程项目|项目建设|项目|工程|建设)$")
STEP = re.compile(
    r"第?[一二三四五六七八九十\d]+(?:期|号|区|标段|院|中|小)|首开区|[东西南北]区|[东西南北]延|分[局院校馆部公]|新[院校馆]|附属|[a-z]区|"
    r"[东西南北]?[段岸侧]|[东南西北中][路街]"
)
FIRM = re.compile(r"(?:集团)?(?:股份|控股)?(?:有限|集团)?(?:责任)?公司$|集团$")
BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
AREA = re.compile(r"^\w{0,7}?[省市区县旗州镇乡]")
CORE = 3
LEVELS = "省市区县旗州镇乡委"


@cache
def plain(name: str) -> str:
    """The name without marks and spaces, in small letters."""
    return NOISE.sub("", name).lower()


@cache
def stem(name: str) -> str:
    """The name without a trailing 项目 or 工程, where enough is left."""
    bare = TAIL.sub("", plain(name))
    return bare if len(bare) >= CORE else plain(name)


def steps(name: str) -> tuple[str, ...]:
    """What makes it a part of something: 二期, A区, 首开区."""
    return tuple(sorted(STEP.findall(name)))


def without_place(long: str, short: str, places: frozenset[str]) -> bool:
    """甲市乙公园 and 乙公园: what the longer has in front is an area, or several."""
    front = long[: len(long) - len(short)]
    return long.endswith(short) and len(short) >= CORE and chain(front, places)


def chain(front: str, places: frozenset[str]) -> bool:
    return front in places or any(front.startswith(p) and chain(front[len(p) :], places) for p in places if p)


def shortened(long: str, short: str) -> bool:
    """云溪文化创意园 and 云溪文创园: same beginning, same end, letters left out between."""
    if not CORE <= len(short) < len(long) or short[:2] != long[:2] or short[-1] != long[-1]:
        return False
    return within(long, short)


def within(long: str, short: str) -> bool:
    """All letters of the short one stand in the long one in their order."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def same(long: str, short: str, kind: str, places: frozenset[str]) -> str:
    """The rule by which two names are one thing's of that class, or nothing."""
    a, b = plain(long), plain(short)
    if a == b or plain(BRACKETS.sub("", long)) == plain(BRACKETS.sub("", short)) != "":
        return "same letters"
    if stem(long) == stem(short):
        return "same but for 项目 or 工程"
    if kind == "District":
        return "level left out" if a[:-1] == b and len(b) > 1 or without_place(a, b, places) else ""
    if kind == "Company":
        return firm(FIRM.sub("", a), FIRM.sub("", b), places)
    if kind == "Organization" and a.replace("人民", "") == b.replace("人民", ""):
        return "人民 left out"
    if kind == "Organization" and a.endswith(b) and len(b) >= CORE and a[: len(a) - len(b)][-1] in LEVELS:
        return "body of the same area"
    if steps(a) != steps(b):
        return ""
    if without_place(a, b, places) or without_place(stem(long), stem(short), places):
        return "area in front"
    if kind == "Organization" and len(AREA.sub("", b)) < CORE:
        return ""  # 区委 is not short for 区农委
    return "shortened" if shortened(a, b) or shortened(stem(long), stem(short)) else ""


def firm(long: str, short: str, places: frozenset[str]) -> str:
    """淮江第三建筑工程有限公司 is also 淮江三建."""
    if long == short:
        return "same but for the kind of firm"
    if without_place(long, short, places):
        return "area in front"
    return "shortened" if len(short) > 2 and short[:2] == long[:2] and within(long, short) else ""
