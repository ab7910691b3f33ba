"""The sieve lets nothing through that SHACL would find, and keeps back next to nothing that is sound."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import SH, Graph, Literal
from rdflib.namespace import XSD

from graphbuild.graph import conditions, serialize, validate, validation_parts
from graphbuild.graph.embedded import embed
from graphbuild.graph.fitting import fitting
from graphbuild.graph.sieve import suspects
from graphbuild.graph.validation_parts import validate_file
from graphbuild.knowledge import home
from tests.graph.test_shapes import BROKEN, FIRM, PARK, Break, whole

ONTOLOGY = home("ontology")
WRITTEN = (
    "2021-02-28", "2021-02-30", "2021", "21", "2021-13", "2021-12", "--13", "--02", "--02-30", "--04-30", "--04-31", "--12-31",
    "1.5", "1,5", "-3", "7", "٣", "true", "yes", "", " 7", "7\n",
)  # fmt: skip


def kept_back(graph: Graph, folder: Path) -> set[str]:
    turtle = folder / "graph.ttl"
    turtle.write_text(serialize(graph), "utf-8")
    embed(turtle, folder / "store")
    found = suspects(turtle.read_bytes(), ox.Store.read_only(str(folder / "store")), ONTOLOGY)
    assert found is not None
    return set(found)


def test_nothing_sound_is_kept_back(tmp_path: Path):
    assert kept_back(whole(), tmp_path) == set()


@pytest.mark.parametrize(("reason", "spoil"), [each for each in BROKEN if each[0] != "blank nodes"])
def test_what_is_wrong_is_kept_back_and_little_else(reason: str, spoil: Break, tmp_path: Path):
    graph = whole()
    spoil(graph)
    wrong = {issue.where for issue in validate(graph)} & {str(subject) for subject in graph.subjects()}
    found = kept_back(graph, tmp_path)
    assert wrong <= found and len(found - wrong) < 2


@pytest.mark.parametrize("kind", [XSD.date, XSD.gYear, XSD.gYearMonth, XSD.gMonth, XSD.gMonthDay, XSD.decimal, XSD.boolean, XSD.nonNegativeInteger])
def test_of_values_only_those_fit_that_their_datatype_knows(kind):
    shapes = Graph()
    shapes.add((FIRM, SH.datatype, kind))
    (fits,) = fitting(shapes, FIRM, ONTOLOGY)
    fit = [text for text in WRITTEN if fits(ox.Literal(text, datatype=ox.NamedNode(kind)), None)]
    assert fit and not any(Literal(text, datatype=kind).ill_typed for text in fit)
    assert not any(fits(ox.Literal(text), None) for text in WRITTEN)


def test_by_a_shape_that_the_sieve_cannot_read_all_is_tried(tmp_path: Path, monkeypatch):
    graph = Graph()
    graph.add((FIRM, SH.uniqueLang, Literal(True)))
    monkeypatch.setattr(conditions, "shapes", lambda _: graph)
    assert conditions.conditions(tmp_path) is None


def test_where_nothing_is_wrong_shacl_is_not_asked(tmp_path: Path, monkeypatch):
    path = tmp_path / "graph.ttl"
    monkeypatch.setattr(validation_parts, "SMALL", 0)
    path.write_text(serialize(whole()), "utf-8")
    asked = []
    monkeypatch.setattr(validation_parts, "shaped", lambda *told: asked.append(told) or [])
    assert validate_file(path) == [] == asked
    graph = whole()
    graph.add((FIRM, graph.namespace_manager.store.namespace("gb") + "inspects", PARK))
    path.write_text(serialize(graph), "utf-8")
    validate_file(path)
    assert len(asked) == 1
