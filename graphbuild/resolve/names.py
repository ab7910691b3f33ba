"""Two names in, whether they can be two forms of one name out: rules of writing, no list of cases."""

import re
from functools import cache

NOISE = re.compile(r"[\s“”‘’\"'《》〈〉「」·•.,，。（）()\-—－]+")
TAIL = re.compile(r"(?:建设项目|工程项目|项目建设|项目|工程|建设)$")
STEP = re.compile(r"[一二三四五六七八九十\d]+(?:期|号|区|标段)|首开区|[东西南北]区|[东西南北]延|分[局院校馆部]|新[院校馆]|附属|[A-Z]区")
CORE = 3


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
    """甲市乙公园 and 乙公园: what the longer has in front is an area."""
    return long.endswith(short) and len(short) >= CORE and long[: len(long) - len(short)] in places


def shortened(long: str, short: str) -> bool:
    """云溪文化创意园 and 云溪文创园: same beginning, same end, letters left out between."""
    if not CORE <= len(short) < len(long) or short[:2] != long[:2] or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


def same(long: str, short: str, places: frozenset[str]) -> str:
    """The rule by which two names are one thing's, or nothing."""
    a, b = plain(long), plain(short)
    if a == b:
        return "same letters"
    if stem(long) == stem(short):
        return "same but for 项目 or 工程"
    if steps(a) != steps(b):
        return ""
    if without_place(a, b, places) or without_place(stem(long), stem(short), places):
        return "area in front"
    return "shortened" if shortened(a, b) or shortened(stem(long), stem(short)) else ""
