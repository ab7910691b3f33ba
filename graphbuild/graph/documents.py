"""A Document in, its triples out."""

from collections.abc import Iterator
from hashlib import sha256

from graphbuild.graph.ids import Mint
from graphbuild.graph.literals import count, dated, zh
from graphbuild.graph.statements import Triple
from graphbuild.graph.turtle import quoted
from graphbuild.model import Document


def text_path(document: Document) -> str:
    """Where the text as read is kept under the output; the articles of one file share it."""
    return f"texts/{checksum(document)[:16]}.txt"


def checksum(document: Document) -> str:
    return document.sha256 or sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def describe(document: Document, mint: Mint) -> Iterator[Triple]:
    iri = mint.named("document", document.id)
    yield iri, "a", "gb:Document"
    yield iri, "dcterms:source", quoted(document.source)
    yield iri, "gb:sha256", quoted(checksum(document))
    yield iri, "gb:text", quoted(text_path(document))
    if document.view.text:
        where = document.span(0, len(document.view.text))
        yield iri, "gb:articleStart", count(where.start)
        yield iri, "gb:articleEnd", count(where.end)
    for predicate, text in (("dcterms:title", document.title), ("dcterms:publisher", document.publisher)):
        if text:
            yield iri, predicate, zh(text)
    if issued := dated(document.published):
        yield iri, "dcterms:issued", issued
