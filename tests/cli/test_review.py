"""`review` and `explain --identity`: doubtful pairs are listed, answers land in decisions.tsv and hold in the next build."""

import getpass
import json

import pytest
from click.testing import CliRunner

from graphbuild.cli import cli
from tests.query.small_graph import TURTLE

PAIRS = [
    {"left": "云溪图书中心", "left_place": "青岚区", "right": "云溪图书申心", "right_place": "青岚区", "verdict": "doubtful",
     "score": 0.45, "features": {"letters_look_alike": 0.45}, "value": 3, "sources": ["a.txt", "b.txt"]},
    {"left": "望江路", "left_place": "青岚区", "right": "望江路", "right_place": "松陵区", "verdict": "doubtful",
     "score": 0.45, "features": {"same_letters": 1.0, "same_city": 0.15, "other_area": -0.7}, "value": 9,
     "sources": ["a.txt", "c.txt"]},
    {"left": "云溪园", "left_place": "青岚区", "right": "云溪文创园", "right_place": "青岚区", "verdict": "same",
     "score": 0.8, "features": {"letters_left_out": 0.8}, "value": 1, "sources": ["a.txt", "a.txt"]},
    {"left": "云溪文创园", "left_place": "青岚区", "right": "云溪文化创意园", "right_place": "青岚区", "verdict": "same",
     "score": 0.95, "features": {"usual_words": 0.95}, "value": 1, "sources": ["a.txt", "b.txt"]},
]  # fmt: skip


@pytest.fixture
def output(tmp_path):
    folder = tmp_path / "output"
    folder.mkdir()
    rows = [row | {"sources": [str(tmp_path / name) for name in row["sources"]]} for row in PAIRS]
    (folder / "identity.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return folder


def run(*words, input=None):
    return CliRunner().invoke(cli, list(words), input=input)


def test_the_most_valuable_doubt_comes_first(output):
    said = run("review", "-o", str(output)).output
    assert said.index("望江路@青岚区 | 望江路@松陵区") < said.index("云溪图书中心 | 云溪图书申心")
    assert "two areas" in said


def test_answers_are_written_and_a_contradiction_is_refused(output):
    file = output.parent / "decisions.tsv"
    asked = run("review", "-o", str(output), "--ask", "--who", "w", input="d\ntwo roads\ns\nmisread\n")
    assert asked.exit_code == 0
    rows = file.read_text("utf-8").splitlines()[2:]
    assert rows == ["different\t望江路@松陵区\t望江路@青岚区\tw\ttwo roads"] or rows[0].startswith("different\t望江路@青岚区\t望江路@松陵区")
    assert rows[1] == "same\t云溪图书中心\t云溪图书申心\tw\tmisread"
    refused = run("review", "different", "云溪图书中心", "云溪图书申心", "-o", str(output))
    assert refused.exit_code == 1 and "keep one row" in refused.output


def test_a_judgement_in_one_line(output):
    file = output.parent / "mine.tsv"
    done = run("review", "name", "云溪园", "云溪文化创意园", "--why", "its plate", "--decisions", str(file), "-o", str(output))
    assert done.exit_code == 0 and "name\t云溪园\t云溪文化创意园" in file.read_text("utf-8")
    assert run("review", "perhaps", "甲", "乙", "--decisions", str(file), "-o", str(output)).exit_code == 2


def test_why_two_names_are_one_thing(output):
    said = run("explain", "--identity", "云溪文化创意园", "云溪文创园", "-o", str(output)).output
    assert "one thing" in said and "usual short word" in said
    assert len(run("explain", "--identity", "云溪园", "云溪文化创意园", "-o", str(output)).output.split("one thing")) >= 3
    assert "two things for now" in run("explain", "--identity", "云溪图书中心", "云溪图书申心", "-o", str(output)).output


def test_names_that_nothing_brought_together(output):
    done = run("explain", "--identity", "云溪园", "望江路", "-o", str(output))
    assert done.exit_code == 1 and "two things" in done.output and "review same 云溪园 望江路" in done.output
    assert run("explain", "--identity", "云溪园", "-o", str(output)).exit_code == 2


def test_who_judged_is_known_without_the_environment_and_the_next_build_is_named(output, monkeypatch):
    for name in ("USER", "LOGNAME", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    done = run("review", "same", "望江路@松陵区", "望江路@青岚区", "-o", str(output))
    assert "next build" in done.output
    row = (output.parent / "decisions.tsv").read_text("utf-8").splitlines()[-1]
    assert row.split("\t")[3] == getpass.getuser() != ""


def test_two_names_that_a_text_gives_one_thing_are_said_to_be_one(output):
    (output / "graph.ttl").write_text(TURTLE, "utf-8")
    assert "one thing, which texts call by both names" in run("explain", "--identity", "何县长", "何静@云岭县", "-o", str(output)).output
    assert "near names" in run("explain", "--identity", "何县长", "青竹糊公园", "-o", str(output)).output
