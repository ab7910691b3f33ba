"""Two names in, the rule by which they are two forms of one name out: rules of writing, no list of cases."""

import re
from functools import cache

NOISE = re.compile(r"[\s“”‘’\"'《》〈〉「」·•.,，。、（）()\-—－]+")
TAIL = re.compile(r"(?:建设项目|工程项目|项目建设|项目|工程|建设)$")
WHICH = re.compile(r"核心(?=片?区)|(?<=片区)板块$")  # of a zone these say no more than that it is one, or its middle
STEP = re.compile(
    r"第?[一二三四五六七八九十\d]+(?:期|号|区|标段|院|中|小)|首[开启]区|[东西南北]区|[东西南北]延|分[局院校馆部公]|新[院校馆]|附属|[a-z]区|"
    r"[东西南北]?[段岸侧]|[东南西北中][路街]"
)
FIRM = re.compile(r"(?:集团)?(?:股份|控股)?(?:有限|集团)?(?:责任)?公司$|集团$")
BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
WAYS = {"高速公路": "高速", "高速铁路": "高铁", "城际铁路": "城际"}
WAY = "(高速公路|高速铁路|城际铁路|高速|高铁|城际|铁路|快速路|快速通道)"
BETWEEN = re.compile(rf"([一-鿿]{{2,5}})[至到—–~～-]+([一-鿿]{{2,5}}?){WAY}")
BRIEF = re.compile(rf"([一-鿿])([一-鿿]){WAY}")
CORE = 3
NUMERALS = re.compile(r"[一二三四五六七八九十]+")
DIGITS = re.compile(r"\d+")


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
    """What makes it a part of something: 二期, A区."""
    return tuple(sorted(STEP.findall(name)))


def shortened(long: str, short: str) -> bool:
    """云溪文化创意园 and 云溪文创园: same beginning, same end, letters left out between, but no number."""
    if not CORE <= len(short) < len(long) or short[:2] != long[:2] or short[-1] != long[-1] or long.startswith(short):
        return False  # what only goes on after the name is a part of it: 甲区北部片区 is not 甲区
    return counts(long, short) and within(long, short)


def counts(long: str, short: str) -> bool:
    """The same numerals in both; figures may be left out, never partly (101中学 is not 1中学)."""
    digits = DIGITS.findall(short)
    return NUMERALS.findall(long) == NUMERALS.findall(short) and digits in ([], DIGITS.findall(long))


def within(long: str, short: str) -> bool:
    """All letters of the short one stand in the long one in their order."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def firm(long: str, short: str) -> bool:
    """淮江第三建筑工程有限公司 is also 淮江三建; a numbered firm is not the one that owns it."""
    a, b = (FIRM.sub("", name) for name in (long, short))
    if a == b != "":
        return True
    return 2 < len(b) < len(a) and a[:2] == b[:2] and counts(a, b) and within(a, b)


def by_ends(name: str) -> str:
    """A way between two places as it is called for short, by their first letters: 甲川—乙康高速公路 is 甲乙高速; so is a
    name that is short already; else nothing."""
    between, brief = BETWEEN.fullmatch(name), BRIEF.fullmatch(name)
    found = between or brief
    return f"{found[1][0]}{found[2][0]}{WAYS.get(found[3], found[3])}" if found else ""
