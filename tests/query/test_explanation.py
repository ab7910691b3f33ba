"""Behind a name or an edge stand the sentences that say it."""

from pathlib import Path

import pytest
from rdflib import Graph

from graphbuild.errors import Unanswerable
from graphbuild.graph import build
from graphbuild.graph.documents import text_path
from graphbuild.graph.namespaces import BASE
from graphbuild.model import Entity, PartialDate
from graphbuild.query.explanation import explain, show
from tests.graph.invented import ENTITIES, document, fact, facts

VISIT = "云岭区委书记丁一山到云岭公园调研，区长许二水陪同"
NAMESAKES = (Entity("official/周三石", ("Official",), "周三石", ()), Entity("official/周三石-2", ("Official",), "周三石", ()))


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    doc, folder = document(), tmp_path_factory.mktemp("output")
    (folder / "texts").mkdir()
    (folder / text_path(doc)).write_text(doc.text, "utf-8", newline="")
    return folder / "texts"


@pytest.fixture(scope="module")
def graph() -> Graph:
    doc = document()
    return build([*ENTITIES, *NAMESAKES], facts(doc), [doc])


def test_an_edge_gives_its_sentence(graph, texts):
    (row,) = explain(graph, texts, "丁一山 inspects 云岭公园")
    assert (row.subject, row.relation, row.object, row.quote) == ("丁一山", "inspects", "云岭公园", VISIT)
    assert (row.file, row.title, row.date, row.rule, row.confidence) == ("seeds/a.txt", "云岭区新闻", "2021-03-06", "frame", 0.9)
    assert document().text[row.start : row.end] == row.quote
    assert row.whole == f"3月5日，{VISIT}。"


@pytest.mark.parametrize("question", ["丁一山 调研 云岭公园", "丁书记 inspects 云岭公园项目", "official/丁一山 inspects park:云岭公园"])
def test_an_edge_may_be_asked_by_label_alias_and_iri(graph, texts, question):
    assert [row.quote for row in explain(graph, texts, question)] == [VISIT]


@pytest.mark.parametrize("question", ["云岭公园", " 云岭 公园", "“云岭公园项目”", "park/云岭公园", BASE + "park/云岭公园", f"<{BASE}park/云岭公园>"])
def test_a_thing_gives_all_that_is_said_of_it(graph, texts, question):
    told = {(row.subject, row.relation, row.object) for row in explain(graph, texts, question)}
    assert ("丁一山", "inspects", "云岭公园") in told
    assert ("云岭公园", "milestone", "Planned Open --12-31") in told
    assert all("云岭公园" in (subject, object) for subject, _, object in told)


def test_posts_and_measures_are_told_in_words(graph, texts):
    assert ("丁一山", "holds", "云岭区委 区委书记") in {(r.subject, r.relation, r.object) for r in explain(graph, texts, "丁一山")}
    assert "生产总值 252.8 亿元 8.1 2021-Q1" in {row.object for row in explain(graph, texts, "全区")}


def test_an_unknown_name_offers_near_ones(graph, texts):
    with pytest.raises(Unanswerable, match=r"云岭大公园.*云岭公园"):
        explain(graph, texts, "云岭大公园")
    with pytest.raises(Unanswerable, match="shorter"):
        explain(graph, texts, "qqq")


def test_an_ambiguous_name_lists_the_candidates(graph, texts):
    with pytest.raises(Unanswerable, match="2 things") as trouble:
        explain(graph, texts, "周三石")
    assert f"{BASE}official/周三石" in trouble.value.remedy and f"{BASE}official/周三石-2" in trouble.value.remedy


@pytest.mark.parametrize("question", ["周三石-2", "official/周三石", "许二水 inspects 云岭公园", "云岭公园 inspects 丁一山"])
def test_what_no_text_says_is_said_so(graph, texts, question):
    with pytest.raises(Unanswerable):
        explain(graph, texts, question)


def test_without_texts_the_quotation_stands_alone(graph, tmp_path):
    (row,) = explain(graph, tmp_path, "丁一山 inspects 云岭公园")
    assert row.whole == row.quote == VISIT


def test_each_document_has_its_own_date(texts):
    doc, old = document(), document(id="d0", published=PartialDate(2020, 5))
    again = fact("holds", "official/丁一山", "organization/云岭区委", VISIT, old, title="区委书记")
    graph = build(ENTITIES, [*facts(doc), again], [doc, old])
    assert [row.date for row in explain(graph, texts, "区委")] == ["2020-05", "2021-03-06"]


def test_shown_to_a_reader(graph, texts):
    assert show(explain(graph, texts, "丁一山 inspects 云岭公园")) == (
        f"丁一山 inspects 云岭公园\n  “{VISIT}”\n  seeds/a.txt:11-35 · 云岭区新闻 · 2021-03-06 · frame · 0.9"
    )
