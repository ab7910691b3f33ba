"""A pyoxigraph store in, the same as an rdflib Graph out, read in place: what was written for one asks the other."""

from collections.abc import Iterator
from typing import Any

import pyoxigraph
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.store import Store as Base
from rdflib.term import Node


class Quads(Base):
    """rdflib's plug for stores, as far as reading needs it."""

    def __init__(self, engine: pyoxigraph.Store) -> None:
        super().__init__()
        self.engine = engine

    def triples(self, pattern: Any, context: Any = None) -> Iterator[Any]:
        asked = [inner(term) for term in pattern]
        if isinstance(asked[0], pyoxigraph.Literal):
            return
        for quad in self.engine.quads_for_pattern(*asked):
            yield (outer(quad.subject), outer(quad.predicate), outer(quad.object)), iter(())

    def __len__(self, context: Any = None) -> int:
        return len(self.engine)

    def bind(self, prefix: str, namespace: URIRef, override: bool = True) -> None:
        return

    def namespaces(self) -> Iterator[Any]:
        return iter(())

    def prefix(self, namespace: URIRef) -> None:
        return None

    def namespace(self, prefix: str) -> None:
        return None


def graph(engine: pyoxigraph.Store) -> Graph:
    return Graph(store=Quads(engine), bind_namespaces="none")


def inner(term: Node | None) -> Any:
    if term is None:
        return None
    if isinstance(term, Literal):
        kind = None if term.datatype is None or term.language else pyoxigraph.NamedNode(str(term.datatype))
        return pyoxigraph.Literal(str(term), datatype=kind, language=term.language)
    return pyoxigraph.BlankNode(str(term)) if isinstance(term, BNode) else pyoxigraph.NamedNode(str(term))


def outer(term: Any) -> Node:
    if isinstance(term, pyoxigraph.Literal):
        text = "http://www.w3.org/2001/XMLSchema#string"
        kind = None if term.language or term.datatype.value == text else URIRef(term.datatype.value)
        return Literal(term.value, lang=term.language, datatype=kind)
    return BNode(term.value) if isinstance(term, pyoxigraph.BlankNode) else URIRef(term.value)
