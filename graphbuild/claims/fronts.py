"""A Reading in, its names with the mention of each out; and a name in, the other name with which it begins out."""

import re
from collections.abc import Mapping

from graphbuild.claims.reading import Reading
from graphbuild.model import Mention
from graphbuild.text.own import LINK

SITES = frozenset(("Zone", "Park", "Facility", "Road", "WaterBody", "Project"))
SHORT = re.compile(r"^（[^）]*）")  # 甲园（JY）北区
WHOLE = 4


def by_name(reading: Reading) -> Mapping[str, Mention]:
    """Every form of every name, and that without the city in front: 甲城乙园 is 乙园 in its own text."""
    known: dict[str, Mention] = {}
    for mention in reading.mentions:
        for name in (mention.name, *mention.names, reading.text[mention.start : mention.end]):
            known.setdefault(name, mention)
    for name, mention in [*known.items()]:
        rest = cityless(name, known, reading.document.place)
        if len(rest) >= WHOLE and SITES & set(mention.kinds):
            known.setdefault(rest, mention)
    return known


def cityless(name: str, known: Mapping[str, Mention], place: str) -> str:
    """What is left of a name behind an area that the text names or is of; nothing where it begins with none."""
    rest, city = front(name, known)
    if city and city.kind == "District":
        return rest
    towns = (name.removeprefix(area[:-1]) for area in LINK.findall(place) if name.startswith(area[:-1]))
    return next(towns, "")


def front(name: str, known: Mapping[str, Mention]) -> tuple[str, Mention | None]:
    """What this name has behind the longest other name, in any of its forms, with which it begins; and that other."""
    fronts = (n for n in range(len(name) - 1, 1, -1) if name[:n] in known)
    return next(((SHORT.sub("", name[n:]), known[name[:n]]) for n in fronts), ("", None))
