"""A store is opened from disk where it belongs to the graph, else from the Turtle; values go where their variables stand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Store
from rdflib.namespace import XSD

from graphbuild.errors import BrokenGraph, Unanswerable
from graphbuild.graph.embedded import MARK, STORE, embed, embedded
from graphbuild.query.store import Store as Asked
from graphbuild.query.store import open_store, source
from graphbuild.query.tokens import tokens
from tests.query.small_graph import TURTLE

WHO = NamedNode("https://w3id.org/graphbuild/id/official/苏明远.云岭县")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("output")
    (made / "graph.ttl").write_text(TURTLE, "utf-8")
    embed(made / "graph.ttl", made / STORE)
    return made


@pytest.fixture(scope="module")
def store(folder):
    with open_store(folder) as opened:
        yield opened


def column(answer):
    return [row[0].value for row in answer.rows]


def test_the_embedded_store_is_used_while_it_belongs_to_the_graph(folder, tmp_path):
    assert source(folder / "graph.ttl") == folder / STORE
    (tmp_path / "graph.ttl").write_text(TURTLE, "utf-8")
    embed(tmp_path / "graph.ttl", tmp_path / STORE)
    (tmp_path / "graph.ttl").write_text(TURTLE + "\n<a:b> <a:c> 1 .\n", "utf-8")
    assert embedded(tmp_path / "graph.ttl") is None
    assert open_store(tmp_path).query("ASK { <a:b> <a:c> 1 }").truth


def test_a_store_without_its_note_is_not_whole(folder, tmp_path):
    (tmp_path / "graph.ttl").write_text(TURTLE, "utf-8")
    embed(tmp_path / "graph.ttl", tmp_path / STORE)
    (tmp_path / STORE / MARK).unlink()
    assert source(tmp_path / "graph.ttl") == tmp_path / "graph.ttl"


def test_turtle_alone_is_enough_and_says_the_same(folder, store, tmp_path):
    (tmp_path / "other.ttl").write_text(TURTLE, "utf-8")
    alone = open_store(tmp_path / "other.ttl")
    query = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
    assert alone.query(query) == store.query(query) and set(alone.engine) == set(store.engine)


def test_opening_and_asking_change_nothing(folder, store):
    before = {path: path.read_bytes() for path in (folder / STORE).iterdir()}
    open_store(folder).query("ASK {}")
    with pytest.raises(RuntimeError, match="read-write"):
        store.engine.add(next(iter(store.engine)))
    assert {path: path.read_bytes() for path in (folder / STORE).iterdir()} == before


@pytest.mark.parametrize("text", [None, "no Turtle at all", b"\xff\xfe"])
def test_what_cannot_be_opened_is_named(tmp_path, text):
    if text:
        (tmp_path / "graph.ttl").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(BrokenGraph, match=r"graph\.ttl"):
        open_store(tmp_path)


def test_every_form_and_the_prefixes_of_the_graph(store):
    assert store.query("SELECT ?l { official:苏明远.云岭县 skos:prefLabel ?l }").rows == ((Literal("苏明远", language="zh"),),)
    assert store.query("ASK { ?x a gb:Park }").truth is True and store.query("ASK { ?x a gb:Road }").truth is False
    assert len(store.query("DESCRIBE official:苏明远.云岭县").triples) == 3
    assert len(store.query("CONSTRUCT { ?x a gb:Thing } WHERE { ?x a gb:Official }").triples) == 3
    answer = store.query("SELECT ?a ?b { BIND(1 AS ?a) }")
    assert answer.columns == ("a", "b") and answer.rows[0][1] is None and answer.notice == ""


@pytest.mark.parametrize("query", [
    "SELECT ?l { ?who skos:prefLabel ?l }",
    "SELECT ?l { $who skos:prefLabel ?l }",
    "SELECT ?l { { SELECT ?l { ?who skos:prefLabel ?l } } }",
    "SELECT ?l { ?x skos:prefLabel ?l FILTER(?x = ?who) }",
    "SELECT ?l { ?x skos:prefLabel ?l FILTER(?x=?who&&BOUND(?who)) }",
    "SELECT ?l { ?x skos:prefLabel ?l FILTER EXISTS { ?who gb:inspects ?y ; skos:prefLabel ?l } }",
    "SELECT ?l { { ?who skos:prefLabel ?l } UNION { ?who skos:altLabel ?l } }",
    "SELECT ?l ?who { ?who skos:prefLabel ?l }",
    "SELECT ?l (COUNT(?who) AS ?n) { ?who skos:prefLabel ?l } GROUP BY ?l ?who ORDER BY ?who",
    "SELECT ?l { ?y ^gb:inspects/skos:prefLabel ?l . ?who gb:inspects ?y }",
])  # fmt: skip
def test_a_value_stands_wherever_its_variable_does(store, query):
    assert column(store.query(query, {"who": WHO})) == ["苏明远"]


def test_a_value_in_the_select_is_a_column(store):
    assert store.query("SELECT ?who ?l { ?who skos:prefLabel ?l }", {"who": WHO}).rows[0][0] == WHO


def test_a_missing_value_leaves_its_variable_unbound(store):
    query = "SELECT ?l { ?x skos:prefLabel ?l FILTER(!BOUND($who) || ?x = $who) }"
    assert len(store.query(query).rows) == 5 and len(store.query(query, {"who": WHO}).rows) == 1


@pytest.mark.parametrize("query", ["SELECT (1 AS ?who) {}", "SELECT * { BIND(1 AS ?who) }", "SELECT * { VALUES ?who { 1 } }"])
def test_a_value_that_the_query_sets_itself_is_refused(store, query):
    with pytest.raises(Unanswerable, match="given from outside and set here"):
        store.query(query, {"who": WHO})


def test_a_blank_node_is_no_value(store):
    with pytest.raises(Unanswerable, match="has no name"):
        store.query("ASK { ?who ?p ?o }", {"who": BlankNode("x")})


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_comes_back_as_it_went_in(text):
    value = Literal(text)
    answer = Asked(Path(), Store()).query("SELECT ?x ?text { BIND(STR($text) AS ?x) }", {"text": value})
    assert answer.rows == ((value, value),)


def test_tokens_join_to_the_text():
    text = "PREFIX a:<b:> SELECT ?x # r\n{ ?x a:b.c%41\\,d 'it''s'@en-GB , \"\"\"a\"b\"\"\"^^a:t , -1.5e3 , true . <<( ?a ?b _:c )>> a:p+ [] }"
    assert "".join(token.text for token in tokens(text)) == text


@pytest.mark.parametrize("star", ["SELECT *", "select distinct *", "PREFIX x: <http://x/?o>\nSELECT REDUCED*", "SELECT*"])
def test_all_columns_come_in_the_order_in_which_they_are_named(store, star):
    query = f"{star} {{ ?s skos:prefLabel ?o BIND(1 AS ?a) }}"
    for more in ({}, {"untrusted": True}):
        answer = store.query(query, **more)
        assert answer.columns == ("s", "o", "a") and answer.rows[0][2].value == "1"
    assert store.query("SELECT ?b ?a { BIND(1 AS ?a) BIND(2 AS ?b) { SELECT * {} } }").columns == ("b", "a")


def test_tsv_writes_numbers_bare_and_all_else_whole(store):
    from graphbuild.query.formats import to_tsv

    values = '(1) (1.5) (15e1) ("x"^^xsd:integer) ("a\\tb")'
    lines = to_tsv(store.query(f"SELECT ?v {{ VALUES (?v) {{ {values} }} }}")).split("\n")
    assert lines == ["?v", "1", "1.5", f'"150"^^<{XSD.double}>', f'"x"^^<{XSD.integer}>', '"a\\tb"', ""]
