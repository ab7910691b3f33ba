"""The claims of a text in, the same without those that say less of a deal than others: a government signs, not its area."""

import re
from collections.abc import Iterable

from graphbuild.model import Claim, Mention

DEALS = frozenset(("signedWith", "cooperatesWith"))


def deals(claims: Iterable[Claim]) -> list[Claim]:
    """甲区与乙公司签约 beside 甲区人民政府与乙公司签订协议; a signed deal is not told again as cooperation."""
    told = list(claims)
    signed = {pair(claim) for claim in told if claim.relation == "signedWith"}
    governed = {frozenset(map(area, (a, b))) for a, b in ((c.subject, c.object) for c in told if c.relation == "signedWith") if b
                and "Organization" in {a.kind, b.kind}}
    return [claim for claim in told if claim.relation not in DEALS or not weaker(claim, signed, governed)]


def weaker(claim: Claim, signed: set[frozenset[str]], governed: set[frozenset[str]]) -> bool:
    if claim.relation == "cooperatesWith":
        return pair(claim) in signed
    ends = {claim.subject.kind, claim.object.kind if claim.object else ""}
    return "District" in ends and "Organization" not in ends and pair(claim) in governed


def pair(claim: Claim) -> frozenset[str]:
    return frozenset((claim.subject.name, claim.object.name if claim.object else ""))


def area(mention: Mention) -> str:
    """The area that a government governs; anything else by its name."""
    return re.sub("(?:人民)?政府$", "", mention.name) if mention.kind == "Organization" else mention.name
