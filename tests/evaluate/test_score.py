"""Gold against a small graph: what counts as found, as made up, as missed."""

import pytest
from rdflib import ORG, RDF, SKOS, Graph, Literal, Namespace

from graphbuild.evaluate import Gold, Tallies, Tally, below, lines, score
from graphbuild.evaluate.names import forms, same_title, title
from graphbuild.knowledge import load

GB = Namespace("https://w3id.org/graphbuild/ns#")
ID = Namespace("https://example.org/")
KNOWN = load()
GOLD = {
    "doc": "one",
    "entities": [
        {"id": "e1", "name": "苏明远", "types": ["Official"], "aliases": ["苏书记"]},
        {"id": "e2", "name": "青竹湖文化产业园", "types": ["Zone", "Project"], "aliases": []},
        {"id": "e3", "name": "云岭县", "types": ["District"], "aliases": []},
    ],
    "posts": [{"person": "e1", "title": "县委书记", "org": "云岭县委"}],
    "relations": [["e1", "inspects", "e2"]],
    "milestones": [{"thing": "e2", "kind": "open", "status": "planned", "date": "--12-31"}],
    "measures": [{"area": "e3", "indicator": "生产总值", "value": 52.8, "unit": "亿元", "change": 8.1, "period": "2019"}],
}


@pytest.fixture
def graph():
    graph = Graph()
    for node, kind, names in (
        ("su", "Official", ["苏明远"]), ("park", "Project", ["青竹湖文化产业园项目"]), ("yunling", "District", ["云岭县"]),
    ):  # fmt: skip
        graph.add((ID[node], RDF.type, GB[kind]))
        for name in names:
            graph.add((ID[node], SKOS.prefLabel, Literal(name, "zh")))
    graph.add((ID.su, GB.inspects, ID.park))
    return graph


def tally(graph, gold=GOLD):
    tallies = Tallies()
    score(Gold(gold, None), graph, tallies, KNOWN)
    return tallies


def counts(tally):
    return tally.tp, tally.fp, tally.fn


def test_a_tail_word_does_not_part_two_names(graph):
    assert counts(tally(graph)["entities"]) == (3, 0, 0)
    assert counts(tally(graph)["relations"]) == (1, 0, 0)


def test_a_wrong_class_is_found_by_name_alone(graph):
    graph.set((ID.su, RDF.type, GB.Company))
    tallies = tally(graph)
    assert counts(tallies["entities"]) == (2, 1, 1) and counts(tallies["entities (name only)"]) == (3, 0, 0)
    assert counts(tallies["  Official"]) == (0, 0, 1) and counts(tallies["  Company"]) == (0, 1, 0)
    assert "one missed Official 苏明远" in tallies.errors


def test_what_is_made_up_counts(graph):
    graph.add((ID.park, GB.partOf, ID.su))
    graph.add((ID.nobody, RDF.type, GB.Road))
    graph.add((ID.nobody, SKOS.prefLabel, Literal("无名路", "zh")))
    tallies = tally(graph)
    assert counts(tallies["  partOf"]) == (0, 1, 0) and counts(tallies["  Road"]) == (0, 1, 0)


def test_lying_in_the_texts_own_district_need_not_be_told(graph):
    graph.add((ID.park, GB.locatedIn, ID.yunling))
    assert counts(tally(graph)["relations"]) == (1, 0, 0)
    graph.add((ID.yunling, GB.locatedIn, ID.province))
    assert counts(tally(graph)["relations"]) == (1, 0, 0)
    graph.add((ID.park, GB.locatedIn, ID.elsewhere))
    assert counts(tally(graph)["relations"]) == (1, 1, 0)


def test_an_inferred_place_is_not_the_texts_own(graph):
    graph.add((ID.province, RDF.type, GB.District))
    graph.add((ID.province, GB.inferred, Literal(True)))
    assert counts(tally(graph)["entities"]) == (3, 0, 0)


def test_symmetric_relations_have_no_direction(graph):
    gold = {**GOLD, "relations": [["e3", "cooperatesWith", "e2"]]}
    graph.remove((None, GB.inspects, None))
    graph.add((ID.park, GB.cooperatesWith, ID.yunling))
    assert counts(tally(graph, gold)["relations"]) == (1, 0, 0)


def test_who_chairs_also_attends(graph):
    gold = {**GOLD, "relations": [["e1", "chairs", "e2"]]}
    graph.remove((None, GB.inspects, None))
    for predicate in (GB.chairs, GB.attends):
        graph.add((ID.su, predicate, ID.park))
    assert counts(tally(graph, gold)["relations"]) == (1, 0, 0)


def test_posts_milestones_and_measures(graph):
    graph.add((ID.body, RDF.type, GB.Organization))
    graph.add((ID.body, SKOS.prefLabel, Literal("中共云岭县委", "zh")))
    for p, o in ((RDF.type, ORG.Membership), (ORG.member, ID.su), (GB.title, Literal("书记", "zh")), (ORG.organization, ID.body)):
        graph.add((ID.post, p, o))
    for p, o in (
        (RDF.type, GB.Milestone), (GB.thing, ID.park), (GB.kind, GB.Open), (GB.status, GB.Planned), (GB.date, Literal("2019-12-31")),
    ):  # fmt: skip
        graph.add((ID.mile, p, o))
    graph.add((ID.gdp, SKOS.prefLabel, Literal("生产总值", "zh")))
    for p, o in (
        (RDF.type, GB.Measure), (GB.area, ID.yunling), (GB.indicator, ID.gdp), (GB.value, Literal("52.80")),
        (GB.unit, Literal("亿元", "zh")), (GB.change, Literal("8.1")),
    ):  # fmt: skip
        graph.add((ID.measure, p, o))
    tallies = tally(graph)
    for heading in ("posts", "posts' bodies", "milestones", "milestones (no date)", "measures"):
        assert counts(tallies[heading]) == (1, 0, 0), heading


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("县委书记", "书记", True), ("书记", "县委书记", True), ("副县长", "县长", False), ("代县长", "县长", False), ("县长", "", False)],
)
def test_titles(a, b, same):
    assert same_title(a, b, KNOWN) is same


def test_a_title_loses_its_place():
    assert title("云岭县委书记", KNOWN) == title("县委书记", KNOWN)


def test_forms():
    assert forms(["“青竹湖”改造 工程"], KNOWN) == {"青竹湖改造工程", "青竹湖改造"}
    assert forms(["甲项目", "（）"], KNOWN) == {"甲项目"}


def test_figures_and_floors():
    tally = Tally(6, 2, 4)
    assert str(tally) == "P 0.750  R 0.600  F1 0.667   (tp 6 fp 2 fn 4)"
    assert str(Tally()) == "P 0.000  R 0.000  F1 0.000   (tp 0 fp 0 fn 0)"
    tallies = Tallies()
    tallies["posts"] = tally
    assert lines(tallies) == ["posts                   P 0.750  R 0.600  F1 0.667   (tp 6 fp 2 fn 4)"]
    assert below(tallies, {"posts": 0.66}) == []
    assert below(tallies, {"posts": 0.67, "measures": 0.1}) == [
        "posts: F1 0.6667 is below its floor 0.67", "measures: F1 0.0000 is below its floor 0.1",
    ]  # fmt: skip
