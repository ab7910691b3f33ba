"""A name and the areas that its texts name in, the one area of the country's list that it can mean out."""

from collections.abc import Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import Area, above, areas, by_name, called, shortest, towns

ORDER = {"province": 0, "city": 1}
COUNTY = 2


def locate(name: str, context: frozenset[str], knowledge: Knowledge) -> Area | None:
    """The only area of that name, or the only one whose upper areas the texts name; a former name counts as a name."""
    options = by_name(knowledge).get(name, ())
    full = [area for area in options if area.name == name] or list(options)
    if len(full) == 1 and (called(full[0], name, knowledge) or full[0].level != "county"):
        return full[0]
    told = [a for a in full if any({u.name, shortest(u.name)} & context for u in above(a, knowledge))]
    close = told if len(told) == 1 else nearest(told, context, knowledge)
    return upmost(close[0], full, knowledge) if close else highest(full)


def nearest(told: Sequence[Area], context: frozenset[str], knowledge: Knowledge) -> list[Area]:
    """Of several areas in named provinces, the one whose own city is named too."""
    parents = ((area, areas(knowledge).get(area.parent)) for area in told)
    close = [area for area, up in parents if up and up.level == "city" and {up.name, shortest(up.name)} & context]
    return close if len(close) == 1 else []


def upmost(area: Area, options: Sequence[Area], knowledge: Knowledge) -> Area:
    """长沙 is the city and not the county of it that bears its name."""
    return next((up for up in reversed(above(area, knowledge)) if up in options), area)


def highest(options: Sequence[Area]) -> Area | None:
    """吉林 is first the province."""
    ranked = sorted(options, key=lambda area: ORDER.get(area.level, COUNTY))
    alone = len(ranked) == 1 or len(ranked) > 1 and ranked[1].level != ranked[0].level
    return ranked[0] if alone and ranked[0].level in ORDER else None


def town(name: str, county: str, knowledge: Knowledge) -> str:
    """The code of a town or subdistrict of a county, or nothing."""
    return towns(knowledge).get((county, name), "")
