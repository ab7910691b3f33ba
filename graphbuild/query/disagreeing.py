"""Two milestones or figures in, whether they contradict each other out: pure comparison of days and numbers."""

from decimal import Decimal

from graphbuild.resolve.standing import RANKS, Days, Step


def apart(one: Step, other: Step) -> bool:
    """Their days cannot be the same: 2019-07 and 2019 can, 2019-07 and 2020 cannot."""
    return one.days is not None and other.days is not None and not meet(one.days, other.days)


def meet(one: Days, other: Days) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])


def ordered(one: Step, other: Step) -> bool:
    """Whether one was first said after the other for certain: then it is a new plan, not a contradiction."""
    return one.first is not None and other.first is not None and not meet(one.first, other.first)


def undone(done: Step, planned: Step) -> bool:
    """Whether a later text plans what an earlier one calls done."""
    if not done.done or planned.done or done.kind not in RANKS or planned.kind not in RANKS:
        return False
    later = done.first is not None and planned.first is not None and planned.first[0] > done.first[1]
    return later and RANKS[planned.kind] <= RANKS[done.kind]


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
