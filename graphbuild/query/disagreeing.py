"""Two milestones in, whether one takes back what the other says out: pure comparison of days."""

from graphbuild.resolve.differing import meet
from graphbuild.resolve.standing import RANKS, Step


def ordered(one: Step, other: Step) -> bool:
    """Whether one was first said after the other for certain: then it is a new plan, not a contradiction."""
    return one.first is not None and other.first is not None and not meet(one.first, other.first)


def undone(done: Step, planned: Step) -> bool:
    """Whether a later text plans what an earlier one calls done."""
    if not done.done or planned.done or done.kind not in RANKS or planned.kind not in RANKS:
        return False
    later = done.first is not None and planned.first is not None and planned.first[0] > done.first[1]
    return later and RANKS[planned.kind] <= RANKS[done.kind]
