"""A piece of Turtle and the store of the whole in, what is said of the piece's own subjects and of those around them out."""

from collections import defaultdict
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF

from graphbuild.graph.fitting import Term
from graphbuild.knowledge.terms import ontology

KIND = str(RDF.type)


class Piece:
    """What the piece says of its own subjects, and the store of all others."""

    def __init__(self, turtle: bytes, store: ox.Store, knowledge: Path) -> None:
        self.store, self.known = store, named(knowledge)
        self.own: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self.seen: dict[str, frozenset[str]] = {}
        self.blank = False
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
            self.blank = self.blank or not isinstance(quad.subject, ox.NamedNode) or isinstance(quad.object, ox.BlankNode)
            self.own[str(getattr(quad.subject, "value", ""))][quad.predicate.value].append(quad.object)

    def kinds(self, iri: str) -> frozenset[str]:
        if iri not in self.seen:
            told = {kind.value for kind in self.values(iri, KIND) if isinstance(kind, ox.NamedNode)}
            self.seen[iri] = self.known.get(iri, frozenset()) | told
        return self.seen[iri]

    def values(self, iri: str, predicate: str) -> Collection[Term]:
        if iri in self.own:
            return self.own[iri].get(predicate, ())
        return [quad.object for quad in self.store.quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(predicate), None)]


@cache
def named(knowledge: Path) -> dict[str, frozenset[str]]:
    """What graphbuild.ttl speaks of, with its classes."""
    found: dict[str, set[str]] = defaultdict(set)
    for subject, kind in ontology(knowledge).subject_objects(RDF.type):
        found[str(subject)].add(str(kind))
    return {subject: frozenset(kinds) for subject, kinds in found.items()}
