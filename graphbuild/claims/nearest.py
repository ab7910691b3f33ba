"""Claims in, the same out with each thing in the nearest area alone: 甲校，位于乙区丙镇丁村 lies in 丁村, and that in 丙镇."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graphbuild.model import Claim, Mention

WHERE = "locatedIn"
DEALS = frozenset(("signedWith", "cooperatesWith"))
SAID = ("位于", "落户", "在")  # wordings that name the place; others only know the area that a text is about


def nearest(claims: Sequence[Claim], mentions: Sequence[Mention]) -> Iterator[Claim]:
    """What lies in an area lies in those around it too; to say so again of each thing says nothing."""
    behind = {m.start: m for m in mentions if m.kind == "District"}
    moved = list(dealt([inward(claim, behind) for claim in claims], behind))
    inside: dict[str, set[str]] = defaultdict(set)
    for subject, object in (ends(claim) for claim in moved if claim.relation == WHERE):
        inside[subject].add(object)
    yield from (claim for claim in moved if not far(claim, inside))


def inward(claim: Claim, behind: Mapping[int, Mention]) -> Claim:
    """To the last of the areas that are written in a row: each is an area of the one before."""
    if claim.relation != WHERE or not claim.rule.startswith(SAID):
        return claim
    return replace(claim, object=last(claim.object, behind, claim.subject))


def dealt(claims: Iterable[Claim], behind: Mapping[int, Mention]) -> Iterator[Claim]:
    """甲省乙市丙区签订协议: who signs is the last of them, once."""
    told = set()
    for claim in claims:
        if claim.relation not in DEALS:
            yield claim
            continue
        moved = replace(claim, subject=last(claim.subject, behind), object=last(claim.object, behind))
        deal = (claim.relation, *ends(moved), claim.start)
        if deal not in told and moved.subject != moved.object:
            yield moved
        told.add(deal)


def last(end: Mention | None, behind: Mapping[int, Mention], other: Mention | None = None) -> Mention | None:
    """The last of the areas written in a row that begin here, up to the `other` end of the claim."""
    while end and end.kind == "District" and (next_one := behind.get(end.end)) and next_one != other:
        end = next_one
    return end


def far(claim: Claim, inside: Mapping[str, set[str]]) -> bool:
    """Told of an area around the one in which the thing is told to lie."""
    if claim.relation != WHERE:
        return False
    subject, area = ends(claim)
    return any(area in inside.get(near, ()) for near in inside[subject] - {area, subject})


def ends(claim: Claim) -> tuple[str, str]:
    return claim.subject.name if claim.subject else "", claim.object.name if claim.object else ""
