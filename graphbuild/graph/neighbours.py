"""Some triples and a store of all in, a graph out in which shapes can look at their subjects: these and their neighbours."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import RDF, SKOS, Graph, URIRef
from rdflib.term import Node

from graphbuild.graph.reading import Triple, node

ENDS = tuple(str(end) for end in (RDF.subject, RDF.predicate, RDF.object))
ALWAYS = (str(RDF.type), str(SKOS.prefLabel), *ENDS)


@dataclass(frozen=True)
class Part:
    """`own` are the nodes of which all is in the graph; of their neighbours there is what shapes ask of these."""

    graph: Graph
    own: frozenset[Node]


def part(store: ox.Store, said: Sequence[Triple], pointing: Collection[str], further: Collection[str]) -> Part:
    """`pointing` are predicates whose objects shapes look at, described or not; `further` those that they follow from there.

    Numbers come with `said` alone: a store knows but one kind of whole numbers.
    """
    graph, seen = Graph(bind_namespaces="none"), {*ALWAYS, *further}
    own = {subject for subject, _, _ in said}
    near = set[Node](object for _, _, object in said if isinstance(object, URIRef)) - own
    own |= {object for _, predicate, object in said if str(predicate) in pointing and lonely(store, object)}
    claimed = {subject for subject, predicate, _ in said if str(predicate) in further}
    near |= {claim for subject in claimed for claim in claims(store, subject)} - own
    for triple in said:
        graph.add(triple)
    for each in near:
        for quad in about(store, each):
            if quad.predicate.value in seen:
                graph.add((each, node(quad.predicate), node(quad.object)))
    return Part(graph, frozenset(own))


def about(store: ox.Store, subject: Node) -> Iterator[ox.Quad]:
    return store.quads_for_pattern(ox.NamedNode(str(subject)), None, None)


def lonely(store: ox.Store, subject: Node) -> bool:
    """Nothing is said of it."""
    return not isinstance(subject, URIRef) or next(about(store, subject), None) is None


def claims(store: ox.Store, subject: Node) -> Iterator[Node]:
    """Those that say something of it."""
    for quad in store.quads_for_pattern(None, ox.NamedNode(ENDS[0]), ox.NamedNode(str(subject))):
        yield node(quad.subject)


def pointed(store: ox.Store, some: Part, predicate: Node, at: Node) -> bool:
    """Whether anything leads to it, here or in another part."""
    if (None, predicate, at) in some.graph or not isinstance(at, URIRef):
        return (None, predicate, at) in some.graph
    found = store.quads_for_pattern(None, ox.NamedNode(str(predicate)), ox.NamedNode(str(at)))
    return next(found, None) is not None
