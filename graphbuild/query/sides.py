"""Statements of a graph in, groups of what they are about and those that differ in it out: the sides of a contradiction."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import TypeAlias

from rdflib import Graph, URIRef
from rdflib.term import Node

from graphbuild.graph.namespaces import PROV

Side: TypeAlias = tuple[Node, str]  # the statement, and the value that it gives
Found: TypeAlias = tuple[str, str, str, tuple[Side, ...]]


def texts_of(graph: Graph, node: Node) -> set[Node]:
    return set(graph.objects(node, PROV.wasDerivedFrom))


def sided(graph: Graph, nodes: Iterable[Node], differ: Callable[[Node, Node], bool]) -> list[Node]:
    """The statements that differ from another of the group which no text makes together with them."""
    told: dict[Node, None] = {}
    for one, other in combinations(sorted(nodes, key=str), 2):
        if differ(one, other) and not texts_of(graph, one) & texts_of(graph, other):
            told |= dict.fromkeys((one, other))
    return list(told)


def grouped(graph: Graph, *predicates: URIRef) -> dict[tuple[Node, ...], list[Node]]:
    """The nodes that have all of these, by what they have."""
    groups: dict[tuple[Node, ...], list[Node]] = defaultdict(list)
    for node in sorted(set(graph.subjects(predicates[0])), key=str):
        key = [graph.value(node, predicate) for predicate in predicates]
        if None not in key:
            groups[tuple(part for part in key if part is not None)].append(node)
    return groups
