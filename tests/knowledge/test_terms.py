"""The ontology has every word it needs, and a broken one is told gap by gap."""

from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph

from graphbuild.errors import BrokenKnowledge
from graphbuild.graph.things import CODES
from graphbuild.knowledge import Knowledge, check, home
from graphbuild.knowledge.terms import GB, ontology, terms

KINDS = "Official Person District Organization Company Project Zone Park Road WaterBody Facility Event"
EDGES = "inspects oversees accompanies chairs attends locatedIn partOf developedBy signedWith cooperatesWith"
TOLD = (
    "rule confidence statedOn evidence carried sha256 text inferred firstStated lastStated title thing kind status date from until"
    " area indicator value unit change period involvedIn"
)
WORDED = {relation: {} for relation in [*EDGES.split(), "holds", "milestone", "measure"]}


def gaps(folder: Path, worded: dict | None = None) -> list[str]:
    return [issue.message for issue in check(Knowledge(folder, {}, WORDED if worded is None else worded))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "graphbuild.ttl").write_bytes((home("ontology") / "graphbuild.ttl").read_bytes())
    return tmp_path


def add(folder: Path, turtle: str) -> None:
    with (folder / "graphbuild.ttl").open("a", encoding="utf-8") as file:
        file.write(turtle)


def test_the_contract_is_defined():
    known = terms(home("ontology"))
    assert set(KINDS.split()) <= known.classes.keys() and set(EDGES.split()) == known.relations.keys() and set(TOLD.split()) <= known.properties.keys()
    assert all(term.zh and term.en for term in [*known.classes.values(), *known.properties.values()])
    assert (known.relations["inspects"].zh, known.relations["inspects"].domain) == ("调研", "Person")


def test_our_own_ontology_has_no_gap(folder):
    assert gaps(folder) == []


def test_inverses_lie_on_the_same_ends():
    graph = ontology(home("ontology"))
    pairs = list(graph.subject_objects(OWL.inverseOf))
    assert len(pairs) == 9
    for relation, inverse in pairs:
        assert graph.value(relation, RDFS.domain) == graph.value(inverse, RDFS.range)
        assert graph.value(relation, RDFS.range) == graph.value(inverse, RDFS.domain)
    symmetric = {each for each in graph.subjects(RDF.type, OWL.SymmetricProperty) if (each, RDF.type, GB.Relation) in graph}
    assert {GB[edge] for edge in EDGES.split()} == symmetric | {relation for relation, _ in pairs} - {GB.involvedIn}


def test_ends_lie_within_those_of_the_parent():
    graph, known = ontology(home("ontology")), terms(home("ontology"))
    for child, parent in graph.subject_objects(RDFS.subPropertyOf):
        if parent in GB:
            below, wider = known.properties[child.removeprefix(GB)], known.properties[parent.removeprefix(GB)]
            assert wider.domain in known.kinds[below.domain] and wider.range in known.kinds[below.range]


def test_one_question_asks_who_has_to_do_with_a_project():
    parents = ontology(home("ontology")).transitive_subjects(RDFS.subPropertyOf, GB.involvedIn)
    assert {GB.inspects, GB.oversees, GB.develops} <= set(parents)


def test_no_thing_of_a_kind_is_disjoint_with_itself():
    graph, known = ontology(home("ontology")), terms(home("ontology"))
    for kind, other in graph.subject_objects(OWL.disjointWith):
        left, right = kind.removeprefix(GB), other.removeprefix(GB)
        assert not [name for name, above in known.kinds.items() if left in above and right in above]


@pytest.mark.parametrize(("relation", "subject", "object", "allowed"), [
    ("inspects", ["Official"], ["Park", "Project"], True), ("inspects", ["Company"], ["Park"], False),
    ("inspects", ["Official"], ["Official"], False), ("locatedIn", ["Company"], ["Zone"], True),
    ("signedWith", ["Company"], ["District"], True), ("developedBy", ["Road"], ["Company"], True), ("flies", ["Road"], ["Road"], False),
])  # fmt: skip
def test_what_may_stand_at_the_ends(relation, subject, object, allowed):
    assert terms(home("ontology")).allows(relation, subject, object) is allowed


def test_codes_have_the_year_of_the_list_of_areas():
    assert (CODES, RDF.type, RDFS.Datatype) in ontology(home("ontology"))
    table = home("ontology") / "lexicon" / "areas.tsv"
    assert f"as of: {CODES.rpartition('-')[2]}" in table.read_text("utf-8")


@pytest.mark.parametrize(("turtle", "gap"), [
    ("gb:Shop a owl:Class .", "gb:Shop has 0 rdfs:label @zh"),
    ('gb:Shop a owl:Class ; rdfs:label "商店"@zh .', "gb:Shop has 0 rdfs:label @en"),
    ("gb:Shop a owl:Class .", "gb:Shop has 0 skos:definition @en"),
    ('gb:Park rdfs:label "第二个"@zh .', "gb:Park has 2 rdfs:label @zh"),
    ("gb:buys a owl:ObjectProperty ; rdfs:range gb:Park .", "gb:buys has 0 rdfs:domain"),
    ("gb:inspects rdfs:domain gb:Company .", "gb:inspects has 2 rdfs:domain"),
    ("gb:buys a owl:ObjectProperty ; rdfs:range gb:Nothing .", "rdfs:range gb:Nothing of gb:buys is no class"),
    ('org:Thing rdfs:label "外来"@zh .', "org#Thing is defined here"),
    ("gb:buys a owl:ObjectProperty , gb:Relation .", "gb:buys has no table [buys]"),
])  # fmt: skip
def test_a_gap_is_named(folder, turtle, gap):
    add(folder, turtle)
    assert any(gap in message for message in gaps(folder))


def test_half_relations_are_named_from_both_sides(folder):
    assert gaps(folder, {**WORDED, "buys": {}}) == ["relations.toml words [buys], which is no gb:Relation in graphbuild.ttl"]
    worded = {key: value for key, value in WORDED.items() if key != "chairs"}
    assert gaps(folder, worded) == ["gb:chairs has no table [chairs] in relations.toml"]


def test_a_list_without_source_is_named(folder):
    (folder / "lexicon" / "words.tsv").write_text("# source: here, licence: CC0-1.0\nword\n甲\n", "utf-8")
    assert gaps(folder) == ["the header of words.tsv does not say 'as of'"]


def test_broken_turtle_names_its_file(tmp_path):
    with pytest.raises(BrokenKnowledge, match=r"graphbuild\.ttl"):
        terms(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "graphbuild.ttl").write_text("gb:Park a", "utf-8")
    with pytest.raises(BrokenKnowledge, match=r"graphbuild\.ttl"):
        terms(tmp_path / "sub")


def test_the_header_names_licence_version_prefix_and_date():
    (head,) = ontology(home("ontology")).subjects(RDF.type, OWL.Ontology)
    written = Graph().parse(home("ontology") / "graphbuild.ttl")
    told = {str(p).replace("#", "/").rpartition("/")[2] for p in written.predicates(head)}
    assert {"license", "versionIRI", "preferredNamespacePrefix", "preferredNamespaceUri", "created", "title"} <= told
