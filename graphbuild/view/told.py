"""What a view tells, as types: things, statements about them, the sentences that make them, the texts these stand in."""

from dataclasses import dataclass

from rdflib.term import Node

from graphbuild.view.marking import Piece


@dataclass(frozen=True)
class Thing:
    iri: str
    name: str
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    code: str = ""


@dataclass(frozen=True)
class Source:
    """A document, as a reader would cite it."""

    iri: str
    title: str
    date: str
    publisher: str
    file: str


@dataclass(frozen=True)
class Quote:
    """One place that says something: its words in pieces, those of the two ends marked, and what stands around."""

    claim: str
    evidence: str
    selector: str
    pieces: tuple[Piece, ...]
    before: str
    after: str
    start: int
    end: int
    source: Source
    date: str
    rule: str
    sure: float


@dataclass(frozen=True)
class Said:
    """Something stated of `subject`: of another thing (an edge), or in words (a note); `parts` are a note's own values."""

    subject: str
    relation: str
    object: str
    parts: tuple[tuple[str, Node], ...]
    quotes: tuple[Quote, ...]
    node: str = ""

    @property
    def sure(self) -> float:
        return max((quote.sure for quote in self.quotes), default=1.0)

    @property
    def dates(self) -> list[str]:
        return sorted({quote.date for quote in self.quotes if quote.date})
