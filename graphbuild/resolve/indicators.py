"""Facts of figures in, the same out with the one indicator that different names mean: 社零总额 is the 社会消费品零售总额."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.model import Fact


@cache
def other_names(knowledge: Knowledge) -> Mapping[str, str]:
    return {row["word"]: row["same"] for row in knowledge.rows("indicator-names")}


def same_indicators(facts: Iterable[Fact], knowledge: Knowledge) -> list[Fact]:
    """The name that the text gives stays; `same` names the indicator that it is."""
    known = other_names(knowledge)
    return [named(fact, known) if fact.relation == "measure" else fact for fact in facts]


def named(fact: Fact, known: Mapping[str, str]) -> Fact:
    same = known.get(dict(fact.qualifiers).get("indicator", ""))
    return replace(fact, qualifiers=tuple(sorted({**dict(fact.qualifiers), "same": same}.items()))) if same else fact
