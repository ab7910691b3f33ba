"""The committed graph of the seeds in every form: what each reader counts in it (shown with `pytest -s`)."""

import csv
import io
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph

from graphbuild.export import FORMATS
from tests.export.test_property_graphs import EDGES, NODES, load_cypher

GRAPH = Path(__file__).resolve().parents[2] / "output" / "graph.ttl"
REIFIES = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


def text(form):
    return "".join(piece for writer in FORMATS[form].values() for piece in writer(GRAPH))


def rdf(form):
    return len(Graph().parse(data=text({"turtle": "ttl", "json-ld": "jsonld"}.get(form, form)), format=form))


def trig():
    dataset = Dataset()
    dataset.parse(data=text("trig"), format="trig")
    return len({quad[:3] for quad in dataset.quads()})


def rdf12():
    quads = list(ox.parse(text("rdf12").encode(), format=ox.RdfFormat.TURTLE))
    return len(quads) + 2 * sum(quad.predicate == REIFIES for quad in quads)


def network(form):
    read = nx.read_graphml if form == "graphml" else nx.read_gexf
    graph = read(io.BytesIO(text(form).encode()))
    return len(graph), graph.size()


def xml(form):
    tags = [element.tag.rpartition("}")[2] for element in ET.fromstring(text(form)).iter()]
    return tags.count("node"), tags.count("edge")


def sheets():
    return tuple(len(list(csv.DictReader(io.StringIO("".join(w(GRAPH)), newline="")))) for w in FORMATS["csv"].values())


READERS = {
    "ttl by rdflib": lambda: rdf("turtle"), "nt by rdflib": lambda: rdf("nt"), "jsonld by rdflib": lambda: rdf("json-ld"),
    "trig by rdflib": trig, "rdf12 by Oxigraph": rdf12,
    "graphml by networkx": lambda: network("graphml"), "gexf by networkx": lambda: network("gexf"),
    "graphml by an XML parser": lambda: xml("graphml"), "gexf by an XML parser": lambda: xml("gexf"),
    "csv by a CSV reader": sheets, "cypher by a graph database": lambda: load_cypher(GRAPH)[1],
}  # fmt: skip


@pytest.fixture(scope="module")
def counts():
    graph = Graph().parse(GRAPH)
    return len(graph), (len(graph.query(NODES)), len(graph.query(EDGES)))


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_counts_what_is_there(reader, counts):
    start = time.perf_counter()
    found = READERS[reader]()
    assert found in counts
    print(f"{reader}: {found} of {counts[isinstance(found, tuple)]}, {time.perf_counter() - start:.2f} s")
