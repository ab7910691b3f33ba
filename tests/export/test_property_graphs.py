"""GraphML, GEXF, CSV, Cypher: real readers find as many nodes and edges as the graph holds, and every word as it was."""

import csv
import io
import re
import xml.etree.ElementTree as ET

import ladybug
import networkx as nx
import pytest
from antlr4 import CommonTokenStream, InputStream
from antlr4_cypher import CypherLexer, CypherParser
from rdflib import Graph

from graphbuild.export import FORMATS
from graphbuild.export.columns import networkx
from graphbuild.export.neo4j import FORMULA
from tests.export.strange import WORDS, graph_file

# Counted apart from the code: what is no claim and no evidence is a node, what leads from node to node an edge.
FOLDED = "FILTER NOT EXISTS { ?%s a ?k VALUES ?k { gb:Claim oa:SpecificResource oa:TextQuoteSelector } }"
PREFIXES = "PREFIX gb: <https://w3id.org/graphbuild/ns#> PREFIX oa: <http://www.w3.org/ns/oa#>"
NODES = f"{PREFIXES} SELECT DISTINCT ?s {{ ?s ?p ?o {FOLDED % 's'} }}"
EDGES = f"{PREFIXES} SELECT DISTINCT ?s ?p ?o {{ ?s ?p ?o . ?o ?q ?r FILTER(?p != rdf:type) {FOLDED % 's'} {FOLDED % 'o'} }}"
UNSAYABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
NO_CELL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return graph_file(tmp_path_factory.mktemp("graph"))


@pytest.fixture(scope="module")
def counts(path):
    graph = Graph().parse(path)
    return len(graph.query(NODES)), len(graph.query(EDGES))


def export(form, path):
    texts = ["".join(writer(path)) for writer in FORMATS[form].values()]
    return texts[0] if len(texts) == 1 else texts


def park(graph):
    (found,) = [data for _, data in graph.nodes(data=True) if (data.get("name") or data.get("label")) == "云岭公园"]
    return found


def test_networkx_itself(path, counts):
    graph = networkx(path)
    assert (len(graph), graph.size()) == counts
    assert sorted(park(graph)["names"]) == sorted((*WORDS, "云岭公园项目")) and park(graph)["kinds"] == ["Park", "Project"]
    (edge,) = [data for *_, key, data in graph.edges(keys=True, data=True) if key == "oversees"]
    assert edge["confidence"] == 0.9 and len(edge["quote"]) == len(edge["place"]) == 2


def test_networkx_reads_graphml(path, counts):
    graph = nx.read_graphml(io.BytesIO(export("graphml", path).encode()), force_multigraph=True)
    assert (len(graph), graph.size()) == counts
    assert park(graph)["kinds"] == "Park\nProject"
    assert {len(data.get("quote", "")) > 9 for *_, data in graph.edges(data=True) if data["relation"] == "inspects"} == {True}


def test_networkx_reads_gexf(path, counts):
    graph = nx.read_gexf(io.BytesIO(export("gexf", path).encode()))
    assert (len(graph), graph.size()) == counts


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_an_xml_parser_finds_every_word(form, path, counts):
    root = ET.fromstring(export(form, path))
    tags = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert (tags.count("node"), tags.count("edge")) == counts
    texts = {element.text or element.get("value") for element in root.iter()}
    names = next(text for text in texts if text and WORDS[0] in text)
    assert all(UNSAYABLE.sub("\ufffd", word) in names for word in WORDS)


def test_a_csv_reader_finds_what_neo4j_imports(path, counts):
    nodes, edges = (list(csv.DictReader(io.StringIO(text, newline=""))) for text in export("csv", path))
    assert (len(nodes), len(edges)) == counts
    known = {node["iri:ID"] for node in nodes}
    assert len(known) == len(nodes) and {end for edge in edges for end in (edge[":START_ID"], edge[":END_ID"])} <= known
    (found,) = [node for node in nodes if node["name"] == "云岭公园"]
    assert found[":LABEL"] == "Resource;Park;Project"
    names = [name[1:] if name.startswith("'") and FORMULA.match(name[1:]) else name for name in found["names:string[]"].split(";")]
    assert sorted(names) == sorted(NO_CELL.sub("\ufffd", word).replace(";", "；") for word in (*WORDS, "云岭公园项目"))


def test_no_cell_is_computed_by_a_spreadsheet(path):
    for text in export("csv", path):
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        words = [cell for row in rows for head, cell in row.items() if not head.endswith(":double")]
        assert not [cell for cell in words if FORMULA.match(cell)]


def statements(path):
    return [line for line in export("cypher", path).split("\n") if line and not line.startswith("//")]


def load_cypher(path, times=1):
    """A database that has run every statement, and how many nodes and edges it then counts."""
    base = ladybug.Connection(ladybug.Database(":memory:"))
    graph = networkx(path)
    base.execute(f"CREATE NODE TABLE Resource(iri STRING PRIMARY KEY, name STRING, {table(d for _, d in graph.nodes(data=True))})")
    for relation in {key for *_, key in graph.edges(keys=True)}:
        base.execute(f"CREATE REL TABLE `{relation}`(FROM Resource TO Resource, {table(d for *_, d in graph.edges(data=True))})")
    for statement in statements(path) * times:
        if " SET n:" not in statement:  # this database has no labels
            base.execute(statement)
    return base, tuple(one(base, f"MATCH {pattern} RETURN count(*)") for pattern in ("(n)", "(a)-[r]->(b)"))


def test_a_graph_database_runs_the_cypher(path, counts):
    base, found = load_cypher(path, times=2)  # run again it changes nothing
    assert found == counts
    assert sorted(one(base, "MATCH (n {name: '云岭公园'}) RETURN n.names")) == sorted((*WORDS, "云岭公园项目"))


def table(items):
    """The columns that a database with a schema wants to know beforehand."""
    kinds = {list: "STRING[]", float: "DOUBLE", str: "STRING"}
    found = {name: kinds[type(value)] for item in items for name, value in item.items() if name not in ("name", "kinds")}
    return ", ".join(f"`{name}` {kind}" for name, kind in sorted(found.items()))


def one(base, query):
    return base.execute(query).get_next()[0]


def test_the_cypher_that_sets_labels_parses(path):
    labels = [line for line in statements(path) if " SET n:" in line]
    assert len(labels) > 10
    for line in labels[:10]:
        parser = CypherParser(CommonTokenStream(CypherLexer(InputStream(line))))
        parser.script()
        assert not parser.getNumberOfSyntaxErrors(), line


def test_an_area_lies_in_another_by_a_text_or_else_by_the_list_of_areas(tmp_path):
    turtle = "\n".join((
        "@prefix gb: <https://w3id.org/graphbuild/ns#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .",
        "<x:甲区> a gb:District ; gb:locatedIn <x:乙市> . <x:乙市> a gb:District ; gb:locatedIn <x:丙省> . <x:丙省> a gb:District .",
        "<x:c> a gb:Claim ; rdf:subject <x:甲区> ; rdf:predicate gb:locatedIn ; rdf:object <x:乙市> ; gb:rule \"frame\" ; gb:confidence 0.9 .",
    ))  # fmt: skip
    (tmp_path / "graph.ttl").write_text(turtle, "utf-8")
    told = {source: data for source, _, data in networkx(tmp_path / "graph.ttl").edges(data=True)}
    assert told == {"x:甲区": {"rule": "frame", "confidence": 0.9}, "x:乙市": {"rule": "list of areas"}}
