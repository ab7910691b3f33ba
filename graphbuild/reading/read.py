"""A source in, its documents with their mentions, claims and doubts out: a pure function of the source and the knowledge."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild import claims, ingest, mentions
from graphbuild.errors import UnreadableSource
from graphbuild.ingest import Source
from graphbuild.knowledge import Knowledge
from graphbuild.model import Claim, Document, Issue, Mention


@dataclass(frozen=True)
class Said:
    """A document with what it names, what it says and what in it is doubtful."""

    document: Document
    found: Sequence[Mention]
    claims: Sequence[Claim]
    left: Sequence[Issue]


@dataclass(frozen=True)
class Read:
    """The articles of one source, or the reason why there are none."""

    articles: Sequence[Said]
    trouble: Issue | None = None


def read_source(source: Source, knowledge: Knowledge) -> Read:
    """A source that cannot be read costs itself alone."""
    try:
        documents = ingest.read(source)
    except UnreadableSource as trouble:
        return Read([], Issue("error", "ingest", "unreadable", trouble.message, str(source), trouble.remedy))
    return Read([Said(document, *read_document(document, knowledge)) for document in documents])


def read_document(document: Document, knowledge: Knowledge) -> tuple[list[Mention], list[Claim], list[Issue]]:
    """One document read alone: it depends on nothing else, so that documents may be read anywhere and in any order."""
    return claims.read(document, mentions.find(document, knowledge), knowledge)
