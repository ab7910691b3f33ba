"""Mentions and their Claims in, the same out where a site that a step of works is told of is a Project besides."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphbuild.model import Claim, Mention

SITES = frozenset(("Zone", "Park", "Facility", "Road"))


def under_way(mentions: Sequence[Mention], claims: Sequence[Claim]) -> tuple[list[Mention], list[Claim]]:
    """甲谷、乙馆年底前开工: both are being built, so both are projects; what was opened long since is none."""
    built = {claim.subject: works(claim.subject) for claim in claims if claim.subject and begins(claim, claim.subject)}
    return [built.get(m, m) for m in mentions], [told(claim, built) for claim in claims] if built else list(claims)


def begins(claim: Claim, site: Mention) -> bool:
    """A step of works: all but that something was opened."""
    if claim.relation != "milestone" or not SITES & set(site.kinds):
        return False
    step = dict(claim.qualifiers)
    return step["status"] == "planned" or step["kind"] != "open"


def works(mention: Mention) -> Mention:
    return mention if "Project" in mention.kinds else replace(mention, kinds=(*mention.kinds, "Project"))


def told(claim: Claim, built: Mapping[Mention, Mention]) -> Claim:
    subject = built.get(claim.subject, claim.subject) if claim.subject else None
    object = built.get(claim.object, claim.object) if claim.object else None
    same = subject is claim.subject and object is claim.object
    return claim if same else replace(claim, subject=subject, object=object)
