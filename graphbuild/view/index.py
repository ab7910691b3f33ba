"""An RDF graph or its triples in, what each node says out, read in one pass and always in the same order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from rdflib import RDF, RDFS, SKOS, Namespace, URIRef
from rdflib.term import Node

GB = Namespace("https://w3id.org/graphbuild/ns#")
OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")
TYPE, NAME, LABEL, IDEA = RDF.type, SKOS.prefLabel, RDFS.label, SKOS.Concept  # a namespace makes each anew
Triples: TypeAlias = Iterable[tuple[Node, Node, Node]]  # a Graph is one


class Index:
    """rdflib answers one question at a time; a page asks a hundred thousand."""

    def __init__(self, triples: Triples) -> None:
        self.said: dict[Node, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for s, p, o in triples:
            self.said[s][p].append(o)
        for told in self.said.values():
            for objects in told.values():
                if len(objects) > 1:
                    objects.sort(key=str)

    def all(self, node: Node | None, predicate: URIRef) -> list[Node]:
        told = self.said.get(node) if node is not None else None
        return told.get(predicate, []) if told else []

    def one(self, node: Node | None, predicate: URIRef) -> Node | None:
        return next(iter(self.all(node, predicate)), None)

    def text(self, node: Node | None, predicate: URIRef) -> str:
        return str(next(iter(self.all(node, predicate)), ""))

    def texts(self, node: Node | None, predicate: URIRef) -> list[str]:
        return [str(value) for value in self.all(node, predicate)]

    def of(self, kind: URIRef) -> list[Node]:
        return sorted((s for s, told in self.said.items() if kind in told.get(TYPE, ())), key=str)

    def things(self) -> Iterator[URIRef]:
        """Whatever has a name and is no idea: also in a stranger's graph."""
        for node in sorted(self.said, key=str):
            told = self.said[node]
            named = NAME in told or LABEL in told
            if named and isinstance(node, URIRef) and IDEA not in told.get(TYPE, ()):
                yield node

    def call(self, node: Node) -> str:
        """What a node is called: by its label, else by the end of its IRI."""
        return self.text(node, NAME) or self.text(node, LABEL) or local(node)


def local(node: Node | None) -> str:
    return str(node).replace("#", "/").rpartition("/")[2] if isinstance(node, URIRef) else str(node)
