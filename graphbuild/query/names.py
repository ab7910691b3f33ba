"""A name or IRI as people write it in, the one node of the graph that it means out."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import TypeAlias

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import SKOS
from rdflib.term import Node

from graphbuild.errors import Unanswerable
from graphbuild.query.placed import apart, meant, spoken_of, written
from graphbuild.text.squash import squash

OFFERED = 5
Index: TypeAlias = dict[str, set[URIRef]]


class Names:
    """Every label of a graph, whatever its width, spaces and quotation marks."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    @cached_property
    def preferred(self) -> Index:
        return index(self.graph, SKOS.prefLabel)

    @cached_property
    def other(self) -> Index:
        return index(self.graph, SKOS.altLabel)

    def find(self, text: str) -> URIRef:
        """A preferred name goes before another thing's alias; two things of one name are for the asker to tell apart."""
        if node := self.iri(text.strip().removeprefix("<").removesuffix(">")):
            return node
        found = self.bearers(text)
        if not found and (placed := self.bearers(apart(text)[0])):
            found = set(meant(self.graph, placed, apart(text)[1]))
            if not found:
                raise Unanswerable(f"nothing is called {text}", f"of that name there is: {self.refs(placed)}")
        if not found:
            near = ", ".join(self.near(squash(text)))
            raise Unanswerable(f"nothing is called {text}", f"near names: {near}" if near else "try a shorter name")
        if len(found := set(spoken_of(self.graph, found))) > 1:
            raise Unanswerable(f"{text} is the name of {len(found)} things", f"write one of: {self.refs(found)}")
        return next(iter(found))

    def bearers(self, text: str) -> set[URIRef]:
        name = squash(text)
        return self.exactly(text) or self.preferred.get(name) or self.other.get(name) or set()

    def refs(self, found: Iterable[URIRef]) -> str:
        """How each is to be written, so that it alone is meant."""
        return ", ".join(sorted(written({str(node): call(self.graph, node) for node in found}, self.graph).values()))

    def exactly(self, text: str) -> set[URIRef]:
        """Those that are called so letter by letter: for them no other name has to be read."""
        for predicate in (SKOS.prefLabel, SKOS.altLabel):
            found = self.graph.subjects(predicate, Literal(text.strip(), lang="zh"))
            if called := {node for node in found if isinstance(node, URIRef)}:
                return called
        return set()

    def iri(self, text: str) -> URIRef | None:
        """A whole IRI, or one with a prefix of the graph, or its last two segments."""
        prefix, _, local = text.replace("/", ":", 1).partition(":")
        spelled = {p: str(n) for p, n in self.graph.namespaces()}.get(prefix, "") + local
        for candidate in (text, spelled):
            if ":" in candidate and (URIRef(candidate), None, None) in self.graph:
                return URIRef(candidate)
        return None

    def near(self, name: str) -> list[str]:
        """Names that hold it or are held by it, then names that look like it."""
        known = sorted(n for n in {*self.preferred, *self.other} if set(n) & set(name))
        inside = sorted((n for n in known if name in n or n in name), key=lambda n: (abs(len(n) - len(name)), n))
        alike = get_close_matches(name, known, OFFERED, 0.5)
        return list(dict.fromkeys([*inside, *alike]))[:OFFERED]


def index(graph: Graph, predicate: URIRef) -> Index:
    found: Index = defaultdict(set)
    for node, label in graph.subject_objects(predicate):
        if isinstance(node, URIRef):
            found[squash(str(label))].add(node)
    return found


def call(graph: Graph, node: Node) -> str:
    """What a node is called, or what its IRI ends in."""
    label = min(map(str, graph.objects(node, SKOS.prefLabel)), default="")
    return label or (str(node).replace("#", "/").rpartition("/")[2] if isinstance(node, URIRef) else str(node))
