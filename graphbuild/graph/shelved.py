"""An embedded store in, a graph in rdflib's words out that reads what it is asked for: a large graph is never held whole."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import pyoxigraph
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.store import Store
from rdflib.term import Node

from graphbuild.graph.reading import Known, Triple, node

DECIMAL = str(XSD.decimal)
KEPT = 1 << 16  # answers that are remembered: a place is called the same in a thousand rows
NO_GRAPHS: Iterator[Graph] = iter(())
NOWHERE = pyoxigraph.DefaultGraph()
Asked = tuple[Node | None, Node | None, Node | None]
Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal


def shelved(engine: pyoxigraph.Store, prefixes: Mapping[str, str]) -> Graph:
    graph = Graph(Shelved(engine), bind_namespaces="none")
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace)
    return graph


class Shelved(Store):
    """What rdflib asks of a store that is only read."""

    def __init__(self, engine: pyoxigraph.Store) -> None:
        super().__init__()
        self.engine = engine
        self.spaces: dict[str, URIRef] = {}
        self.known: Known = {}
        self.ends = lru_cache(KEPT)(self.ended)

    def triples(self, triple_pattern: Asked, context: Graph | None = None) -> Iterator[tuple[Triple, Iterator[Graph]]]:
        subject, predicate, object = triple_pattern
        if subject is not None and predicate is not None and object is None:
            for end in self.ends(subject, predicate):
                yield (subject, predicate, end), NO_GRAPHS
        else:
            for triple in self.found(subject, predicate, object):
                yield triple, NO_GRAPHS

    def found(self, *asked: Node | None) -> Iterator[Triple]:
        subject, predicate, object = map(term, asked)
        if isinstance(subject, pyoxigraph.Literal) or not isinstance(predicate, pyoxigraph.NamedNode | None):
            return
        for quad in self.engine.quads_for_pattern(subject, predicate, object, NOWHERE):
            yield node(quad.subject, self.known), node(quad.predicate, self.known), self.told(quad.object)

    def ended(self, subject: Node, predicate: Node) -> tuple[Node, ...]:
        return tuple(end for _, _, end in self.found(subject, predicate, None))

    def told(self, term: object) -> Node:
        """As graph.ttl writes it: the engine keeps the value of a number, and of 11.0 only 11."""
        if isinstance(term, pyoxigraph.Literal) and term.datatype.value == DECIMAL and "." not in term.value:
            return Literal(f"{term.value}.0", datatype=XSD.decimal, normalize=False)
        return node(term, self.known)

    def __len__(self, context: Graph | None = None) -> int:
        return len(self.engine)

    def bind(self, prefix: str, namespace: URIRef, override: bool = True) -> None:
        self.spaces[prefix] = namespace

    def namespace(self, prefix: str) -> URIRef | None:
        return self.spaces.get(prefix)

    def prefix(self, namespace: URIRef) -> str | None:
        return next((prefix for prefix, own in self.spaces.items() if own == namespace), None)

    def namespaces(self) -> Iterator[tuple[str, URIRef]]:
        yield from self.spaces.items()


def term(asked: Node | None) -> Term | None:
    """The same term in the engine's words."""
    if asked is None:
        return None
    if isinstance(asked, BNode):
        return pyoxigraph.BlankNode(str(asked))
    if isinstance(asked, Literal):
        kind = pyoxigraph.NamedNode(str(asked.datatype)) if asked.datatype else None
        return pyoxigraph.Literal(str(asked), datatype=kind, language=asked.language)
    return pyoxigraph.NamedNode(str(asked))
