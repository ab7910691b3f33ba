"""A Reading in, its names with the mention of each out; and a name in, the other name with which it begins out."""

import re
from collections.abc import Mapping, Set

from graphbuild.claims.reading import Reading
from graphbuild.model import Mention
from graphbuild.text.own import LINK

SITES = frozenset(("Zone", "Park", "Facility", "Road", "WaterBody", "Project"))
SHORT = re.compile(r"^（[^）]*）")  # 甲园（JY）北区
QUARTER = re.compile(r"(\w+)(片区|板块|组团)")
LEVELS = "市县区旗盟州"
WHOLE = 4


def by_name(reading: Reading) -> Mapping[str, Mention]:
    """Every form of every name, and that without the city in front: 甲城乙园 is 乙园 in its own text."""
    known: dict[str, Mention] = {}
    for mention in reading.mentions:
        for name in (mention.name, *mention.names, reading.text[mention.start : mention.end]):
            known.setdefault(name, mention)
    for mention in [*known.values()]:
        if core := QUARTER.fullmatch(mention.name):
            known.setdefault(f"{core[1]}核心{core[2]}", mention)
        own = len(mention.name) >= WHOLE or mention.name == reading.place
        if own and mention.kind == "District" and mention.name[-1] in LEVELS:
            known.setdefault(mention.name[:-1], mention)
    areas = [m for m in reading.mentions if m.kind == "District"]
    towns = {name for m in areas for name in (m.name, *m.names)} | {area[:-1] for area in LINK.findall(reading.document.place)}
    for name, mention in [*known.items()]:
        if name.startswith(tuple(towns)) and SITES & set(mention.kinds):
            known.setdefault(cityless(name, towns), mention)
    return known


def cityless(name: str, towns: Set[str]) -> str:
    """What is left of a name behind the longest area that it begins with; all of it where too little would be."""
    front = max((town for town in towns if name.startswith(town)), key=len)
    return name if len(name) - len(front) < WHOLE else name.removeprefix(front)


def front(name: str, known: Mapping[str, Mention]) -> tuple[str, Mention | None]:
    """What this name has behind the longest other name, in any of its forms, with which it begins; and that other."""
    fronts = (n for n in range(len(name) - 1, 1, -1) if name[:n] in known)
    return next(((SHORT.sub("", name[n:]), known[name[:n]]) for n in fronts), ("", None))
