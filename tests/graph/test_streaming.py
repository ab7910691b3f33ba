"""A graph written without being held: the same bytes, whatever memory there is, and every row once."""

from random import Random

import pyoxigraph
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, XSD

from graphbuild.graph import build, serialize
from graphbuild.graph.embedded import embed, pieces
from graphbuild.graph.ids import Mint
from graphbuild.graph.namespaces import BASE, GB, new_graph
from graphbuild.graph.shelves import Shelves
from graphbuild.graph.streaming import stream
from tests.graph.invented import ENTITIES, document, facts

NODES = st.sampled_from([f"{BASE}{segment}/{name}" for segment in ("thing", "Thing", "gb", "甲") for name in ("a", "Z", "甲", "_", "a.b", "a/b")])
TEXTS = st.text(st.characters(codec="utf-8"), max_size=5)
OBJECTS = st.one_of(
    NODES.map(URIRef), TEXTS.map(Literal), TEXTS.map(lambda text: Literal(text, lang="zh")),
    st.integers(0, 99).map(lambda n: Literal(str(n), datatype=XSD.integer, normalize=False)), st.just(RDF.type),
)  # fmt: skip
TRIPLES = st.lists(st.tuples(NODES.map(URIRef), st.sampled_from([RDF.type, GB.inspects, GB.Zone, RDF.subject]), OBJECTS))


def held(triples):
    mint = Mint(BASE)
    whole = new_graph(BASE, {mint.segment(subject) for subject, _, _ in triples})
    for triple in triples:
        whole.add(triple)
    return whole


def test_a_graph_is_written_as_it_is_serialized(tmp_path):
    whole = build(ENTITIES, facts(document()), [document()])
    triples = [*whole, *list(whole)[:50]]
    Random(1).shuffle(triples)
    count = stream(triples, Mint(BASE), tmp_path / "graph.ttl")
    assert count == len(whole)
    assert (tmp_path / "graph.ttl").read_text("utf-8") == serialize(whole)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


@given(TRIPLES)
def test_any_triples_are_written_as_they_are_serialized(tmp_path_factory, triples):
    described = [*triples, *((o, RDF.type, GB.Zone) for _, _, o in triples if o.startswith(BASE) and isinstance(o, URIRef))]
    path = tmp_path_factory.mktemp("stream") / "graph.ttl"
    stream(described, Mint(BASE), path)
    assert path.read_bytes().decode() == serialize(held(described))
    assert set(Graph().parse(path)) == set(held(described))


@given(st.lists(st.tuples(*[st.text("ab:甲乙<~", min_size=1, max_size=4)] * 3)), st.integers(1, 5))
def test_rows_come_sorted_and_once_however_little_memory_holds(tmp_path_factory, rows, many):
    shelves = Shelves(tmp_path_factory.mktemp("shelves"), many)
    named = [(f"{'cd'[len(a) % 2]}:{a}", b, c) for a, b, c in rows]
    for row in named:
        shelves.put(*row)
    assert [tuple(row) for shelf in shelves.emptied() for row in shelf] == sorted(set(named))


def test_a_file_is_embedded_piece_by_piece(tmp_path, monkeypatch):
    whole = build(ENTITIES, facts(document()), [document()])
    path = tmp_path / "graph.ttl"
    path.write_text(serialize(whole), "utf-8")
    assert len(list(pieces(path, 500))) > 5 and b"".join(pieces(path)) == path.read_bytes()
    monkeypatch.setattr("graphbuild.graph.embedded.pieces", lambda turtle: pieces(turtle, 500))
    embed(path, tmp_path / "store")
    assert len(pyoxigraph.Store.read_only(str(tmp_path / "store"))) == len(whole)
