"""A Reading in, claims that a county's own towns and the zone named after it lie in it out."""

import re
from collections.abc import Iterator

from graphbuild.claims.reading import Reading
from graphbuild.knowledge.areas import short_names
from graphbuild.model import Claim, Mention

QUARTER = "社区"
TOWN = re.compile(r"(?:镇|乡|街道|苏木)$")
COUNTIES = ("区", "县", "市", "旗")
OWN_ZONE = re.compile(r"(?:国家级?|省级)?(?:高新|经济|技术|产业|经开|开发|工业|示范)+\w{0,6}区")
FULL = re.compile(r"[。！？\n]")
NAMED = 2
GUEST = re.compile(r"[^。！？\n]{0,60}?(?:率|带队|考察团|代表团)[^。！？\n]{0,20}?(?:赴|前往|到|来)")  # 甲镇党委书记乙率队赴丙县
LEAVES, LEARNING = ("赴", "前往"), re.compile("学习|招商|交流|对接|考察团")


def own_towns(reading: Reading) -> Iterator[Claim]:
    """A county's text speaks of its own towns, unless it writes another area before them, and of the zone named after it."""
    place = reading.place
    county = next((m for m in reading.mentions if m.kind == "District" and m.name == place), None)
    if not county or not place.endswith(COUNTIES) or place.endswith(QUARTER):
        return
    ends = {m.end for m in reading.mentions if m.kind == "District"}
    elsewhere = {m.name for m in reading.mentions if m.start in ends}
    cities, told = short_names(reading.knowledge), set[str]()  # 景德镇 is a city
    gone = away(reading)
    for mention in reading.mentions:
        name = mention.name
        town = mention.kind == "District" and TOWN.search(name) and name not in elsewhere and name not in cities
        town = town and mention.start < gone and not GUEST.match(reading.text, mention.end)
        zone = mention.kind == "Zone" and len(place) > NAMED and OWN_ZONE.fullmatch(name.removeprefix(place[:-1]))
        if (town or zone) and name not in told:
            told.add(name)
            yield reading.claim("locatedIn", mention, county, sentence(reading, mention), "town of the own county", 0.6)


def away(reading: Reading) -> int:
    """Where the county's people set out to learn from another place: towns named behind it are not its own."""
    text = reading.text
    for mention in reading.mentions:
        other = mention.kind == "District" and mention.name != reading.place and not TOWN.search(mention.name)
        if other and text.endswith(LEAVES, 0, mention.start) and LEARNING.search(text, *sentence(reading, mention)):
            return mention.start
    return len(text)


def sentence(reading: Reading, mention: Mention) -> tuple[int, int]:
    text = reading.text
    behind = FULL.search(text, mention.end)
    ahead = max(text.rfind(mark, 0, mention.start) for mark in "。！？\n")
    return ahead + 1, behind.end() if behind and behind.group() != "\n" else behind.start() if behind else len(text)
