"""Statements of a store in, the sentences that state them out, each in its context, with the words of both ends marked."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeAlias

import pyoxigraph
from pyoxigraph import Literal, NamedNode
from rdflib.namespace import DCTERMS, RDF

from graphbuild.graph.namespaces import GB, OA
from graphbuild.query.sentences import ENDS
from graphbuild.view.citing import rest, tail
from graphbuild.view.marking import Piece, mark

AROUND = 200  # characters of one sentence on each side: lists have no full stops
Told: TypeAlias = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Document:
    """`start` and `end` are where it stands in its text, which may hold other articles; a graph may not say (0 and 0)."""

    iri: str
    title: str
    date: str
    publisher: str
    file: str
    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start` and `end` are code points of the text as read."""

    document: Document
    start: int
    end: int
    before: str
    pieces: tuple[Piece, ...]
    after: str


@dataclass(eq=False)
class Reader:
    """A store and the folder of its texts; what is read often is kept."""

    engine: pyoxigraph.Store
    texts: Path
    documents: dict[str, Document] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.text = lru_cache(maxsize=64)(self.read)

    def told(self, iri: str) -> Told:
        """All that one node says, by predicate."""
        found: dict[str, list[str]] = {}
        for quad in self.engine.quads_for_pattern(NamedNode(iri), None, None):
            found.setdefault(quad.predicate.value, []).append(getattr(quad.object, "value", ""))
        return {predicate: tuple(sorted(values)) for predicate, values in found.items()}

    def subjects(self, predicate: object, iri: str) -> list[str]:
        return sorted(subject for subject, _, _ in self.triples(None, predicate, iri))

    def meeting(self, near: object, here: str, far: object, there: str) -> list[str]:
        """Whatever points at both; it is sought at `near`, and the engine looks for the other end."""
        asked = f"SELECT ?note {{ ?note <{near}> {NamedNode(here)} FILTER EXISTS {{ ?note <{far}> {NamedNode(there)} }} }}"
        found = (row[0] for row in self.engine.query(asked))  # type: ignore[union-attr]
        return sorted({note.value for note in found if isinstance(note, NamedNode)})

    def triples(self, subject: str | None, predicate: object, object: str | None) -> Iterator[tuple[str, str, str]]:
        """What is said by and of IRIs; None stands for any."""
        s, p, o = (None if term is None else NamedNode(str(term)) for term in (subject, predicate, object))
        for quad in self.engine.quads_for_pattern(s, p, o):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject.value, quad.predicate.value, getattr(quad.object, "value", "")

    def each(self, predicate: object) -> Mapping[str, str]:
        """What it says of every subject, as `one` would: a graph is read through faster than it is asked node by node."""
        found: dict[str, str] = {}
        for subject, _, value in self.triples(None, predicate, None):
            found[subject] = min(value, found.get(subject, value))
        return found

    def sentences(self, told: Told, subject: Iterable[str] = (), object: Iterable[str] = ()) -> Iterator[Sentence]:
        """One a piece of evidence of a statement, in the order of their texts."""
        for document, selector in self.places(told):
            yield self.sentence(document, selector, subject, object)

    def places(self, told: Told) -> Iterator[tuple[Document, Told]]:
        """Where a statement's evidence stands: its document and what points into it."""
        for evidence in told.get(str(GB.evidence), ()):
            where = self.told(evidence)
            if source := one(where, OA.hasSource):
                yield self.document(source), self.told(one(where, OA.hasSelector))

    def sentence(self, document: Document, selector: Told, subject: Iterable[str], object: Iterable[str]) -> Sentence:
        start, end, quote = number(one(selector, OA.start)), number(one(selector, OA.end)), one(selector, OA.exact)
        text = self.text(document.text)
        pieces = tuple(mark(quote, subject, object))
        if text[start:end] != quote:  # the graph came without its texts, or with others
            before, after = tail(one(selector, OA.prefix), start), rest(quote, one(selector, OA.suffix))
            return Sentence(document, start, end, before, pieces, after)
        last = min((at + 1 for sign in ENDS if (at := text.find(sign, max(end - 1, 0))) >= 0), default=len(text))
        before, after = tail(text[max(0, start - AROUND) : start], start), text[end : min(last, end + AROUND)].rstrip()
        return Sentence(document, start, end, before, pieces, after)

    def document(self, iri: str) -> Document:
        if iri not in self.documents:
            told = self.told(iri)
            title, date, publisher, file, text = (
                one(told, p) for p in (DCTERMS.title, DCTERMS.issued, DCTERMS.publisher, DCTERMS.source, GB.text)
            )
            start, end = number(one(told, GB.articleStart)), number(one(told, GB.articleEnd))
            self.documents[iri] = Document(iri, title or file, date, publisher, file, text, start, end)
        return self.documents[iri]

    def articles(self, document: Document) -> list[Document]:
        """All of its file, in their order."""
        said = self.engine.quads_for_pattern(None, NamedNode(str(GB.text)), Literal(document.text))
        found = (self.document(quad.subject.value) for quad in said if isinstance(quad.subject, NamedNode))
        return sorted(found, key=lambda each: (each.start, each.iri))

    @cached_property
    def sources(self) -> tuple[Document, ...]:
        """All documents, by file and place."""
        found = (self.document(iri) for iri in self.subjects(RDF.type, str(GB.Document)))
        return tuple(sorted(found, key=lambda each: (each.file, each.start, each.iri)))

    def at(self, where: str) -> Document | None:
        """The article of a file in which a place lies, written FILE:START-END."""
        file, _, places = where.rpartition(":")
        before = bisect_right(self.sources, (file, number(places.partition("-")[0])), key=lambda each: (each.file, each.start))
        found = self.sources[before - 1] if before else None
        return found if found and found.file == file else None

    def read(self, path: str) -> str:
        """The text as read, its line ends kept; nothing where it is not there. Only a name is looked for, never a path."""
        try:
            return (self.texts / Path(path).name).read_bytes().decode("utf-8") if path else ""
        except (OSError, ValueError):
            return ""


def one(told: Told, predicate: object) -> str:
    return next(iter(told.get(str(predicate), ())), "")


def number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
