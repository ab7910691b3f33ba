"""A property graph in, its columns out, and the same graph as networkx knows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.export.evidence import Said, Value
from graphbuild.export.network import Edge, Network, Node

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, order=True)
class Column:
    """A property as a table sees it: whether all its values are numbers, whether any item has several."""

    name: str
    number: bool
    many: bool


def columns(items: Iterable[Node | Edge]) -> list[Column]:
    numbers: dict[str, bool] = {}
    many: dict[str, bool] = {}
    for item in items:
        for name, values in item.said.items():
            numbers[name] = numbers.get(name, True) and all(isinstance(value, float) for value in values)
            many[name] = many.get(name, False) or len(values) > 1
    return sorted(Column(name, numbers[name], many[name]) for name in numbers)


def attributes(said: Said, known: Iterable[Column]) -> dict[str, Value | list[Value]]:
    """A list wherever any item has several values, so that a name always holds one kind of value."""
    return {c.name: list(said[c.name]) if c.many else said[c.name][0] for c in known if c.name in said}


def networkx(path: Path) -> "nx.MultiDiGraph[str]":
    """Nodes by IRI, edges by relation."""
    import networkx as nx  # takes a while to load, and a build asks for the other formats' room alone

    network = Network(path)
    node_columns, edge_columns = columns(network.nodes()), columns(network.edges())
    graph = nx.MultiDiGraph()
    for node in network.nodes():
        graph.add_node(node.iri, name=node.name, kinds=list(node.kinds), **attributes(node.said, node_columns))
    for edge in network.edges():
        graph.add_edge(edge.source, edge.target, edge.relation, **attributes(edge.said, edge_columns))
    return graph
