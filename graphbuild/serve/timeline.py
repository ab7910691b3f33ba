"""A thing's groups in, its dated facts out in the order of their days."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.serve.facts import Fact, Group

MOST = 60
TIMELESS = frozenset({"Measure", "locatedIn", "~locatedIn", "partOf", "~partOf"})


@dataclass(frozen=True, slots=True)
class Day:
    day: str
    fact: Fact


def timeline(groups: Sequence[Group]) -> tuple[list[Day], bool]:
    """The latest ones, and whether there are more; a milestone stands at its own day where the text gives one."""
    days = [Day(day, fact) for group in groups if group.key not in TIMELESS for fact in group.facts if (day := day_of(fact))]
    ordered = sorted(days, key=lambda each: (each.day, each.fact.relation, each.fact.other), reverse=True)
    return ordered[:MOST], len(ordered) > MOST


def day_of(fact: Fact) -> str:
    dates = [part for part in fact.parts if part[:4].isdigit() and len(part) >= 4] if fact.relation == "Milestone" else []
    return dates[0] if dates else fact.day.partition(" – ")[0]
