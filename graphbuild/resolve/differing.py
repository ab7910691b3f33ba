"""Facts in, the pairs out that differ: two texts give one step of a thing two days, or one figure two numbers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from graphbuild.model import Fact
from graphbuild.resolve.promises import Said, by_subject
from graphbuild.resolve.standing import Days, Step

Row = tuple[Step, Fact]
Pair = tuple[Fact, Fact]


def differing(facts: Iterable[Fact], said: Said | None = None) -> list[Pair]:
    """Whatever stands in between, such as a new plan, is for those to judge who ask; each pair once, in order."""
    said = by_subject(facts) if said is None else said
    found = [pair for rows in said.values() for group in alike(rows) for pair in pairs(group)]
    return [(one[1], other[1]) for one, other in sorted(found, key=lambda pair: (pair[0][0].id, pair[1][0].id))]


def alike(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Those of one kind and one status, of which something is known that can differ; whose nobody knows are not compared."""
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for step, fact in rows:
        if fact.subject and (step.kind == "measure" or step.days is not None):
            groups[step.kind, dict(fact.qualifiers).get("status", "")].append((step, fact))
    yield from groups.values()


def pairs(group: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """No text contradicts itself: two numbers of one text count two things."""
    texts = {step.id: {claim.document.id for claim in fact.claims} for step, fact in group}
    for one, other in combinations(sorted(group, key=lambda row: row[0].id), 2):
        if differ(one[0], other[0]) and not texts[one[0].id] & texts[other[0].id]:
            yield one, other


def differ(one: Step, other: Step) -> bool:
    return not agree(one, other) if one.kind == "measure" else apart(one, other)


def apart(one: Step, other: Step) -> bool:
    """Their days cannot be the same: 2019-07 and 2019 can, 2019-07 and 2020 cannot."""
    return one.days is not None and other.days is not None and not meet(one.days, other.days)


def meet(one: Days, other: Days) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])


def agree(one: Step, other: Step) -> bool:
    """The same as far as both are given: 252.8 is 252.77 rounded; other units or none are not compared."""
    values = one.unit == other.unit and near(one.value, other.value) or one.unit != other.unit
    return values and near(one.change, other.change)


def near(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None:
        return True
    exponents = [exponent for n in (one, other) if isinstance(exponent := n.as_tuple().exponent, int)]
    step = Decimal(1).scaleb(max(exponents, default=0))
    return abs(one - other) <= step / 2
