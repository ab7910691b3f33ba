"""A Document in, its triples out."""

from collections.abc import Iterator
from hashlib import sha256

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF

from graphbuild.graph.ids import Mint
from graphbuild.graph.literals import dated, zh
from graphbuild.graph.namespaces import GB
from graphbuild.graph.statements import Triple
from graphbuild.model import Document


def document_iri(document: Document, mint: Mint) -> URIRef:
    return mint.named("document", document.id)


def text_path(document: Document) -> str:
    """Where the text as read is kept under the output; the articles of one file share it."""
    return f"texts/{checksum(document)[:16]}.txt"


def checksum(document: Document) -> str:
    return document.sha256 or sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def describe(document: Document, mint: Mint) -> Iterator[Triple]:
    iri = document_iri(document, mint)
    yield iri, RDF.type, GB.Document
    yield iri, DCTERMS.source, Literal(document.source)
    yield iri, GB.sha256, Literal(checksum(document))
    yield iri, GB.text, Literal(text_path(document))
    for predicate, text in ((DCTERMS.title, document.title), (DCTERMS.publisher, document.publisher)):
        if text:
            yield iri, predicate, zh(text)
    if issued := dated(document.published):
        yield iri, DCTERMS.issued, issued
