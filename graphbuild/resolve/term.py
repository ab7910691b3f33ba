"""Days on which a post was stated in, the stretch for which it was certainly held out: pure comparison of days."""

from collections.abc import Iterable
from dataclasses import dataclass

from graphbuild.resolve.standing import Days


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """Held from `low` to `high` for certain; `edges` are the days on which it began or ended."""

    low: str
    high: str
    edges: frozenset[str] = frozenset()


def certain(said: Iterable[Days], begin: Days | None, end: Days | None) -> Term | None:
    """A statement of 2019 alone is of some day in 2019: two such make a stretch, one does not."""
    days = [*said, *(day for day in (begin, end) if day)]
    if not days:
        return None
    low, high = min(last for _, last in days), max(first for first, _ in days)
    edges = frozenset(day[0] for day in (begin, end) if day and day[0] == day[1])
    return Term(low, high, edges) if low <= high else None


def together(one: Term, other: Term) -> bool:
    """Whether both held it on one day; on a day of handing over both are named."""
    low, high = max(one.low, other.low), min(one.high, other.high)
    return low < high or low == high and low not in one.edges | other.edges
