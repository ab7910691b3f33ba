"""Statements of a graph in, groups of what they are about and those that differ in it out: the sides of a contradiction."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import TypeAlias

from rdflib import Graph, URIRef
from rdflib.term import Node

from graphbuild.graph.namespaces import PROV

Side: TypeAlias = tuple[Node, str]  # the statement, and the value that it gives
Found: TypeAlias = tuple[str, str, str, tuple[Side, ...]]
Groups: TypeAlias = dict[tuple[Node, ...], list[Node]]


def texts_of(graph: Graph, node: Node) -> set[Node]:
    return set(graph.objects(node, PROV.wasDerivedFrom))


def strangers(graph: Graph, nodes: Iterable[Node]) -> Iterator[tuple[Node, Node]]:
    """Each two statements that no text makes together."""
    texts = {node: texts_of(graph, node) for node in sorted(nodes, key=str)}
    for one, other in combinations(texts, 2):
        if not texts[one] & texts[other]:
            yield one, other


def sided(graph: Graph, nodes: Iterable[Node], differ: Callable[[Node, Node], bool]) -> list[Node]:
    """The statements that differ from another of the group which no text makes together with them."""
    told: dict[Node, None] = {}
    for one, other in strangers(graph, nodes):
        if differ(one, other):
            told |= dict.fromkeys((one, other))
    return list(told)


def by(graph: Graph, predicate: URIRef) -> Groups:
    """All that have it, by what they have."""
    groups: Groups = defaultdict(list)
    for node, value in graph.subject_objects(predicate):
        groups[(value,)].append(node)
    return groups


def grouped(graph: Graph, groups: Groups, *predicates: URIRef) -> Groups:
    """Those of a group that have the same of all these; of one that stands alone no more is asked."""
    for predicate in predicates:
        groups = parted(graph, groups, predicate)
    return {key: sorted(nodes, key=str) for key, nodes in groups.items() if len(nodes) > 1}


def parted(graph: Graph, groups: Groups, predicate: URIRef) -> Groups:
    found: Groups = defaultdict(list)
    for key, nodes in groups.items():
        for node in nodes if len(nodes) > 1 else ():
            if (value := graph.value(node, predicate)) is not None:
                found[*key, value].append(node)
    return found
