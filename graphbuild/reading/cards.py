"""What of a document must be known to say where it belongs: little, so that all documents' cards can be held at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.model import Document, Mention


@dataclass(frozen=True, slots=True)
class Card:
    """A document without its text, the area that it calls its own, the areas that it names; which text of its source, by hash."""

    document: Document
    own: str
    areas: Sequence[Mention]
    text: int
    digest: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document can be found again: the note of its source and which of its articles it is."""

    note: str
    article: int
    card: Card
