"""Claims about mentions in, Facts about entities out; a claim whose ends are not in the graph or cannot be so is an Issue."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.terms import terms
from graphbuild.model import Claim, Fact, Issue
from graphbuild.resolve.entities import Things
from graphbuild.resolve.struck import Struck
from graphbuild.resolve.within import can_lie

SYMMETRIC = frozenset(("signedWith", "cooperatesWith"))
LIES = "locatedIn"
ABOUT = {"measure": "area", "milestone": "thing", "investment": "investedIn"}  # by the property that leads to what they are about
Key = tuple[str, str, str | None, tuple[tuple[str, str], ...]]


def facts(
    claims: Sequence[Claim], scopes: Mapping[str, str], things: Things, knowledge: Knowledge, struck: Struck
) -> tuple[list[Fact], list[Issue]]:
    """One fact for all claims that say the same; the ontology says between what a relation may stand."""
    said: dict[Key, list[Claim]] = defaultdict(list)
    issues = []
    for claim in sorted(claims, key=order):
        key = read(claim, scopes[claim.document.id], things)
        if key and key[2] and struck(key[1], key[0], key[2]):
            continue
        if key is None:
            issues.append(lost(claim))
        elif not fits(key, things, knowledge):
            issues.append(unfit(claim))
        elif key[1] != key[2] and elsewhere(key, things, knowledge):
            issues.append(misplaced(claim))
        elif key[1] != key[2]:
            said[as_said(key)].append(claim)
    return [Fact(*key, tuple(sorted(told, key=order))) for key, told in sorted(said.items(), key=by_text)], issues


def read(claim: Claim, scope: str, things: Things) -> Key | None:
    """The fact that the claim states; a figure may stand in a text that names no area."""
    subject = things.of(scope, claim.subject) if claim.subject else None
    object = things.of(scope, claim.object) if claim.object else None
    if (claim.subject and subject is None) or (claim.object and object is None):
        return None
    return claim.relation, subject.id if subject else "", object.id if object else None, claim.qualifiers


def as_said(key: Key) -> Key:
    """A relation that holds both ways is written once, the greater id first: an organization before a company."""
    relation, subject, object, qualifiers = key
    turned = relation in SYMMETRIC and object is not None and object > subject
    return (relation, object or "", subject, qualifiers) if turned else key


def fits(key: Key, things: Things, knowledge: Knowledge) -> bool:
    """A text alone may take the name of a treasury or of a games for an area; seen together they are none."""
    relation, subject, object, _ = key
    known = terms(knowledge.folder)
    if relation in ABOUT:
        return not subject or known.is_a(things.entities[subject].kinds, known.properties[ABOUT[relation]].range)
    if relation not in known.relations or object is None:
        return True
    return known.allows(relation, things.entities[subject].kinds, things.entities[object].kinds)


def elsewhere(key: Key, things: Things, knowledge: Knowledge) -> bool:
    """贵阳市 does not lie in the village of which the sentence speaks."""
    relation, subject, object, _ = key
    return relation == LIES and object is not None and not can_lie(things.entities[subject], things.entities[object], knowledge)


def by_text(item: tuple[Key, list[Claim]]) -> tuple[str, ...]:
    relation, subject, object, qualifiers = item[0]
    return relation, subject, object or "", str(qualifiers)


def order(claim: Claim) -> tuple[object, ...]:
    first = claim.subject.start if claim.subject else -1
    return claim.document.id, claim.start, claim.end, claim.rule, claim.confidence, first


def lost(claim: Claim) -> Issue:
    return issue(claim, "lost end", f"{claim.relation} has an end that is no thing: {claim.quote}")


def unfit(claim: Claim) -> Issue:
    ends = " and ".join(end.name for end in (claim.subject, claim.object) if end)
    return issue(claim, "unfit ends", f"{claim.relation} cannot stand between {ends}: {claim.quote}")


def misplaced(claim: Claim) -> Issue:
    ends = " does not lie in ".join(end.name for end in (claim.subject, claim.object) if end)
    return issue(claim, "area elsewhere", f"{ends}, as the list of areas knows: {claim.quote}")


def issue(claim: Claim, rule: str, message: str) -> Issue:
    return Issue("warning", "resolve", rule, message, f"{claim.document.source}:{claim.span.start}")
