"""Between two builds a thing may get another id; under its name and class it is still the same thing."""

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SKOS

from graphbuild.graph.namespaces import GB
from graphbuild.view.changes import compare
from graphbuild.view.changes_told import text

ID = "https://w3id.org/graphbuild/id/"


def graph(*things):
    made = Graph()
    for name, kind, home in things:
        node = URIRef(f"{ID}{kind.lower()}/{name}.{home}")
        made.add((node, RDF.type, GB[kind]))
        made.add((node, SKOS.prefLabel, Literal(name, lang="zh")))
    return made


def told(old, new):
    return text(compare(graph(*old), graph(*new)), {}).splitlines()


def test_the_same_name_and_class_under_another_id_is_one_change():
    assert told([("樾樱桥", "Road", "甲区")], [("樾樱桥", "Road", "乙区")]) == ["~ 樾樱桥（Road） ← 樾樱桥.甲区"]


def test_another_class_or_several_bearers_are_not_taken_for_one():
    assert len(told([("樾樱桥", "Road", "甲区")], [("樾樱桥", "Park", "甲区")])) == 2
    assert len(told([("樾樱桥", "Road", "甲区"), ("樾樱桥", "Road", "乙区")], [("樾樱桥", "Road", "丙区")])) == 3
