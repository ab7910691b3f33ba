"""A sound graph conforms; a graph broken in one way fails for that reason."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, SKOS, XSD

from graphbuild.graph import build, serialize, validate, validation_parts
from graphbuild.graph.embedded import embed
from graphbuild.graph.namespaces import BASE, GB, OA, ORG, PROV
from graphbuild.graph.validation_parts import validate_file
from graphbuild.knowledge import home
from graphbuild.model import Issue, Promise
from tests.graph.invented import ENTITIES, document, fact, facts

ONE, TWO, PARK, TOWER = (URIRef(BASE + id) for id in ("official/丁一山", "official/许二水", "park/云岭公园", "facility/星河大厦"))
FIRM, BODY, EVENT, AREA = (
    URIRef(BASE + id) for id in ("company/云岭建设有限公司", "organization/云岭区委", "event/云岭区推进会", "district/云岭区")
)
Break = Callable[[Graph], object]
OFFICE = {"office": "office/云岭区委书记.990102", "office name": "云岭区委书记", "single": "yes"}


def whole() -> Graph:
    """With the secretary's office, and the park's opening as a promise."""
    doc = document()
    said = [replace(f, qualifiers=tuple(sorted({**dict(f.qualifiers), **OFFICE}.items()))) if f.relation == "holds" and f.object
            else f for f in facts(doc)]
    said.append(fact("investment", "park/云岭公园", None, "云岭公园由云岭建设有限公司建设", doc, value="5.2", unit="亿元"))
    opening = next(fact for fact in said if ("status", "planned") in fact.qualifiers)
    return build(ENTITIES, said, [doc], promises=[Promise(opening, "district/云岭区", "district/云岭区", ())])


def issues(graph: Graph) -> list[str]:
    return [issue.message for issue in validate(graph, home("ontology"))]


@pytest.fixture
def in_parts(tmp_path, monkeypatch):
    """What is found in a file in parts of some bytes each."""
    def found(graph: Graph, size: int, jobs: int = 1, beside: bool = False) -> list[Issue]:
        path = tmp_path / "graph.ttl"
        path.write_text(serialize(graph), "utf-8")
        if beside:
            embed(path, tmp_path / "store")
        with monkeypatch.context() as patch:
            patch.setattr(validation_parts, "SMALL", 0)
            patch.setattr(validation_parts, "PIECE", size)
            patch.setattr(validation_parts, "validate", None)
            return validate_file(path, jobs)

    return found


def first(graph: Graph, kind: URIRef) -> URIRef:
    return min(graph.subjects(RDF.type, kind))


def without(kind: URIRef, predicate: URIRef) -> Break:
    return lambda graph: graph.remove((first(graph, kind), predicate, None))


def also(kind: URIRef, predicate: URIRef, value: object) -> Break:
    return lambda graph: graph.add((first(graph, kind), predicate, value))


def instead(kind: URIRef, predicate: URIRef, value: object) -> Break:
    return lambda graph: graph.set((first(graph, kind), predicate, value))


def promised(graph: Graph) -> URIRef:
    return next(graph.objects(None, GB.promises))


def said(subject: URIRef, predicate: URIRef, object: URIRef) -> Break:
    return lambda graph: graph.add((subject, predicate, object))


def number(text: str, kind: URIRef = XSD.decimal) -> Literal:
    return Literal(text, datatype=kind, normalize=False)


def zh(text: str) -> Literal:
    return Literal(text, lang="zh")


CLAIM, POST, STEP, FIGURE, SUM, DOC = GB.Claim, ORG.Membership, GB.Milestone, GB.Measure, GB.Investment, GB.Document
PROMISE = GB.Promise
PLACE, WORDS = OA.SpecificResource, OA.TextQuoteSelector
NEVER = URIRef(BASE + "park/nowhere")

BROKEN: list[tuple[str, Break]] = [
    ("exactly one skos:prefLabel", without(GB.Park, SKOS.prefLabel)),
    ("exactly one skos:prefLabel", also(GB.Park, SKOS.prefLabel, zh("第二个名"))),
    ("exactly one skos:prefLabel", instead(GB.Park, SKOS.prefLabel, Literal("Park", lang="en"))),
    ("exactly one skos:prefLabel", instead(GB.Park, SKOS.prefLabel, zh(""))),
    ("alternative label", also(GB.Park, SKOS.altLabel, Literal("no language"))),
    ("digits only", also(GB.District, SKOS.notation, Literal("41-01"))),
    ("gb:inferred is one boolean", also(GB.District, GB.inferred, Literal("yes"))),
    ("gb:Person and gb:Party", also(GB.Official, RDF.type, GB.Company)),
    ("gb:Person and gb:Concern", also(GB.Official, RDF.type, GB.Project)),
    ("gb:Person and gb:Event", also(GB.Official, RDF.type, GB.Event)),
    ("gb:District and gb:Organization", also(GB.District, RDF.type, GB.Organization)),
    ("gb:District and gb:Event", also(GB.District, RDF.type, GB.Event)),
    ("gb:Event and gb:Agent", also(GB.Event, RDF.type, GB.Organization)),
    ("subject of gb:inspects is a gb:Person", said(FIRM, GB.inspects, PARK)),
    ("object of gb:inspects is a gb:Concern", said(ONE, GB.inspects, TWO)),
    ("object of gb:inspects is a gb:Concern", said(ONE, GB.inspects, NEVER)),
    ("subject of gb:oversees is a gb:Agent", said(PARK, GB.oversees, TOWER)),
    ("object of gb:oversees is a gb:Concern", said(ONE, GB.oversees, EVENT)),
    ("subject of gb:accompanies is a gb:Person", said(FIRM, GB.accompanies, ONE)),
    ("object of gb:accompanies is a gb:Person", said(ONE, GB.accompanies, PARK)),
    ("subject of gb:chairs is a gb:Person", said(BODY, GB.chairs, EVENT)),
    ("object of gb:chairs is a gb:Event", said(ONE, GB.chairs, PARK)),
    ("subject of gb:attends is a gb:Agent", said(PARK, GB.attends, EVENT)),
    ("object of gb:attends is a gb:Event", said(ONE, GB.attends, PARK)),
    ("subject of gb:locatedIn is a gb:Thing", said(NEVER, GB.locatedIn, AREA)),
    ("object of gb:locatedIn is a gb:Region", said(PARK, GB.locatedIn, FIRM)),
    ("subject of gb:partOf is a gb:Thing", said(NEVER, GB.partOf, PARK)),
    ("object of gb:partOf is a gb:Thing", said(PARK, GB.partOf, NEVER)),
    ("subject of gb:developedBy is a gb:Site", said(ONE, GB.developedBy, FIRM)),
    ("object of gb:developedBy is a gb:Organization", said(PARK, GB.developedBy, ONE)),
    ("subject of gb:signedWith is a gb:Party", said(ONE, GB.signedWith, FIRM)),
    ("object of gb:signedWith is a gb:Party", said(FIRM, GB.signedWith, PARK)),
    ("subject of gb:cooperatesWith is a gb:Party", said(PARK, GB.cooperatesWith, FIRM)),
    ("object of gb:cooperatesWith is a gb:Party", said(FIRM, GB.cooperatesWith, ONE)),
    *(("has evidence", without(kind, GB.evidence)) for kind in (CLAIM, POST, STEP, SUM, FIGURE)),
    *(("derived from a gb:Document", without(kind, PROV.wasDerivedFrom)) for kind in (CLAIM, POST, STEP, SUM, FIGURE)),
    *(("names the rule", without(kind, GB.rule)) for kind in (CLAIM, POST, STEP, SUM, FIGURE)),
    *(("one confidence", without(kind, GB.confidence)) for kind in (CLAIM, POST, STEP, SUM, FIGURE)),
    ("has evidence", also(CLAIM, GB.evidence, PARK)),
    ("stands in one place", lambda graph: graph.add((first(graph, CLAIM), GB.evidence, max(graph.subjects(RDF.type, PLACE))))
     and graph.add((first(graph, CLAIM), GB.evidence, first(graph, PLACE)))),
    ("made by one document", also(CLAIM, PROV.wasDerivedFrom, URIRef(BASE + "document/other"))),
    ("one confidence from 0 to 1", instead(CLAIM, GB.confidence, number("1.2"))),
    ("one confidence from 0 to 1", instead(CLAIM, GB.confidence, number("-0.1"))),
    ("one confidence from 0 to 1", also(CLAIM, GB.confidence, number("0.1"))),
    ("gb:statedOn is a date", instead(CLAIM, GB.statedOn, Literal("去年"))),
    ("made on one date", also(CLAIM, GB.statedOn, number("2020", XSD.gYear))),
    ("gb:carried names a thing", also(CLAIM, GB.carried, NEVER)),
    ("one subject", without(CLAIM, RDF.subject)),
    ("one predicate", without(CLAIM, RDF.predicate)),
    ("one predicate: a gb:Relation", instead(CLAIM, RDF.predicate, GB.invented)),
    ("one object", without(CLAIM, RDF.object)),
    ("one object", also(CLAIM, RDF.object, AREA)),
    ("held by one person", without(POST, ORG.member)),
    ("held by one person", instead(POST, ORG.member, FIRM)),
    ("one title", without(POST, GB.title)),
    ("one title", also(POST, GB.title, zh("又一职务"))),
    ("at most one body or area", instead(POST, ORG.organization, ONE)),
    ("gb:firstStated is one date", instead(POST, GB.firstStated, Literal("今年"))),
    ("gb:lastStated is one date", also(POST, GB.lastStated, number("1999", XSD.gYear))),
    ("belongs to one thing", without(STEP, GB.thing)),
    ("belongs to one thing", instead(STEP, GB.thing, ONE)),
    ("gb:Start, gb:TopOut", without(STEP, GB.kind)),
    ("gb:Start, gb:TopOut", instead(STEP, GB.kind, GB.Finish)),
    ("a milestone is gb:Planned", without(STEP, GB.status)),
    ("a milestone is gb:Planned", instead(STEP, GB.status, GB.Start)),
    ("at most one date", instead(STEP, GB.date, Literal("年底"))),
    ("not after gb:until", lambda graph: [graph.set((s, GB["from"], number("2099-01-01", XSD.date))) for s in graph.subjects(GB.until)]),
    ("gb:until is one xsd:date", instead(STEP, GB.until, number("2021", XSD.gYear))),
    ("in one project or place", without(SUM, GB.investedIn)),
    ("in one project or place", instead(SUM, GB.investedIn, ONE)),
    ("an investment is one sum", without(SUM, GB.value)),
    ("an investment is one sum", instead(SUM, GB.value, Literal("五亿"))),
    ("gb:unit is one text in zh", without(SUM, GB.unit)),
    ("about at most one area", instead(FIGURE, GB.area, ONE)),
    ("about at most one area", also(FIGURE, GB.area, URIRef(BASE + "district/海角县"))),
    ("one indicator", without(FIGURE, GB.indicator)),
    ("one indicator", instead(FIGURE, GB.indicator, Literal("产值"))),
    ("gb:value is one decimal", instead(FIGURE, GB.value, Literal("很多"))),
    ("gb:change is one decimal", instead(FIGURE, GB.change, Literal("8%"))),
    ("gb:atMost is one boolean", also(FIGURE, GB.atMost, Literal("以下"))),
    ("gb:unit is one text", also(FIGURE, GB.unit, zh("万元"))),
    ("a period is", instead(FIGURE, GB.period, Literal("上半年"))),
    ("a measure is gb:Planned", instead(FIGURE, GB.status, GB.Open)),
    ("a value or a change", lambda graph: [graph.remove((None, p, None)) for p in (GB.value, GB.change)]),
    ("an indicator has one skos:prefLabel", lambda graph: graph.remove((graph.value(None, RDF.type, SKOS.Concept), SKOS.prefLabel, None))),
    ("at most one title, in zh", also(DOC, DCTERMS.title, zh("又一标题"))),
    ("dcterms:issued is one date", instead(DOC, DCTERMS.issued, Literal("昨天"))),
    ("at most one publisher", also(DOC, DCTERMS.publisher, zh("又一家"))),
    ("the one source", without(DOC, DCTERMS.source)),
    ("SHA-256 of the bytes", instead(DOC, GB.sha256, Literal("xyz"))),
    ("begins at one place", instead(DOC, GB.articleStart, Literal(99_999, datatype=XSD.nonNegativeInteger))),
    ("ends at one place", also(DOC, GB.articleEnd, Literal(99_999, datatype=XSD.nonNegativeInteger))),
    ("names its text", instead(DOC, GB.text, Literal("/etc/passwd"))),
    ("names its text", instead(DOC, GB.text, Literal("texts/../../a.txt"))),
    ("stands in one gb:Document", without(PLACE, OA.hasSource)),
    ("one selector that", without(PLACE, OA.hasSelector)),
    ("one selector that", lambda graph: graph.remove((first(graph, WORDS), RDF.type, OA.TextPositionSelector))),
    ("one start, before its end", without(WORDS, OA.start)),
    ("one start, before its end", instead(WORDS, OA.start, number("99999", XSD.nonNegativeInteger))),
    ("one end", without(WORDS, OA.end)),
    ("quotes its words", without(WORDS, OA.exact)),
    ("one prefix", without(WORDS, OA.prefix)),
    ("one suffix", without(WORDS, OA.suffix)),
    ("characters quoted from", instead(WORDS, OA.exact, Literal("别的话"))),
    ("no claim says so", said(TWO, GB.inspects, PARK)),
    ("the edge is missing", lambda graph: graph.remove((ONE, GB.inspects, PARK))),
    ("promise is of one milestone or measure", without(PROMISE, GB.promises)),
    ("promise is of one milestone or measure", instead(PROMISE, GB.promises, PARK)),
    ("what is promised is gb:Planned", lambda graph: graph.set((promised(graph), GB.status, GB.Done))),
    ("given by at most one person, body or area", also(PROMISE, GB.promisedBy, PARK)),
    ("given in at most one area", instead(PROMISE, GB.promisedIn, ONE)),
    ("gb:due is one xsd:date", also(PROMISE, GB.due, number("2021", XSD.gYear))),
    ("answered by a milestone or measure", also(PROMISE, GB.answeredBy, PARK)),
    ("what answers a promise is gb:Done", lambda graph: graph.add((first(graph, PROMISE), GB.answeredBy, promised(graph)))),
    ("repeated by a promise", also(PROMISE, GB.repeatedBy, PARK)),
    ("delayed by a milestone that is still planned", also(PROMISE, GB.delayedBy, PARK)),
    ("what delays a promise is gb:Planned", lambda graph: [
        graph.add((first(graph, PROMISE), GB.delayedBy, step)) for step in graph.subjects(RDF.type, STEP)]),
    ("a milestone differs from milestones", also(STEP, GB.differsFrom, PARK)),
    ("a measure differs from measures", lambda graph: graph.add((first(graph, GB.Measure), GB.differsFrom, first(graph, STEP)))),
    ("gb:begin is one date", also(GB.Post, GB.begin, Literal("去年"))),
    ("gb:end is one date", also(GB.Post, GB.end, Literal("去年"))),
    ("gb:over is one date", also(GB.Post, GB.over, Literal("去年"))),
    ("held in at most one office", also(GB.Post, GB.office, PARK)),
    ("a post succeeds a post", also(GB.Post, GB.succeeds, ONE)),
    ("an office has one skos:prefLabel", without(GB.Office, SKOS.prefLabel)),
    ("gb:single is one boolean", without(GB.Office, GB.single)),
    ("blank nodes", lambda graph: graph.add((BNode(), SKOS.prefLabel, zh("甲")))),
]  # fmt: skip


def test_a_sound_graph_conforms():
    assert issues(whole()) == []


def test_the_hierarchy_of_areas_needs_no_claim():
    graph = whole()
    graph.add((URIRef(BASE + "district/海角县"), GB.locatedIn, URIRef(BASE + "district/天涯市")))
    assert issues(graph) == []


@pytest.mark.parametrize(("reason", "spoil"), BROKEN)
def test_a_broken_graph_fails(reason: str, spoil: Break):
    graph = whole()
    spoil(graph)
    assert any(reason in message for message in issues(graph))


@pytest.mark.parametrize("size", [1, 4_000])
@pytest.mark.parametrize("half", [0, 1])
def test_what_is_wrong_in_the_whole_is_found_in_its_parts(size: int, half: int, in_parts):
    """Half of all that can be broken at once, so that nothing hides all the rest."""
    graph = whole()
    for reason, spoil in BROKEN[half::2]:
        with suppress(StopIteration, ValueError):  # what it would break is gone
            if reason != "blank nodes":  # no build writes any
                spoil(graph)
    found = validate(graph)
    assert len({issue.message for issue in found}) > 20
    assert in_parts(graph, size) == found


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("beside", [False, True])
def test_a_large_file_is_tried_in_parts_with_or_without_a_store_beside_it(jobs: int, beside: bool, in_parts):
    graph = whole()
    graph.add((FIRM, GB.inspects, PARK))
    assert in_parts(graph, 4_000, jobs, beside) == validate(graph)


def test_what_no_build_wrote_is_tried_whole(tmp_path: Path, monkeypatch):
    graph = whole()
    graph.add((BNode(), SKOS.prefLabel, zh("甲")))
    graph.serialize(tmp_path / "graph.ttl", "turtle")
    monkeypatch.setattr(validation_parts, "SMALL", 0)
    monkeypatch.setattr(validation_parts, "in_parts", None)
    assert [issue.rule for issue in validate_file(tmp_path / "graph.ttl")] == ["blank-node"]


def test_a_blank_node_that_a_hand_put_into_a_large_file_is_found_in_its_part(tmp_path: Path, monkeypatch):
    path = tmp_path / "graph.ttl"
    path.write_text(serialize(whole()).replace("\n    ", '\n    skos:note [ skos:prefLabel "甲"@zh ] ;\n    ', 1), "utf-8")
    monkeypatch.setattr(validation_parts, "SMALL", 0)
    assert validation_parts.ordered(path)
    assert "blank-node" in [issue.rule for issue in validate_file(path)]


def test_a_message_names_the_node_and_the_gap():
    graph = whole()
    graph.add((FIRM, GB.inspects, PARK))
    found = validate(graph)
    assert any("云岭建设有限公司: the subject of gb:inspects is a gb:Person" in issue.message for issue in found)
    assert {issue.where for issue in found} == {str(FIRM)} and {issue.stage for issue in found} == {"validate"}


def test_every_message_of_the_shapes_was_seen_to_fail():
    shapes = Graph().parse(home("ontology") / "shapes.ttl")
    told = {str(message) for message in shapes.objects(None, SH.message)}
    assert [message for message in sorted(told) if not any(reason in message for reason, _ in BROKEN)] == []
