"""A Reading in, its milestones out, those of a part told of each thing that has it: 甲园、乙园…，启动工程三期建设."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graphbuild.claims.milestones import milestones
from graphbuild.claims.reading import Reading
from graphbuild.model import Claim, Mention

WORKS = "Project"


def each(reading: Reading) -> Iterator[Claim]:
    """Two works that the same words name are one of each of two things."""
    twins = dict(named_twice(reading.mentions))
    for claim in milestones(reading):
        yield claim
        if claim.subject in twins:
            yield replace(claim, subject=twins[claim.subject])


def named_twice(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    for one, other in pairwise(mentions):
        both = WORKS in one.kinds and WORKS in other.kinds and one.name != other.name
        if both and (one.start, one.end) == (other.start, other.end):
            yield from ((one, other), (other, one))
