"""Contradictions stand side by side with their sources, new plans as such; roundings and two builders of one text are none."""

from dataclasses import replace
from pathlib import Path

import pytest

from graphbuild.graph import build, serialize
from graphbuild.graph.documents import text_path
from graphbuild.model import Claim, Document, Entity, Fact, PartialDate
from graphbuild.query.conflicts import conflicts
from graphbuild.query.store import open_store
from graphbuild.resolve import held
from graphbuild.text.clean import clean
from tests.query.told import KNOWLEDGE, Told, facts, id_of


def listed(folder: Path, rows=(), edges=()):
    """Milestones and figures from `rows`, edges as (document, relation, subject, object)."""
    said, documents = facts(rows) if rows else ([], [])
    things = {row.thing for row in rows}
    told: dict[tuple[str, str, str], list[Claim]] = {}
    for n, (day, relation, subject, object) in enumerate(edges):
        text = f"{subject}{relation}{object}。"
        document = Document(f"e{n}{day}", f"{day}.txt", text, clean(text), f"{n + 1000:064x}", published=PartialDate.parse(day))
        claim = Claim(relation, None, None, document, 0, len(text) - 1, "told", 0.9)
        told.setdefault((relation, subject, object), []).append(claim)
        documents.append(document)
        things |= {subject, object}
    said = held((), said, KNOWLEDGE)
    said += [Fact(r, name(s), name(o), (), tuple(claims)) for (r, s, o), claims in told.items()]
    entities = [Entity(name(thing), (kind(thing),), thing, (thing,)) for thing in sorted(things)]
    graph = build(entities, said, documents)
    (folder / "texts").mkdir(exist_ok=True)
    for document in documents:
        (folder / text_path(document)).write_text(document.text, "utf-8", newline="")
    (folder / "graph.ttl").write_text(serialize(graph), "utf-8")
    found = conflicts(graph, folder / "texts")
    assert conflicts(open_store(folder).graph, folder / "texts") == found
    return found


def kind(thing: str) -> str:
    return "District" if thing.endswith("区") else "Company" if thing.endswith("公司") else "Zone"


def name(thing: str) -> str:
    return f"company/{thing}" if kind(thing) == "Company" else id_of(thing)


def sides(rows):
    return [(row.kind, row.about, row.value) for row in rows]


DONE = Told("a", "2020-02-01", "青禾园", "open", "done", "2019-12-20")


def test_two_days_of_one_step(tmp_path):
    rows = listed(tmp_path, [DONE, Told("b", "2021-02-01", "青禾园", "open", "done", "2020-01-05")])
    assert sides(rows) == [("date", "青禾园", "2019-12-20"), ("date", "青禾园", "2020-01-05")]
    assert [row.said for row in rows] == ["2020-02-01", "2021-02-01"]
    assert rows[0].sentence == DONE.sentence and rows[0].file.startswith("a.txt:")


@pytest.mark.parametrize(
    "other",
    [
        Told("b", "2021-02-01", "青禾园", "open", "done", "2019-12"),  # less precise, not different
        Told("b", "2021-02-01", "青禾园", "complete", "done", "2019-10-01"),  # another step
        Told("b", "2021-02-01", "石桥园", "open", "done", "2020-01-05"),  # another thing
        Told("a", "2020-02-01", "青禾园", "open", "done", "2020-01-05"),  # one text means two parts of it
        Told("b", "2019-02-01", "青禾园", "open", "planned", "2019-10-01"),  # a plan is no contradiction of what came
    ],
)
def test_what_is_no_contradiction(tmp_path, other):
    assert listed(tmp_path, [DONE, other]) == []


def test_a_new_plan_is_told_as_such_and_two_plans_of_one_day_contradict(tmp_path):
    plan = Told("a", "2019-02-01", "青禾园", "open", "planned", "2019-10-01")
    later = Told("b", "2019-08-01", "青禾园", "open", "planned", "2020-10-01")
    assert sides(listed(tmp_path, [plan, later])) == [("new plan", "青禾园", "2019-10-01"), ("new plan", "青禾园", "2020-10-01")]
    assert {row.kind for row in listed(tmp_path, [plan, replace(later, said="2019-02-01")])} == {"date"}


def test_done_and_planned_again(tmp_path):
    rows = listed(tmp_path, [DONE, Told("b", "2021-02-01", "青禾园", "start", "planned", "2021")])
    assert sides(rows) == [("done, then planned", "青禾园", "done open 2019-12-20"), ("done, then planned", "青禾园", "planned start 2021")]


def figure(document, said, value, period="2019", status="done"):
    return Told(document, said, "云岭区", "生产总值", status, period, value)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("252.8 亿元", "262.8 亿元", 2),
        ("252.8 亿元", "252.77 亿元", 0),  # rounded
        ("252.8 亿元", "2528000 万元", 0),  # the same in another unit
        ("252.8 亿元", "2528400 万元", 0),  # the same, rounded
        ("252.8 亿元", "2529000 万元", 2),
        ("252 亿元", "254 亿元", 2),
        ("252 亿元", "252 家", 0),  # not to be compared
    ],
)
def test_two_values_of_one_figure(tmp_path, one, other, found):
    assert len(listed(tmp_path, [figure("a", "2020-02-01", one), figure("b", "2020-03-01", other)])) == found


def test_one_indicator_under_two_names(tmp_path):
    rows = listed(tmp_path, [figure("a", "2020-02-01", "252 亿元"), replace(figure("b", "2020-03-01", "260 亿元"), kind="GDP")])
    assert sides(rows) == [("figure", "云岭区", "252亿元"), ("figure", "云岭区", "260亿元")]


def test_another_period_is_another_figure(tmp_path):
    assert listed(tmp_path, [figure("a", "2020-02-01", "252 亿元"), figure("b", "2020-03-01", "260 亿元", "2020")]) == []
    assert listed(tmp_path, [figure("a", "2020-02-01", "252 亿元"), figure("a", "2020-02-01", "9 亿元")]) == []


def test_two_builders(tmp_path):
    one, other = ("2019-01-01", "developedBy", "青禾园", "甲公司"), ("2020-01-01", "developedBy", "青禾园", "乙公司")
    assert sides(listed(tmp_path, edges=[one, other])) == [("builder", "青禾园", "甲公司"), ("builder", "青禾园", "乙公司")]
    assert listed(tmp_path, edges=[one, other, ("2020-01-01", "partOf", "乙公司", "甲公司")]) == []
    assert listed(tmp_path, edges=[one, one]) == []


def test_two_areas(tmp_path):
    one, other = ("2019-01-01", "locatedIn", "青禾园", "云岭区"), ("2020-01-01", "locatedIn", "青禾园", "海角区")
    assert [row.value for row in listed(tmp_path, edges=[one, other])] == ["云岭区", "海角区"]
    assert listed(tmp_path, edges=[one, other, ("2020-01-01", "locatedIn", "海角区", "云岭区")]) == []
    assert listed(tmp_path, edges=[one, ("2020-01-01", "locatedIn", "青禾园", "望江新城")]) == []
