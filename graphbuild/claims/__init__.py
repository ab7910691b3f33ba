"""A document and its mentions in, Claims out, by an explicit list of extractors; `read` tells besides what gave none."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from graphbuild.claims.builders import builders
from graphbuild.claims.careers import careers
from graphbuild.claims.deals import deals
from graphbuild.claims.dues import dues
from graphbuild.claims.each import each
from graphbuild.claims.frames import frames
from graphbuild.claims.inside import inside
from graphbuild.claims.investments import investments
from graphbuild.claims.labels import labels
from graphbuild.claims.lives import lives
from graphbuild.claims.measures import measures
from graphbuild.claims.meetings import meetings
from graphbuild.claims.milestones import best_dated
from graphbuild.claims.nearest import nearest
from graphbuild.claims.ours import ours
from graphbuild.claims.own_firm import own_firm
from graphbuild.claims.page import Page
from graphbuild.claims.paging import page
from graphbuild.claims.places import places
from graphbuild.claims.portraits import portraits
from graphbuild.claims.posts import posts
from graphbuild.claims.reading import Reading
from graphbuild.claims.residue import residue
from graphbuild.claims.shares import shares
from graphbuild.claims.signers import signers
from graphbuild.claims.spans import spans
from graphbuild.claims.tables import tables
from graphbuild.claims.tenures import tenures
from graphbuild.claims.under_way import under_way
from graphbuild.claims.visits import visits
from graphbuild.knowledge import Knowledge
from graphbuild.model import Claim, Document, Issue, Mention

EXTRACTORS: tuple[Callable[[Reading], Iterable[Claim]], ...] = (
    posts, tenures, careers, portraits, lives, each, measures, investments, inside, spans,
)  # fmt: skip
RELATIONS: tuple[Callable[[Page], Iterable[Claim]], ...] = (
    frames, labels, tables, dues, visits, meetings, places, ours, own_firm, builders, signers, shares,
)  # fmt: skip

__all__ = ["EXTRACTORS", "RELATIONS", "extract", "read"]


def read(
    document: Document, mentions: Sequence[Mention], knowledge: Knowledge
) -> tuple[list[Mention], list[Claim], list[Issue]]:
    """The mentions with what the claims show of them, the claims, and what holds a cue but gave none: data, not trouble."""
    whole = page(Reading(document, mentions, knowledge))
    found, said = under_way(mentions, extracted(whole))
    return found, said, list(residue(whole, said))


def extract(document: Document, mentions: Sequence[Mention], knowledge: Knowledge) -> list[Claim]:
    return extracted(page(Reading(document, mentions, knowledge)))


def extracted(page: Page) -> list[Claim]:
    claims = [claim for extractor in EXTRACTORS for claim in extractor(page.reading)]
    said = [*claims, *deals(surest(related(page)))]
    return list(nearest(list(best_dated(said)), page.reading.mentions))


def related(page: Page) -> Iterator[Claim]:
    return (claim for extractor in RELATIONS for claim in extractor(page))


def surest(claims: Iterable[Claim]) -> list[Claim]:
    """Of claims that say the same of the same two places of the text the surest; the first of equals."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        ends = (end.start if end else -1 for end in (claim.subject, claim.object))
        key = claim.relation, *ends, dict(claim.qualifiers).get("kind")
        if key not in kept or kept[key].confidence < claim.confidence:
            kept[key] = claim
    return list(kept.values())
