"""The forms in which an answer can be given: media types, in the order in which they are liked, and what writes each."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from pyoxigraph import RdfFormat

from graphbuild.query import formats
from graphbuild.query.answers import Answer

Writer: TypeAlias = Callable[[Answer, Mapping[str, str]], str]
HTML = "text/html"


def rows(write: Callable[[Answer], str]) -> Writer:
    return lambda answer, _: write(answer)


def triples(form: RdfFormat, prefixed: bool = False) -> Writer:
    return lambda answer, prefixes: formats.serialized(answer, form, prefixes if prefixed else {})


ROWS: Mapping[str, Writer] = {
    "application/sparql-results+json": rows(formats.to_json),
    "application/sparql-results+xml": rows(formats.to_xml),
    "text/csv": rows(formats.to_csv),
    "text/tab-separated-values": rows(formats.to_tsv),
    "application/json": rows(formats.to_json),
    "application/xml": rows(formats.to_xml),
    "text/xml": rows(formats.to_xml),
}
TRIPLES: Mapping[str, Writer] = {
    "text/turtle": formats.to_turtle,
    "application/n-triples": triples(RdfFormat.N_TRIPLES),
    "application/ld+json": triples(RdfFormat.JSON_LD),
    "application/rdf+xml": triples(RdfFormat.RDF_XML, prefixed=True),
    "application/x-turtle": formats.to_turtle,
    "application/json": triples(RdfFormat.JSON_LD),
}
# What a link or a form can ask for by name, where a browser would not ask by Accept.
NAMES = {
    "json": "application/sparql-results+json", "xml": "application/sparql-results+xml", "csv": "text/csv",
    "tsv": "text/tab-separated-values", "ttl": "text/turtle", "turtle": "text/turtle", "nt": "application/n-triples",
    "jsonld": "application/ld+json", "json-ld": "application/ld+json", "rdf": "application/rdf+xml",
}  # fmt: skip
SAYING = frozenset({"application/sparql-results+json", "application/json"})  # these can say inside that they are cut


def writers(answer_form: str) -> Mapping[str, Writer]:
    return TRIPLES if answer_form == "construct" else ROWS


def with_charset(type: str) -> str:
    """JSON is UTF-8 by its own standard, XML and RDF say theirs; text would be guessed at."""
    return f"{type}; charset=utf-8" if type.startswith("text/") or type.endswith("xml") else type
