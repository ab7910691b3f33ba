"""A graph in, what it states in the scorer's terms out: things with classes and names, relations, posts, milestones, measures."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from rdflib import ORG, RDF, SKOS, Graph, Namespace
from rdflib.term import Node

GB = Namespace("https://w3id.org/graphbuild/ns#")
TYPES = (
    "Official", "Person", "District", "Organization", "Company", "Project",
    "Zone", "Park", "Road", "WaterBody", "Facility", "Event",
)  # fmt: skip
PREDICATES = (
    "inspects", "oversees", "accompanies", "chairs", "attends",
    "locatedIn", "partOf", "developedBy", "signedWith", "cooperatesWith",
)  # fmt: skip
Measure: TypeAlias = tuple[str, float | None, str, float | None]


@dataclass(frozen=True)
class Thing:
    types: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True)
class Stated:
    """Nodes stand for the things; everything else is text and numbers."""

    things: dict[Node, Thing]
    relations: list[tuple[Node, str, Node]]
    posts: list[tuple[Node | None, str, Node | None]]
    milestones: list[tuple[Node | None, str, str, str]]
    measures: list[Measure]


def state(graph: Graph) -> Stated:
    nodes = dict.fromkeys(node for kind in TYPES for node in graph.subjects(RDF.type, GB[kind]))
    # a parent place known from the list of areas, not from the text, is not the text's own
    things = {node: thing(graph, node) for node in nodes if not graph.value(node, GB.inferred)}
    relations = [(s, name, o) for name in PREDICATES for s, o in graph.subject_objects(GB[name])]
    return Stated(things, relations, posts(graph), milestones(graph), measures(graph))


def thing(graph: Graph, node: Node) -> Thing:
    types = {kind for kind in TYPES if (node, RDF.type, GB[kind]) in graph}
    names = {str(o) for label in (SKOS.prefLabel, SKOS.altLabel) for o in graph.objects(node, label)}
    return Thing(frozenset(types), frozenset(names))


def posts(graph: Graph) -> list[tuple[Node | None, str, Node | None]]:
    nodes = graph.subjects(RDF.type, ORG.Membership)
    one = graph.value
    return [(one(n, ORG.member), str(one(n, GB.title) or ""), one(n, ORG.organization)) for n in nodes]


def milestones(graph: Graph) -> list[tuple[Node | None, str, str, str]]:
    one = graph.value
    nodes = graph.subjects(RDF.type, GB.Milestone)
    return [
        (one(n, GB.thing), local(one(n, GB.kind)), local(one(n, GB.status)), str(one(n, GB.date) or "")) for n in nodes
    ]


def measures(graph: Graph) -> list[Measure]:
    one = graph.value
    nodes = graph.subjects(RDF.type, GB.Measure)
    return [
        (label(graph, one(n, GB.indicator)), number(one(n, GB.value)), str(one(n, GB.unit) or ""), number(one(n, GB.change)))
        for n in nodes
    ]


def label(graph: Graph, node: Node | None) -> str:
    return str((graph.value(node, SKOS.prefLabel) if node is not None else None) or node or "")


def number(node: Node | None) -> float | None:
    return None if node is None else float(str(node))


def local(node: Node | None) -> str:
    return "" if node is None else re.split(r"[#/]", str(node))[-1].lower()
