"""A graph written in chunks: the bytes that its whole would have, however it was cut."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph

from graphbuild.graph import build, serialize
from graphbuild.graph import write as written
from graphbuild.graph.chunks import chunk
from graphbuild.graph.embedded import embed, pieces
from graphbuild.graph.ids import Mint
from graphbuild.graph.joining import BETWEEN, classes, heads, join
from graphbuild.graph.literals import count, zh
from graphbuild.graph.namespaces import BASE
from graphbuild.graph.reading import parse
from graphbuild.graph.splicing import splice, standing
from graphbuild.graph.turtle import quoted
from tests.graph.invented import ENTITIES, document, facts

NODES = st.sampled_from([(segment, name) for segment in ("thing", "Thing", "gb", "甲") for name in ("a", "Z", "甲", "_", "a.b", "a/b")])
TEXTS = st.text(st.characters(codec="utf-8"), max_size=5)
OBJECTS = st.one_of(
    NODES.map(lambda node: Mint().named(*node)), TEXTS.map(quoted), TEXTS.map(zh), st.just("gb:Zone"),
)  # fmt: skip
NAMED = NODES.map(lambda node: Mint().named(*node))
TRIPLES = st.lists(st.tuples(NAMED, st.sampled_from(["gb:inspects", "gb:Zone", "rdf:subject"]), OBJECTS))


def bytes_of(chunks, folder):
    join(chunks, Mint(BASE), folder / "graph.ttl")
    return (folder / "graph.ttl").read_bytes()


def test_a_graph_is_written_as_it_is_serialized(tmp_path):
    whole = build(ENTITIES, facts(document()), [document()])
    made = written(ENTITIES, facts(document()), [document()])
    shared = chunk(made.common)
    assert made.count + shared.count == len(whole)
    assert bytes_of([made, shared], tmp_path).decode() == serialize(whole)


@settings(deadline=None)
@given(TRIPLES, st.integers(1, 4))
def test_any_triples_are_written_as_they_are_serialized_however_they_are_cut(tmp_path_factory, triples, parts):
    """Every thing that is named is described, and a subject stands in one chunk."""
    folder = tmp_path_factory.mktemp("chunks")
    nodes = {node for row in triples for node in row[::2] if node[0] != '"' and node != "gb:Zone"}
    described = [*triples, *((node, "a", "gb:Zone") for node in sorted(nodes))]
    subjects = sorted({row[0] for row in described})
    chunks = [chunk(row for row in described if subjects.index(row[0]) % parts == n) for n in range(parts)]
    whole = bytes_of(chunks, folder)
    graph = parse(folder / "graph.ttl")
    assert whole.decode().partition("\n\n")[2] == serialize(graph).partition("\n\n")[2]
    assert set(Graph().parse(folder / "graph.ttl")) == set(graph) and len(graph) == sum(one.count for one in chunks)


@settings(deadline=None)
@given(TRIPLES, TRIPLES)
def test_a_file_with_what_changed_is_the_file_of_what_is_now(tmp_path_factory, before, now):
    folder = tmp_path_factory.mktemp("spliced")
    was, new = (chunk(rows) for rows in (before, now))
    old = folder / "old.ttl"
    join([was], Mint(BASE), old)
    gone, come = ({row for blocks in one.shelves.values() for row in blocks[1:-1].split(BETWEEN)} for one in (was, new))
    whole = bytes_of([new], folder)
    made = splice(old, folder / "new.ttl", heads(classes(new.names()), [new], Mint(BASE)).encode(), gone - come, come - gone)
    assert made == bool(before) and (not made or (folder / "new.ttl").read_bytes() == whole)
    if gone - come:
        assert not splice(old, folder / "no.ttl", b"", {row + b"." for row in gone - come}, come - gone)


def test_blocks_of_one_subject_are_found_and_stay_together(tmp_path):
    rows = [b"a:b a gb:Zone ;\n    gb:x gb:y .", b"a:b a gb:Zone .", b"a:bc a gb:Zone .", b"b:a a gb:Zone ."]
    path = tmp_path / "graph.ttl"
    path.write_bytes(b"@prefix gb: <x:> .\n" + b"".join(b"\n%b\n" % row for row in rows))
    assert standing(path, [b"a:b", b"a:a", b"b:a", b"c:c"]) == [rows[0], rows[1], rows[3]]
    assert [count for piece in pieces(path, 1) if (count := piece.count(b" a "))] == [2, 1, 1]


def test_an_indicator_that_is_named_by_its_whole_iri_is_common_too():
    said = [replace(fact, qualifiers=tuple((k, "产值Ⅱ类" if k == "indicator" else v) for k, v in fact.qualifiers)) for fact in facts(document())]
    common = written(ENTITIES, said, [document()]).common
    assert any(subject.startswith("<") and "产值Ⅱ类" in subject for subject, _, _ in common)


def test_a_number_is_written_with_its_type(tmp_path):
    made = chunk([("thing:a", "oa:start", count(3))])
    assert b'@prefix xsd: ' in bytes_of([made], tmp_path) and b'"3"^^xsd:nonNegativeInteger' in made.take("thing:a")


def test_a_file_is_embedded_piece_by_piece(tmp_path: Path, monkeypatch):
    whole = build(ENTITIES, facts(document()), [document()])
    path = tmp_path / "graph.ttl"
    path.write_text(serialize(whole), "utf-8")
    assert len(list(pieces(path, 500))) > 5 and b"".join(pieces(path)) == path.read_bytes()
    monkeypatch.setattr("graphbuild.graph.embedded.pieces", lambda turtle: pieces(turtle, 500))
    embed(path, tmp_path / "store")
    assert len(pyoxigraph.Store.read_only(str(tmp_path / "store"))) == len(whole)
