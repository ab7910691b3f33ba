"""The shapes and a part of a graph in, the same shapes out aimed at the part's own nodes: of the others not all is there."""

from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, RDFS, SH, Graph
from rdflib.collection import Collection as Items
from rdflib.term import Node

from graphbuild.graph.namespaces import GB
from graphbuild.graph.neighbours import Part, pointed
from graphbuild.graph.validation import shapes
from graphbuild.knowledge.terms import ontology, terms

TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
FAR = (SH.inversePath, SH.zeroOrMorePath, SH.oneOrMorePath, SH.sparql, SH.node, SH.equals, SH.disjoint)


def aimed(some: Part, store: ox.Store, knowledge: Path) -> Graph:
    known, made = shapes(knowledge), Graph(bind_namespaces="none")
    for triple in known:
        if triple[1] not in TARGETS:
            made.add(triple)
    for shape, kind in known.subject_objects(TARGETS[0]):
        for below in below_of(kind, knowledge):
            aim(made, shape, some.own & set(some.graph.subjects(RDF.type, below)))
    for shape, predicate in known.subject_objects(TARGETS[1]):
        aim(made, shape, some.own & set(some.graph.subjects(predicate)))
    for shape, predicate in known.subject_objects(TARGETS[2]):
        aim(made, shape, (node for node in some.own if pointed(store, some, predicate, node)))
    return made


def aim(made: Graph, shape: Node, nodes: Iterable[Node]) -> None:
    for node in nodes:
        made.add((shape, SH.targetNode, node))


@cache
def below_of(kind: Node, knowledge: Path) -> Collection[Node]:
    return {below for below in ontology(knowledge).transitive_subjects(RDFS.subClassOf, kind) if below}


def partable(knowledge: Path) -> bool:
    """Whether all that shapes look at lies ahead of their node, two steps away at most."""
    graph = shapes(knowledge)
    longest = max((len(steps) for steps in paths(knowledge)), default=1)
    return longest <= 2 and not any((None, word, None) in graph for word in FAR)


def paths(knowledge: Path) -> list[list[Node]]:
    graph = shapes(knowledge)
    return [list(Items(graph, path)) for path in graph.objects(None, SH.path) if (path, RDF.first, None) in graph]


@cache
def pointing(knowledge: Path) -> Collection[str]:
    return {str(predicate) for predicate in shapes(knowledge).objects(None, TARGETS[2])}


@cache
def further(knowledge: Path) -> Collection[str]:
    """Predicates that stand second in a path, and relations, which claims must have."""
    return {str(step) for steps in paths(knowledge) for step in steps[1:]} | {str(GB[n]) for n in terms(knowledge).relations}
