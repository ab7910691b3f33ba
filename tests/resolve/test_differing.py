"""Two days of one step and two numbers of one figure are told by the build, each from the side of the other."""

from dataclasses import replace

import pytest

from graphbuild.graph import build, validate
from graphbuild.graph.namespaces import GB
from graphbuild.model import Entity
from graphbuild.resolve import differing, held
from tests.query.told import KNOWLEDGE, Told, facts, id_of

DONE = Told("a", "2020-02-01", "青禾园", "open", "done", "2019-12-20")
PLAN = Told("a", "2019-02-01", "青禾园", "open", "planned", "2019-10-01")
SUM = Told("a", "2020-02-01", "云岭区", "生产总值", "done", "2019", "252.8 亿元")


def found(*rows):
    return differing(held((), facts(rows)[0], KNOWLEDGE))


@pytest.mark.parametrize(("one", "other"), [
    (DONE, Told("b", "2021-02-01", "青禾园", "open", "done", "2020-01-05")),
    (DONE, Told("b", "2021-02-01", "青禾园", "open", "done", "2020")),
    (PLAN, Told("b", "2019-08-01", "青禾园", "open", "planned", "2020-10-01")),  # a new plan: whoever asks may leave it out
    (SUM, replace(SUM, document="b", figure="262.8 亿元")),
    (SUM, replace(SUM, document="b", figure="2529000 万元")),
    (SUM, replace(SUM, document="b", figure="262.8 亿元", kind="GDP")),
])  # fmt: skip
def test_what_differs(one, other):
    pairs = found(one, other)
    assert len(pairs) == 1 and len({fact.claims[0].document.id for fact in pairs[0]}) == 2
    assert [tuple(f.qualifiers for f in pair) for pair in found(other, one)] == [tuple(f.qualifiers for f in pairs[0])]


@pytest.mark.parametrize(("one", "other"), [
    (DONE, Told("b", "2021-02-01", "青禾园", "open", "done", "2019-12")),  # less precise
    (DONE, Told("b", "2021-02-01", "青禾园", "complete", "done", "2019-10-01")),
    (DONE, Told("b", "2021-02-01", "石桥园", "open", "done", "2020-01-05")),
    (DONE, Told("a", "2020-02-01", "青禾园", "open", "done", "2020-01-05")),  # one text means two parts of it
    (DONE, Told("b", "2019-02-01", "青禾园", "open", "planned", "2019-10-01")),
    (SUM, replace(SUM, document="b", figure="252.77 亿元")),  # rounded
    (SUM, replace(SUM, document="b", figure="2528000 万元")),
    (SUM, replace(SUM, document="b", figure="254 家")),
    (SUM, replace(SUM, document="b", figure="262.8 亿元", date="2018")),
    (SUM, replace(SUM, document="b", figure="262.8 亿元", thing="石桥区")),
    (SUM, replace(SUM, document="b", figure="262.8 亿元", status="planned")),
])  # fmt: skip
def test_what_does_not(one, other):
    assert found(one, other) == []


def test_three_are_three_pairs():
    rows = [DONE, *(Told(document, "2021-02-01", "青禾园", "open", "done", f"202{n}-01-05") for n, document in enumerate("bc"))]
    assert len(found(*rows)) == 3


def test_both_sides_tell_it_and_the_shapes_hold():
    rows = [DONE, Told("b", "2021-02-01", "青禾园", "open", "done", "2020-01-05"), SUM, replace(SUM, document="b", figure="262.8 亿元")]
    said, documents = facts(rows)
    entities = [Entity(id_of(name), ("District" if name.endswith("区") else "Zone",), name, (name,)) for name in ("青禾园", "云岭区")]
    graph = build(entities, said, documents, differing=differing(said))
    pairs = set(graph.subject_objects(GB.differsFrom))
    assert len(pairs) == 4 and all((other, one) in pairs for one, other in pairs)
    assert validate(graph) == []
