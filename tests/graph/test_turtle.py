"""Turtle: same bytes, two readers, any text."""

import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDFS, BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import XSD

from graphbuild.errors import BrokenGraph
from graphbuild.graph import build, parse, serialize
from graphbuild.graph.namespaces import new_graph
from tests.graph.invented import ENTITIES, document, facts

HOSTILE = ['"', '"""', "\\", "\\u4e2d", "a\nb\r\nc\td", "😀𠀀", "\u202e\u200f甲", "\u2028\u2029\x85", "\x00\x01\x7f", "'''", "\ufeff", "", "@zh", "^^"]
# Turtle cannot hold half a surrogate pair.
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(HOSTILE)


def whole() -> Graph:
    doc = document()
    return build(ENTITIES, facts(doc), [doc])


def oxigraph(written: str) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(written, format=pyoxigraph.RdfFormat.TURTLE))


def test_rdflib_and_oxigraph_read_the_same(tmp_path: Path):
    graph = whole()
    (tmp_path / "graph.ttl").write_text(serialize(graph), "utf-8", newline="")
    assert isomorphic(Graph().parse(tmp_path / "graph.ttl"), graph)
    assert isomorphic(parse(tmp_path / "graph.ttl"), graph)
    assert len(oxigraph(serialize(graph))) == len(graph)
    assert serialize(parse(tmp_path / "graph.ttl")) == serialize(graph)


def test_no_blank_node_and_no_written_string_type():
    written = serialize(whole())
    assert "_:" not in written and "[" not in written and "xsd:string" not in written
    assert "@prefix org: <http://www.w3.org/ns/org#>" in written and "org1:" not in written


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_every_text_comes_back(texts):
    graph, node = new_graph(), URIRef("https://example.org/x")
    for text in texts:
        for literal in (Literal(text, lang="zh"), Literal(text)):
            graph.add((node, RDFS.label, literal))
    written = serialize(graph)
    assert set(Graph().parse(data=written, format="turtle")) == set(graph)
    assert {(quad.object.value, quad.object.language) for quad in oxigraph(written)} == {(str(o), o.language) for o in graph.objects()}


@pytest.mark.parametrize(("lexical", "kind"), [
    ("2019", XSD.gYear), ("--12-31", XSD.gMonthDay), ("--12", XSD.gMonth), ("0.90", XSD.decimal), ("true", XSD.boolean),
])  # fmt: skip
def test_typed_values_keep_their_form(lexical, kind):
    graph = new_graph()
    graph.add((URIRef("https://example.org/x"), RDFS.label, Literal(lexical, datatype=kind, normalize=False)))
    (quad,) = oxigraph(serialize(graph))
    assert (quad.object.value, quad.object.datatype.value) == (lexical, str(kind))


@pytest.mark.parametrize("node", [BNode("nameless"), URIRef("https://example.org/a b"), URIRef("https://example.org/<"), URIRef("https://example.org/\ud800")])
def test_what_cannot_be_written_is_refused(node):
    graph = new_graph()
    graph.add((node, RDFS.label, Literal("甲")))
    with pytest.raises(BrokenGraph):
        serialize(graph)


def test_text_with_half_a_character_is_refused():
    graph = new_graph()
    graph.add((URIRef("https://example.org/x"), RDFS.label, Literal("甲\ud800")))
    with pytest.raises(BrokenGraph, match="surrogate"):
        serialize(graph)


def test_broken_turtle_is_refused_by_name(tmp_path: Path):
    (tmp_path / "a.ttl").write_text("<a> <b>", "utf-8")
    for path in (tmp_path / "a.ttl", tmp_path / "none.ttl"):
        with pytest.raises(BrokenGraph, match=path.name):
            parse(path)


def test_the_hash_seed_makes_no_difference():
    script = "import sys; from tests.graph.test_turtle import whole, serialize; sys.stdout.buffer.write(serialize(whole()).encode())"
    bytes_of = {
        subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
                       capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert bytes_of == {serialize(whole()).encode()}
