"""Nodes and edges in, a place on the plane for each out: the same places for the same graph."""

import math
from collections.abc import Mapping

import networkx as nx

SPRUNG = 300  # more nodes than this would take a spring layout seconds
TURN = math.pi * (3 - math.sqrt(5))  # the golden angle: neighbours placed one after another never cover each other
STEP = 40


def positions(graph: "nx.Graph[str]") -> Mapping[str, tuple[int, int]]:
    """Springs hold what matters most; the rest stands around its most important neighbour, or in a ring outside."""
    ranked = rank(graph)
    core = ranked[:SPRUNG]
    size = STEP * math.sqrt(len(core) + 1) * 2
    sprung = nx.spring_layout(graph.subgraph(core), seed=1, scale=size, method="force") if core else {}
    places = {node: (round(sprung[node][0]), round(sprung[node][1])) for node in core}
    for n, node in enumerate(ranked[SPRUNG:]):
        beside = next((other for other in ranked[:SPRUNG] if graph.has_edge(node, other)), None)
        x, y = places[beside] if beside else (0, 0)
        reach = STEP * math.sqrt(n % SPRUNG + 1) / 2 if beside else size + STEP * math.sqrt(n)
        places[node] = round(x + reach * math.cos(n * TURN)), round(y + reach * math.sin(n * TURN))
    return places


def rank(graph: "nx.Graph[str]") -> list[str]:
    """Nodes, the most important first."""
    weights: Mapping[str, float] = nx.pagerank(graph) if graph else {}
    return sorted(graph, key=lambda node: (-round(weights[node], 9), node))
