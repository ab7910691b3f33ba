"""Facts of one part in, the things out whose parts, or the wholes that they are part of, other parts speak of too."""

from collections import defaultdict
from collections.abc import Sequence

from graphbuild.model import Fact


def families(facts: Sequence[Fact], ours: frozenset[str]) -> frozenset[str]:
    """Over any number of steps: a promise to begin the whole is kept by whoever begins a part."""
    kin: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.relation == "partOf" and fact.object:
            kin[fact.subject].add(fact.object)
            kin[fact.object].add(fact.subject)
    found = {end for fact in facts for end in (fact.subject, fact.object) if end and end not in ours}
    waiting = sorted(found & kin.keys())
    while waiting:
        new = kin[waiting.pop()] - found
        found |= new
        waiting += new
    return frozenset(found)
