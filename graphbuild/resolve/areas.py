"""Names of areas in, what the country's list knows of them out: codes and the areas above."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graphbuild.knowledge import Knowledge

ENDINGS = ("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "地区", "省", "市", "区", "县", "旗", "盟")


@dataclass(frozen=True)
class Area:
    """A row of the list of areas."""

    code: str
    name: str
    level: str
    parent: str


@cache
def areas(knowledge: Knowledge) -> Mapping[str, Area]:
    """All areas by code; a city without counties stands in the list a second time, as its own county."""
    rows = (row for row in knowledge.rows("areas") if row["code"] != row["parent"])
    return {row["code"]: Area(row["code"], row["name"], row["level"], row["parent"]) for row in rows}


@cache
def by_name(knowledge: Knowledge) -> Mapping[str, tuple[Area, ...]]:
    """Areas by full name, and by name without its ending."""
    found: dict[str, list[Area]] = defaultdict(list)
    for area in areas(knowledge).values():
        found[area.name].append(area)
        short = shorten(area.name)
        if short != area.name:
            found[short].append(area)
    return {name: tuple(rows) for name, rows in found.items()}


def shorten(name: str) -> str:
    ending = next((e for e in ENDINGS if name.endswith(e) and len(name) - len(e) > 1), "")
    return name[: len(name) - len(ending)]


def above(area: Area, knowledge: Knowledge) -> list[Area]:
    """The areas that it lies in, nearest first."""
    known, chain = areas(knowledge), []
    while area.parent in known:
        area = known[area.parent]
        chain.append(area)
    return chain


def locate(name: str, context: frozenset[str], knowledge: Knowledge) -> Area | None:
    """The area that a name means: the only one of that name, or the only one whose upper areas the texts name."""
    options = by_name(knowledge).get(name, ())
    full = [area for area in options if area.name == name] or list(options)
    if len(full) == 1 and (full[0].name == name or full[0].level != "county"):
        return full[0]
    told = [a for a in full if any({u.name, shorten(u.name)} & context for u in above(a, knowledge))]
    return told[0] if len(told) == 1 else highest(full)


def highest(options: list[Area]) -> Area | None:
    """吉林 is first the province."""
    order = {"province": 0, "city": 1}
    ranked = sorted(options, key=lambda area: order.get(area.level, 2))
    alone = len(ranked) == 1 or len(ranked) > 1 and ranked[1].level != ranked[0].level
    return ranked[0] if alone and ranked[0].level in order else None
