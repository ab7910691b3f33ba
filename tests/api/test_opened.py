"""Python and notebooks: what is asked comes back as dicts, frames and pages that do nothing."""

import re
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser

import pytest
from IPython.core.formatters import DisplayFormatter
from rdflib import Graph, Literal
from rdflib.namespace import SKOS

import graphbuild
from graphbuild.api import Rows
from graphbuild.errors import BrokenGraph, Unanswerable
from graphbuild.graph import parse, serialize
from graphbuild.query.store import Limits
from tests.export.strange import WORDS, graph_file

TAGS = {"p", "strong", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "br", "small", "span"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The invented graph, in which the park's very name tries to break out."""
    path = graph_file(tmp_path_factory.mktemp("output"))
    graph = parse(path)
    (park,) = graph.subjects(SKOS.prefLabel, Literal("云岭公园", lang="zh"))
    graph.add((park, SKOS.altLabel, Literal('<img src=x onerror="alert(1)">', lang="zh")))
    path.write_text(serialize(graph), "utf-8")
    return path.parent


@pytest.fixture(scope="module")
def opened(folder):
    return graphbuild.open(folder)


class Tags(HTMLParser):
    """Every tag of a page; an attribute is a fault."""

    def __init__(self, page):
        super().__init__()
        self.seen = set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        assert not attributes
        self.seen.add(tag)


def inert(shown):
    page = shown._repr_html_()
    assert Tags(page).seen <= TAGS
    assert not re.search(r"\$[^<]", page)  # no formula begins
    return page


def test_opening_costs_nothing_until_something_is_asked():
    code = "import graphbuild, sys; print(len([m for m in sys.modules if m.startswith(('rdflib', 'graphbuild.'))]))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"


def test_sparql_gives_python_values(opened):
    rows = opened.query("SELECT ?value ?unit ?none { ?m gb:value ?value ; gb:unit ?unit }")
    assert rows.columns == ("value", "unit", "none") and len(rows) == 1
    assert rows.dicts() == list(rows) == [rows[0]] == [{"value": 252.8, "unit": "亿元", "none": None}]
    (day,) = opened.query("SELECT DISTINCT ?day { ?m a gb:Milestone ; gb:from ?day }")
    assert day == {"day": date(2021, 2, 1)}


def test_a_frame_where_pandas_is(opened, monkeypatch):
    frame = opened.query("SELECT ?value { ?m gb:value ?value }").frame()
    assert list(frame.columns) == ["value"] and frame["value"].sum() == 252.8
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(Unanswerable, match="dicts"):
        Rows((), ()).frame()


def test_named_questions_take_names_and_things(opened):
    rows = opened.query("who-inspects", thing="云岭公园")
    assert [row["whoName"] for row in rows] == ["丁一山"] * len(rows) and rows
    assert opened.query("who-inspects", thing=opened.thing("云岭公园项目")) == rows
    with pytest.raises(Unanswerable, match="who-inspects"):
        opened.query("who-inspect")


def test_values_for_a_query_of_ones_own(opened):
    text = "SELECT ?n { ?m gb:value ?n FILTER(?n > ?least) }"
    assert opened.query(text, least=1e-7) and opened.query(text, least=252.7999999) and opened.query(text, least=252) and not opened.query(text, least=253.5)
    by = opened.query("SELECT ?d { ?m gb:from ?d FILTER(?d <= ?day) }", day=date(2021, 2, 1))
    assert len(by) >= 1


def test_ask_and_describe(opened):
    assert opened.query("ASK { ?s a gb:Park }") and not opened.query("ASK { ?s a gb:Road }")
    told = opened.query("DESCRIBE ?s { ?s a gb:Park }")
    assert told.columns == ("subject", "predicate", "object") and len(told) > len(WORDS)


def test_a_strangers_query_passes_the_gate(opened):
    with pytest.raises(Unanswerable):
        opened.query("SELECT * { SERVICE <http://a.invalid/> { ?s ?p ?o } }", untrusted=True)


def test_a_thing_with_its_sentences(opened):
    park = opened.thing("云岭公园")
    assert park.name == "云岭公园" and park.kinds == ["Park", "Project"] and set(WORDS) <= set(park.names)
    assert park.about and {"quote", "file", "start", "end"} <= set(park.sentences.columns)
    assert any("到云岭公园调研" in row["quote"] for row in park.sentences)
    with pytest.raises(Unanswerable, match="near names"):
        opened.thing("云岭公")


def test_a_question_in_plain_words(opened):
    asked = opened.ask("谁调研过云岭公园？")
    assert asked and "丁一山" in str(asked) and asked.sentences and asked.dict()["outcome"] == "answered"
    assert "丁一山" in inert(asked)
    declined = opened.ask("<script>alert(1)</script>今天天气怎么样？")
    assert not declined and declined.reply.outcome not in ("answered", "empty")
    assert "<script" not in inert(declined)


def test_promises_are_rows(opened):
    rows = opened.promises()
    assert isinstance(rows, Rows) and "status" in rows.columns
    inert(rows)


def test_the_graph_itself(opened):
    assert isinstance(opened.graph, Graph) and len(opened.graph) == len(opened.store.engine)
    drawn = opened.networkx()
    assert {key for *_, key in drawn.edges(keys=True)} >= {"inspects", "developedBy", "wasDerivedFrom"}


def test_pages_in_a_notebook_do_nothing(opened):
    for shown in (opened, opened.thing("云岭公园"), opened.query("SELECT ?n { ?s skos:altLabel ?n }")):
        page = inert(shown)
        assert DisplayFormatter().format(shown)[0]["text/html"] == page
    assert "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;" in page


def test_a_long_answer_says_that_it_is_not_all_shown(opened):
    page = inert(opened.query("SELECT * { ?s ?p ?o }"))
    assert page.count("<tr>") == 51 and "the first 50 shown" in page


def test_a_cut_answer_says_so(opened):
    rows = opened.query("SELECT * { ?s ?p ?o }", limits=Limits(rows=3))
    assert len(rows) == 3 and rows.notice and rows.notice in inert(rows)
    opened.store.close()


def test_a_view_is_shown_by_a_notebook_itself(opened):
    shown, _ = DisplayFormatter().format(opened.view("云岭公园", depth=1))
    assert shown["text/html"].startswith('<iframe title="云岭公园" sandbox="allow-scripts allow-downloads"')
    assert "srcdoc=" in opened.view()._repr_html_()
    with pytest.raises(Unanswerable, match="near names"):
        opened.view("云岭公圆")


def test_rows_are_cut_as_any_sequence_is(opened):
    rows = opened.query("SELECT ?thing ?name { ?thing skos:prefLabel ?name } ORDER BY ?name")
    assert rows[:2].dicts() == rows.dicts()[:2] and rows[-1] == rows.dicts()[-1] and rows[1:1].dicts() == []
    assert isinstance(rows[:2], Rows) and len(rows[::2]) == (len(rows) + 1) // 2


def test_a_folder_that_is_not_there_is_told_when_it_is_opened(tmp_path):
    with pytest.raises(BrokenGraph, match="not there"):
        graphbuild.open(tmp_path / "nowhere")
