"""Every RDF form, read back by rdflib and by Oxigraph, holds the triples of the graph, whatever its words try."""

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph
from rdflib.compare import to_isomorphic

from graphbuild.errors import BrokenGraph
from graphbuild.export import FORMATS
from graphbuild.export.sorting import ordered
from tests.export.strange import graph_file

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
CLAIM = [ox.NamedNode(RDF + part) for part in ("subject", "predicate", "object")]
REIFIES = ox.NamedNode(RDF + "reifies")
READERS = {
    "ttl": ("turtle", ox.RdfFormat.TURTLE), "nt": ("nt", ox.RdfFormat.N_TRIPLES), "jsonld": ("json-ld", ox.RdfFormat.JSON_LD),
}  # fmt: skip


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    return graph_file(tmp_path_factory.mktemp("graph"))


@pytest.fixture(scope="module")
def held(graph):
    return {quad.triple for quad in ox.parse(path=graph)}


def export(form, path):
    (writer,) = FORMATS[form].values()
    return "".join(writer(path))


def read(text, form):
    return list(ox.parse(text.encode(), format=form))


@pytest.mark.parametrize("form", READERS)
def test_two_readers_find_the_same_triples(form, graph, held):
    text, (name, kind) = export(form, graph), READERS[form]
    assert {quad.triple for quad in read(text, kind)} == held
    assert to_isomorphic(Graph().parse(data=text, format=name)) == to_isomorphic(Graph().parse(graph))


def test_turtle_is_our_own_file_byte_for_byte(graph):
    assert export("ttl", graph).encode() == graph.read_bytes()


def test_trig_has_one_graph_a_document_and_every_triple(graph, held):
    text = export("trig", graph)
    quads = read(text, ox.RdfFormat.TRIG)
    documents = {t.subject for t in held if t.object == ox.NamedNode("https://w3id.org/graphbuild/ns#Document")}
    assert {quad.triple for quad in quads} == held
    assert {quad.graph_name for quad in quads} - {ox.DefaultGraph()} == documents and len(documents) == 2
    dataset = Dataset()
    dataset.parse(data=text, format="trig")
    assert len(set(dataset.quads())) == len(quads)


def test_in_trig_a_document_holds_its_own_evidence_alone(graph):
    said = read(export("trig", graph), ox.RdfFormat.TRIG)
    source = ox.NamedNode("http://www.w3.org/ns/oa#hasSource")
    assert all(quad.graph_name == quad.object for quad in said if quad.predicate == source)
    edges = [quad for quad in said if quad.predicate.value.endswith("#inspects")]
    assert edges and ox.DefaultGraph() not in {quad.graph_name for quad in edges}


def test_rdf12_unfolds_to_the_same_triples(graph, held):
    quads = read(export("rdf12", graph), ox.RdfFormat.TURTLE)
    claims = {quad.subject: quad.object for quad in quads if quad.predicate == REIFIES}
    unfolded = {quad.triple for quad in quads if quad.predicate != REIFIES}
    for claim, edge in claims.items():
        ends = edge.subject, edge.predicate, edge.object
        unfolded |= {ox.Triple(claim, part, end) for part, end in zip(CLAIM, ends, strict=True)}
    assert claims and unfolded == held and len(quads) == len(held) - 2 * len(claims)


def test_an_edge_that_is_only_claimed_is_not_asserted_by_an_annotation(tmp_path):
    path = tmp_path / "graph.ttl"
    said = " ; ".join(f"<{part.value}> <http://a.invalid/{n}>" for n, part in enumerate(CLAIM))
    path.write_text(f'<http://a.invalid/c> {said} ; <http://a.invalid/r> "x" .')
    with pytest.raises(BrokenGraph, match="does not hold"):
        export("rdf12", path)


def test_json_is_harmless_inside_a_page(graph):
    assert "<" not in export("jsonld", graph).replace('"<"', "")


def test_void_counts_what_is_there(graph, held):
    described = Graph().parse(data=export("void", graph), format="turtle")
    found = described.query(
        """PREFIX void: <http://rdfs.org/ns/void#> SELECT ?triples (SUM(?n) AS ?parts) ?subjects {
        ?d a <http://www.w3.org/ns/dcat#Dataset> ; void:triples ?triples ; void:distinctSubjects ?subjects ;
        void:propertyPartition/void:triples ?n } GROUP BY ?triples ?subjects"""
    )
    assert [tuple(map(int, row)) for row in found] == [(len(held), len(held), len({t.subject for t in held}))]


@pytest.mark.parametrize("form", FORMATS)
def test_the_order_of_the_lines_makes_no_difference(form, graph, tmp_path):
    lines = [line + "\n" for line in export("nt", graph).split("\n")[:-1]]
    texts = []
    for n, order in enumerate((lines, lines[::-1] + lines[:9])):
        path = tmp_path / str(n) / "graph.nt"
        path.parent.mkdir()
        path.write_text("".join(order), "utf-8", newline="")
        texts.append(["".join(writer(path)) for writer in FORMATS[form].values()])
    if form != "void":  # it tells the size and the hash of the very file
        assert texts[0] == texts[1]


@pytest.mark.parametrize("held", [1, 2, 3, 7, 1000])
def test_sorting_on_disk_is_sorting(held):
    lines = [f"{n * 7919 % 101}é𠮷" for n in range(300)]
    assert list(ordered(lines, held)) == sorted(set(lines))


@pytest.mark.parametrize("broken", ["<a> <b> .", "_:b <http://a.invalid/p> 1 .", "not turtle"])
@pytest.mark.parametrize("form", FORMATS)
def test_what_cannot_be_written_again_is_refused(form, broken, tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text(broken)
    with pytest.raises(BrokenGraph):
        for writer in FORMATS[form].values():
            list(writer(path))
