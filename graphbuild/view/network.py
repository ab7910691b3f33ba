"""Stories in, a pyvis Network out: who is drawn, where, in what colour, and what leads to what."""

from collections.abc import Mapping, Sequence

import networkx as nx
from pyvis.edge import Edge
from pyvis.network import Network

from graphbuild.view.positions import positions
from graphbuild.view.stories import Said, Thing

# Eleven hues that stay apart for most eyes, by class; the first class of the list that a thing has gives its colour.
COLOURS = {
    "Official": "#d1495b", "Person": "#e98aa0", "Project": "#edae49", "Zone": "#66a182", "Company": "#2e4057",
    "District": "#8d96a3", "Organization": "#00798c", "Park": "#7cb518", "Road": "#a47148", "WaterBody": "#4ea8de",
    "Facility": "#9b5de5", "Event": "#f15bb5",
}  # fmt: skip
OTHER = "#bbbbbb"


def network(things: Mapping[str, Thing], edges: Sequence[Said]) -> Network:
    """Physics are off: places are computed here, once, and are the same in every browser."""
    drawn = nx.Graph()
    drawn.add_nodes_from(things)
    drawn.add_edges_from((edge.subject, edge.object) for edge in edges)
    drawn.remove_edges_from(list(nx.selfloop_edges(drawn)))
    places = positions(drawn)
    net = Network(directed=True)
    net.toggle_physics(False)
    for iri, thing in things.items():
        kind = kind_of(thing)
        x, y = places[iri]
        size = 8 + min(drawn.degree(iri), 30)
        net.add_node(iri, thing.name, "dot", COLOURS.get(kind, OTHER), x=x, y=y, size=size, group=kind)
    # Network.add_edge looks through all nodes for each edge, which is quadratic
    net.edges = [Edge(e.subject, e.object, True, id=n, label=e.relation).options for n, e in enumerate(edges)]
    return net


def kind_of(thing: Thing) -> str:
    return next((kind for kind in COLOURS if kind in thing.kinds), thing.kinds[0] if thing.kinds else "")
