"""A pyoxigraph store in, the same as an rdflib Graph out, read in place: what was written for one asks the other."""

from collections.abc import Generator, Iterator
from functools import lru_cache
from typing import Any

import pyoxigraph
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.store import Store as Base
from rdflib.term import Node

KEPT = 50_000  # nodes whose statements are held ready


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


class Read(Graph):
    """What one node says is read once: most questions are about few nodes, again and again."""

    def __init__(self, engine: pyoxigraph.Store) -> None:
        super().__init__(store=Quads(engine), bind_namespaces="none")
        self.told = lru_cache(KEPT)(self.tell)

    def tell(self, node: Node) -> dict[Any, list[Any]]:
        found: dict[Any, list[Any]] = {}
        for _, predicate, object in super().triples((node, None, None)):
            found.setdefault(predicate, []).append(object)
        return found

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Generator[Any, None, None]:
        if isinstance(subject, URIRef) and predicate is not None:
            yield from self.told(subject).get(predicate, ())
        else:
            yield from super().objects(subject, predicate, unique)

    def value(self, subject: Any = None, predicate: Any = None, object: Any = None, *more: Any, **options: Any) -> Any:
        if isinstance(subject, URIRef) and predicate is not None and object is None and not more and not options:
            return next(iter(self.told(subject).get(predicate, ())), None)
        return super().value(subject, predicate, object, *more, **options)


def graph(engine: pyoxigraph.Store) -> Graph:
    return Read(engine)


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
