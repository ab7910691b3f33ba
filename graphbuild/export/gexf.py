"""A file of RDF in, GEXF 1.2 out in pieces, for Gephi and networkx."""

from collections.abc import Iterator
from pathlib import Path

from graphbuild.export.columns import Column, columns
from graphbuild.export.evidence import Said
from graphbuild.export.network import Network
from graphbuild.export.xml import HEAD, kind, tag, values

SPACE = "http://www.gexf.net/1.2draft"
KINDS = Column("kinds", number=False, many=False)


def gexf(path: Path) -> Iterator[str]:
    network = Network(path)
    nodes, edges = [KINDS, *columns(network.nodes())], columns(network.edges())
    yield f'{HEAD}<gexf xmlns="{SPACE}" version="1.2">\n<graph defaultedgetype="directed" mode="static">\n'
    yield declared("node", nodes) + declared("edge", edges) + "<nodes>\n"
    for node in network.nodes():
        said = {**node.said, "kinds": node.kinds}
        yield tag("node", {"id": node.iri, "label": node.name}, told(said, nodes)) + "\n"
    yield "</nodes>\n<edges>\n"
    for n, edge in enumerate(network.edges()):
        ends = {"id": f"e{n}", "source": edge.source, "target": edge.target, "label": edge.relation}
        yield tag("edge", ends, told(edge.said, edges)) + "\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def declared(end: str, known: list[Column]) -> str:
    each = (tag("attribute", {"id": str(n), "title": column.name, "type": kind(column)}) for n, column in enumerate(known))
    return tag("attributes", {"class": end, "mode": "static"}, "".join(each)) + "\n" if known else ""


def told(said: Said, known: list[Column]) -> str:
    each = "".join(tag("attvalue", {"for": str(n), "value": words}) for n, words in values(said, known))
    return f"<attvalues>{each}</attvalues>" if each else ""
