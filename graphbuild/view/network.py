"""Stories in, a pyvis Network out: who is drawn, where, in what colour and shape, and what leads to what."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import networkx as nx
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from graphbuild.view.kept import NOTHING, Kept
from graphbuild.view.positions import positions
from graphbuild.view.stories import Said, Thing
from graphbuild.view.style import label, lines, room, style

FIRST = 300  # things of the first view
MOST = 30_000  # edges that a page carries


@dataclass(frozen=True)
class Scene:
    """What a page carries, the most important things first; `first` of them make the first view."""

    things: Sequence[Thing]
    said: Sequence[Said]
    first: int
    left_things: int = 0
    left_said: int = 0

    def without(self, left: tuple[int, int]) -> "Scene":
        """The same, of a graph that is itself without some things and statements."""
        return replace(self, left_things=self.left_things + left[0], left_said=self.left_said + left[1])


def scene(things: Sequence[Thing], said: Sequence[Said], most: int = MOST, focus: str = "") -> Scene:
    """Everything, up to `most` edges; beyond that the things that matter most, or that are nearest to the focus."""
    graph = linked(things, said)
    ranked = rank(graph, things)
    chosen = telling(graph, ranked)
    rest = [thing for thing in ranked if thing.iri not in chosen]
    kept, first = [*(thing for thing in ranked if thing.iri in chosen), *rest], len(chosen)
    if focus and sum(bool(each.object) for each in said) > most:
        away = nx.single_source_shortest_path_length(graph, focus)
        kept.sort(key=lambda thing: away.get(thing.iri, len(graph)))
    among = {iri: n for n, iri in enumerate(thing.iri for thing in kept)}
    reach = [max(among[each.subject], among.get(each.object, 0)) for each in said]
    far = sorted(at for at, each in zip(reach, said, strict=True) if each.object)
    end = len(kept) if len(far) <= most else far[most]
    inside = [each for at, each in zip(reach, said, strict=True) if at < end]
    return Scene(kept[:end], inside, min(first, end), len(kept) - end, len(said) - len(inside))


def linked(things: Iterable[Thing], said: Iterable[Said]) -> "nx.Graph[str]":
    graph = nx.Graph()
    graph.add_nodes_from(sorted(thing.iri for thing in things))
    graph.add_edges_from(
        sorted((each.subject, each.object) for each in said if each.object and each.object != each.subject)
    )
    return graph


def rank(graph: "nx.Graph[str]", things: Sequence[Thing]) -> list[Thing]:
    """By what leads to them, and by what they are: officials, projects and places before offices."""
    weights = nx.pagerank(graph) if graph else {}
    dear = {thing.iri: weight(thing) for thing in things}
    return sorted(things, key=lambda thing: (-round(weights[thing.iri] * dear[thing.iri], 9), thing.iri))


def weight(thing: Thing) -> float:
    """What is no news by itself, as an office that somebody holds, weighs nothing."""
    return max((style().telling.get(kind, 1.0) for kind in thing.kinds), default=1.0)


def telling(graph: "nx.Graph[str]", ranked: Sequence[Thing]) -> set[str]:
    """The first view: nothing in it stands alone."""
    order = {thing.iri: n for n, thing in enumerate(ranked)}
    chosen: dict[str, None] = {}
    for thing in ranked:
        if len(chosen) >= FIRST:
            break
        if graph.degree(thing.iri) and weight(thing):
            chosen[thing.iri] = None
            if not any(other in chosen for other in graph[thing.iri]):
                chosen[min(graph[thing.iri], key=order.__getitem__)] = None
    return set(chosen)


def network(drawn: Scene, kept: Kept = NOTHING) -> Network:
    """Physics are off: places are computed here, once, and are the same in every browser."""
    number = {thing.iri: n for n, thing in enumerate(drawn.things)}
    edges = [(n, number[each.subject], number[each.object]) for n, each in enumerate(drawn.said) if each.object]
    degree = [0] * len(number)
    for _, one, other in edges:
        degree[one] += 1
        degree[other] += 1
    labels = [lines(label(thing.name)) for thing in drawn.things]
    places = positions([room(rows) for rows in labels], [(one, other) for _, one, other in edges], drawn.first, kept)
    net = Network(directed=True)
    net.toggle_physics(False)
    for n, thing in enumerate(drawn.things):
        kind = style().kind(thing.kinds)
        _, shape = style().of(kind)  # the group brings the colour
        x, y = map(int, places[n])
        drawn_as = Node(n, shape, "\n".join(labels[n]) or n, net.font_color, x=x, y=y, size=size(degree[n]), group=kind).options
        net.nodes.append(drawn_as)
        net.node_map[n] = drawn_as
    # Network.add_node and add_edge look through all nodes for each, which is quadratic
    net.node_ids += range(len(net.nodes))
    net.edges = [Edge(one, other, True, id=n).options for n, one, other in edges]
    return net


def size(degree: int) -> float:
    return round(9 + min(2.6 * math.sqrt(degree), 15), 1)
