"""The named questions: each is whole in both languages, runs, and answers over the seeds what a careful reader would."""

import re
from pathlib import Path

import pytest

from graphbuild.errors import Unanswerable
from graphbuild.knowledge import home
from graphbuild.knowledge.questions import questions
from graphbuild.knowledge.tables import read_table
from graphbuild.query.store import open_store
from graphbuild.query.values import bindings
from tests.query.small_world import write

ROOT = Path(__file__).resolve().parents[2]
KNOWN = questions(home("ontology"))
SEEDS = read_table(Path(__file__).parent / "questions" / "seeds.tsv")
ENOUGH = 20
each_question = pytest.mark.parametrize("name", sorted(KNOWN))
# What to give for a parameter of each name, in the small world.
GIVEN = {
    "thing": "银杏文创园", "who": "云岭区城建局", "person": "丁一山", "place": "云岭区", "one": "丁一山", "other": "韩三江",
    "title": "区委书记", "on": "2022-12-31", "by": "2022-12-31",
}  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    with open_store(write(tmp_path_factory.mktemp("world") / "output")) as store:
        yield store


@pytest.fixture(scope="module")
def seeds():
    with open_store(ROOT / "output" / "graph.ttl") as store:
        yield store


def put(store, name, /, **given):
    """The rows, each as the words in its cells."""
    answer = store.query(KNOWN[name].text, bindings(store, KNOWN[name], given))
    cells = [[str(getattr(term, "value", "")) for term in row] for row in answer.rows]
    return [[cell.rpartition("#")[2] for cell in row] for row in cells]


def words(rows):
    return {cell for row in rows for cell in row}


def test_there_are_enough_of_them():
    assert len(KNOWN) >= ENOUGH


@each_question
def test_a_parameter_is_used_and_is_no_variable_of_the_query(name):
    query = re.sub(r"(?m)^#.*", "", KNOWN[name].text)
    for parameter in KNOWN[name].parameters:
        assert f"${parameter.name}" in query
        assert not re.search(rf"\?{parameter.name}\b", query)


@each_question
def test_every_row_has_names_and_says_where_it_stands(name, small):
    given = {p.name: GIVEN[p.name] for p in KNOWN[name].parameters if p.default is None and p.name in GIVEN}
    given |= {"named": "云岭区"} if name == "statements-of-document" else {}
    answer = small.query(KNOWN[name].text, bindings(small, KNOWN[name], given))
    assert answer.notice == "" and "claim" in answer.columns or name in ("documents", "documents-on", "most-connected", "names-of")
    assert {column.removesuffix("Name") for column in answer.columns if column.endswith("Name")} <= {*answer.columns, "one", "other"}


@each_question
def test_each_is_asked_of_the_seeds(name):
    assert name in {row["question"] for row in SEEDS}


@pytest.mark.parametrize("row", SEEDS, ids=lambda row: f"{row['question']} {row['given']}")
def test_over_the_seeds(row, seeds):
    given = dict(pair.split("=") for pair in row["given"].split(";") if "=" in pair)
    try:
        found = " ".join(words(put(seeds, row["question"], **given)))
    except Unanswerable:  # the reading found nothing of that name
        found = ""
    for word in filter(None, row["expect"].removeprefix("-").split("、")):
        assert (word[1:] not in found) if word.startswith("!") else (word in found)


def test_who_oversees_whom_and_what(small):
    assert [row[1] for row in put(small, "who-oversees", thing="银杏文创园")] == ["韩三江"]
    assert [row[1] for row in put(small, "duties-of", who="韩三江")] == ["栖霞湖治理工程", "银杏文创园"]


def test_who_held_a_post_on_a_day(small):
    held = {day: [row[1] for row in put(small, "who-held-post-on", title="区委书记", on=day)] for day in ("2021", "2023-05", "2019")}
    assert held == {"2021": ["丁一山"], "2023-05": ["赵四海"], "2019": []}


def test_what_is_due_late_and_not_heard_of_again(small):
    assert [row[1] for row in put(small, "due-before", by="2022-12-31", since="2022-01-01", place="云岭区")] == ["云岭公园", "栖霞湖治理工程"]
    late = [row[1] for row in put(small, "late", on="2023-05-09", place="云岭区")]
    assert late == ["银杏文创园一期", "栖霞湖治理工程"]  # the park is said to be open
    gone = {row[1] for row in put(small, "not-heard-of-again", place="云岭区")}
    assert "栖霞湖治理工程" in gone and "云岭公园" not in gone


def test_an_area_takes_in_what_lies_in_it_and_none_takes_in_all(small):
    assert {row[1] for row in put(small, "late", on="2023-05-09", place="天涯市")} > {"银杏文创园一期", "人民公园"}
    assert {row[1] for row in put(small, "late", on="2023-05-09", place="青崖片区")} == {"银杏文创园一期"}
    assert put(small, "late", on="2023-05-09") == put(small, "late", on="2023-05-09", place="天涯市")
    with pytest.raises(Unanswerable, match="海角县"):
        put(small, "late", on="2023-05-09", place="海角区")


def test_what_was_done_only_later_was_late_till_then(small):
    assert {row[1] for row in put(small, "late", on="2022-12-31", place="云岭区")} >= {"云岭公园"}


def test_paths_are_shortest_first_and_say_what_they_pass(small):
    steps = put(small, "how-connected", one="丁一山", other="韩三江")
    assert steps[0][:3] == ["2", "https://w3id.org/graphbuild/id/zone/银杏文创园.云岭区", "银杏文创园"]
    assert put(small, "how-connected", one="丁一山", other="丁五湖") == []


def test_who_went_where_together(small):
    rows = put(small, "who-went-together", name="许二水")
    assert {(row[1], row[3]) for row in rows} == {("许二水", "丁一山")} and {row[5] for row in rows} == {"银杏文创园", "云岭公园", "北岭大道"}


def test_a_promise_for_two_days_is_a_contradiction(small):
    assert {"银杏文创园一期", "2021-06-30", "2023-09-30"} <= words(put(small, "contradictions"))


def test_a_park_of_another_area_is_left_out(small):
    things = put(small, "parks-in", place="海角县")
    assert [row[0].rpartition("/")[2] for row in things] == ["人民公园.海角县"]


def test_a_sign_between_a_parameter_and_its_value_is_told(small):
    with pytest.raises(Unanswerable) as told:
        bindings(small, KNOWN["names-of"], {"thing=青竹湖": "--tsv"})
    assert "write -p thing 青竹湖, with a space" in str(told.value)
