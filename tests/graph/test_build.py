"""What entities, facts and documents become in the graph."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, SKOS, XSD

from graphbuild.errors import BrokenGraph
from graphbuild.graph import build, serialize, validate
from graphbuild.graph.namespaces import BASE, GB, OA, ORG, PROV
from graphbuild.model import Document, Entity, PartialDate
from graphbuild.text.clean import clean
from tests.graph.invented import ENTITIES, document, fact, facts

ONE, PARK = URIRef(BASE + "official/丁一山"), URIRef(BASE + "park/云岭公园")
VISIT = "云岭区委书记丁一山到云岭公园调研，区长许二水陪同"


def built(*more: object, doc: Document | None = None) -> Graph:
    doc = doc or document()
    return build(ENTITIES, [*facts(doc), *more], [doc])  # type: ignore[list-item]


def test_a_thing_has_its_kinds_names_and_code():
    graph = built()
    assert set(graph.objects(PARK, RDF.type)) == {GB.Park, GB.Project}
    assert list(graph.objects(PARK, SKOS.prefLabel)) == [Literal("云岭公园", lang="zh")]
    assert list(graph.objects(PARK, SKOS.altLabel)) == [Literal("云岭公园项目", lang="zh")]
    district = URIRef(BASE + "district/云岭区")
    assert graph.value(district, SKOS.notation) == Literal("990102", datatype=GB["GBT2260-2023"])
    assert str(graph.value(URIRef(BASE + "district/天涯市"), GB.inferred)) == "true"
    assert graph.value(district, GB.inferred) is None


def test_an_area_lies_in_its_parent_without_a_claim():
    parent, child = Entity("district/天涯市", ("District",), "天涯市", (), inferred=True), "district/云岭区.990102"
    graph = build([parent, Entity(child, ("District",), "云岭区", (), "990102", parent=parent.id)], [], [])
    assert list(graph.subject_objects(GB.locatedIn)) == [(URIRef(BASE + child), URIRef(BASE + parent.id))]
    assert validate(graph) == [] and "district:云岭区.990102 a gb:District" in serialize(graph)


def claims(graph: Graph, subject: URIRef, predicate: URIRef, object: URIRef) -> list[URIRef]:
    found = graph.subjects(RDF.subject, subject)
    return [c for c in found if (c, RDF.predicate, predicate) in graph and (c, RDF.object, object) in graph]


def test_an_edge_leads_to_its_words():
    doc = document()
    graph = built(doc=doc)
    assert (ONE, GB.inspects, PARK) in graph
    (claim,) = claims(graph, ONE, GB.inspects, PARK)
    selector = graph.value(graph.value(claim, GB.evidence), OA.hasSelector)
    start, end = int(graph.value(selector, OA.start)), int(graph.value(selector, OA.end))
    assert doc.text[start:end] == str(graph.value(selector, OA.exact)) == VISIT
    assert doc.text[:start].endswith(str(graph.value(selector, OA.prefix)))
    assert doc.text[end:].startswith(str(graph.value(selector, OA.suffix)))
    assert graph.value(claim, GB.carried) is None
    assert str(graph.value(claim, GB.statedOn)) == "2021-03-06"


def test_what_does_not_stand_in_the_quote_is_carried():
    graph = built()
    (claim,) = claims(graph, ONE, GB.inspects, URIRef(BASE + "facility/星河大厦"))
    assert list(graph.objects(claim, GB.carried)) == [ONE]


def test_an_alias_in_other_dress_is_in_the_quote():
    doc = document("“云岭 公 园”由**云岭建设**承建。")
    graph = build(ENTITIES, [fact("developedBy", "park/云岭公园", "company/云岭建设有限公司", doc.text, doc)], [doc])
    assert not list(graph.subject_objects(GB.carried))


def test_two_facts_of_one_edge_and_place_are_one_claim():
    doc = document()
    again = fact("inspects", "official/丁一山", "park/云岭公园", VISIT, doc)
    surer = replace(again, claims=(replace(again.claims[0], rule="roster", confidence=0.95),))
    graph = built(surer, doc=doc)
    (claim,) = claims(graph, ONE, GB.inspects, PARK)
    assert {str(rule) for rule in graph.objects(claim, GB.rule)} == {"frame", "roster"}
    assert [str(c) for c in graph.objects(claim, GB.confidence)] == ["0.95"]


def test_a_post_is_a_membership_with_the_days_it_was_stated():
    old = document(id="d0", published=PartialDate(2020, 5))
    graph = built(fact("holds", "official/丁一山", "organization/云岭区委", VISIT, old, title="区委书记"))
    (post,) = graph.subjects(ORG.organization, URIRef(BASE + "organization/云岭区委"))
    assert set(graph.objects(post, RDF.type)) == {ORG.Membership, GB.Post}
    assert graph.value(post, ORG.member) == ONE
    assert graph.value(post, GB.title) == Literal("区委书记", lang="zh")
    assert str(graph.value(post, GB.firstStated)) == "2020-05" and graph.value(post, GB.firstStated).datatype == XSD.gYearMonth
    assert str(graph.value(post, GB.lastStated)) == "2021-03-06"
    assert len(list(graph.objects(post, GB.evidence))) == len(list(graph.objects(post, PROV.wasDerivedFrom))) == 2


def test_a_milestone_has_bounds_where_its_year_is_known():
    graph = built()
    dates = {graph.value(m, GB.kind): m for m in graph.subjects(RDF.type, GB.Milestone)}
    start, opening = dates[GB.Start], dates[GB.Open]
    assert (str(graph.value(start, GB["from"])), str(graph.value(start, GB.until))) == ("2021-02-01", "2021-02-28")
    assert graph.value(start, GB.status) == GB.Done and graph.value(opening, GB.status) == GB.Planned
    assert graph.value(opening, GB.date).datatype == XSD.gMonthDay and graph.value(opening, GB.until) is None


def test_a_measure_has_an_indicator_with_a_label():
    graph = built()
    (measure,) = graph.subjects(RDF.type, GB.Measure)
    indicator = graph.value(measure, GB.indicator)
    assert (indicator, RDF.type, SKOS.Concept) in graph
    assert graph.value(indicator, SKOS.prefLabel) == Literal("生产总值", lang="zh")
    told = [str(graph.value(measure, p)) for p in (GB.value, GB.unit, GB.change, GB.period)]
    assert told == ["252.8", "亿元", "8.1", "2021-Q1"]


def test_a_figure_may_have_no_area():
    doc = document()
    graph = build([], [fact("measure", "", None, "增长8.1%", doc, indicator="产值", change="8.1")], [doc])
    (measure,) = graph.subjects(RDF.type, GB.Measure)
    assert graph.value(measure, GB.area) is None and graph.value(measure, GB.carried) is None and validate(graph) == []


def test_articles_of_one_file_share_its_text():
    first, second = document(id="a1"), document(id="a2")
    graph = build(ENTITIES, [], [first, second])
    assert len(set(graph.subjects(RDF.type, GB.Document))) == 2
    assert {str(path) for path in graph.objects(None, GB.text)} == {f"texts/{'ab' * 8}.txt"}
    assert {str(source) for source in graph.objects(None, DCTERMS.source)} == {"seeds/a.txt"}


def test_an_article_tells_where_it_stands_in_its_text():
    text = "第一篇说了些话。\n\n第二篇也说了。\n"
    start = text.index("第二篇")
    graph = build(ENTITIES, [], [replace(document(text), view=clean(text, start)), document(" ", id="d2")])
    (one,) = graph.subjects(GB.articleStart, None)
    begin, end = (graph.value(one, each).toPython() for each in (GB.articleStart, GB.articleEnd))
    assert text[begin:end].strip() == "第二篇也说了。" and validate(graph) == []


def test_a_relation_that_has_no_code_is_an_edge():
    doc = document()
    assert (ONE, GB.praises, PARK) in built(fact("praises", "official/丁一山", "park/云岭公园", VISIT, doc), doc=doc)


@pytest.mark.parametrize("broken", [
    ("inspects", "official/丁一山", None, {}),
    ("inspects", "official/无名氏", "park/云岭公园", {}),
    ("inspects", "", "park/云岭公园", {}),
    ("holds", "", None, {"title": "区长"}),
    ("milestone", "park/云岭公园", None, {"kind": "finish", "status": "done"}),
])  # fmt: skip
def test_broken_facts_are_refused(broken):
    relation, subject, object, told = broken
    with pytest.raises(BrokenGraph):
        built(fact(relation, subject, object, VISIT, document(), **told))


def test_the_base_can_be_chosen():
    doc = document()
    graph = build(ENTITIES, facts(doc), [doc], "https://example.org/things/")
    assert "w3id.org/graphbuild/id" not in serialize(graph)
    assert "@prefix official: <https://example.org/things/official/>" in serialize(graph)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_makes_no_difference(chance: random.Random):
    doc, other = document(), document(id="d2", published=PartialDate(2021))
    things, said, docs = list(ENTITIES), [*facts(doc), *facts(other)], [doc, other]
    expected = serialize(build(things, said, docs))
    for items in (things, said, docs):
        chance.shuffle(items)
    assert serialize(build(things, said, docs)) == expected
