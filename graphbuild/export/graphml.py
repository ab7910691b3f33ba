"""A file of RDF in, GraphML out in pieces, for yEd, Cytoscape, Gephi and networkx."""

from collections.abc import Iterator
from pathlib import Path

from graphbuild.export.columns import Column, columns
from graphbuild.export.evidence import Said
from graphbuild.export.network import Network
from graphbuild.export.xml import HEAD, kind, tag, text, values

SPACE = "http://graphml.graphdrawing.org/xmlns"
NAME, KINDS, RELATION = (Column(name, number=False, many=False) for name in ("name", "kinds", "relation"))


def graphml(path: Path) -> Iterator[str]:
    network = Network(path)
    nodes, edges = [NAME, KINDS, *columns(network.nodes())], [RELATION, *columns(network.edges())]
    yield f'{HEAD}<graphml xmlns="{SPACE}">\n'
    yield from keys("node", nodes)
    yield from keys("edge", edges)
    yield '<graph id="graph" edgedefault="directed">\n'
    for node in network.nodes():
        said = {**node.said, "name": (node.name,), "kinds": node.kinds}
        yield tag("node", {"id": node.iri}, data("node", said, nodes)) + "\n"
    for n, edge in enumerate(network.edges()):
        ends = {"id": f"e{n}", "source": edge.source, "target": edge.target}
        yield tag("edge", ends, data("edge", {**edge.said, "relation": (edge.relation,)}, edges)) + "\n"
    yield "</graph>\n</graphml>\n"


def keys(end: str, known: list[Column]) -> Iterator[str]:
    for n, column in enumerate(known):
        yield tag("key", {"id": f"{end}{n}", "for": end, "attr.name": column.name, "attr.type": kind(column)}) + "\n"


def data(end: str, said: Said, known: list[Column]) -> str:
    return "".join(f'<data key="{end}{n}">{text(words)}</data>' for n, words in values(said, known))
