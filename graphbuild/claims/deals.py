"""Claims in, the same without those that say less of a deal than others out: a government signs, not its area."""

import re
from collections.abc import Iterable

from graphbuild.model import Claim

GOVERNMENT = re.compile("(?:人民)?政府$")
DEALS = frozenset(("signedWith", "cooperatesWith"))


def deals(claims: Iterable[Claim]) -> list[Claim]:
    """甲区与乙公司签约 beside 甲区人民政府与乙公司签订协议; a signed deal is not told again as cooperation."""
    told = list(claims)
    deals = [claim for claim in told if claim.relation == "signedWith"]
    signed = {frozenset(map(area, pair(claim))) for claim in deals}
    governed = {frozenset(map(area, pair(claim))) for claim in deals if any(map(GOVERNMENT.search, pair(claim)))}
    return [claim for claim in told if claim.relation not in DEALS or not weaker(claim, signed, governed)]


def weaker(claim: Claim, signed: set[frozenset[str]], governed: set[frozenset[str]]) -> bool:
    if claim.relation == "cooperatesWith":
        return frozenset(map(area, pair(claim))) in signed
    areas = any(end and end.kind == "District" for end in (claim.subject, claim.object))
    return areas and not any(map(GOVERNMENT.search, pair(claim))) and pair(claim) in governed


def pair(claim: Claim) -> frozenset[str]:
    return frozenset(end.name for end in (claim.subject, claim.object) if end)


def area(name: str) -> str:
    """The area that a government governs; anything else by its name."""
    return GOVERNMENT.sub("", name)
