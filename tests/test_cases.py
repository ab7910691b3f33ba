"""Whole texts with what their graphs must and must not say: tests/cases/NAME holds input.txt and expected.tsv."""

from pathlib import Path

import pytest
from rdflib import SKOS

from graphbuild import pipeline
from graphbuild.evaluate.stated import state
from graphbuild.graph import validate
from graphbuild.knowledge import load
from graphbuild.knowledge.tables import read_table

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def told(graph):
    """All that a graph says, as rows of three words."""
    stated = state(graph)

    def names(node):
        return {str(name) for label in (SKOS.prefLabel, SKOS.altLabel) for name in graph.objects(node, label)}

    rows = [(node, "a", kind) for node, thing in stated.things.items() for kind in thing.types]
    rows += [(person, "holds", title) for person, title, _ in stated.posts]
    rows += [(thing, "milestone", f"{status} {kind}") for thing, kind, status, _ in stated.milestones]
    yield from ((name, relation, words) for node, relation, words in rows for name in names(node))
    for s, relation, o in stated.relations:
        yield from ((subject, relation, object) for subject in names(s) for object in names(o))
    areas = [name for thing in stated.things.values() if "District" in thing.types for name in thing.names]
    for indicator, value, unit, _ in stated.measures:
        yield from ((area, "measure", f"{indicator} {value} {unit}") for area in areas)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_says_what_it_must_and_not_what_it_must_not(case):
    graph = pipeline.read([str(case / "input.txt")], load()).graph
    said = set(told(graph))
    rows = read_table(case / "expected.tsv")
    expected = {(row["subject"], row["relation"], row["object"]): row["says"] == "yes" for row in rows}
    assert rows and {row: row in said for row in expected} == expected
    assert validate(graph) == []


def test_there_are_enough_cases():
    assert len(CASES) >= 5
