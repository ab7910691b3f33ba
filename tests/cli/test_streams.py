"""Standard streams that are closed, full, or left by their reader: a sentence and a code, and no file stands in their place."""

import os
import subprocess
import sys

import pytest

from graphbuild.cli.common import placed as told_of
from tests.fuzz.small_text import TEXT
from tests.fuzz.test_surroundings import ROOT
from tests.query.small_graph import TURTLE

OPENS = """
import os
from graphbuild.cli import open_standard
open_standard()
print(os.open("t", 0), file=open("seen", "w"))
"""


@pytest.fixture
def place(tmp_path):
    (tmp_path / "o").mkdir()
    (tmp_path / "o" / "graph.ttl").write_text(TURTLE, "utf-8")
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path


def shell(place, line):
    """Its code, and what it said of trouble."""
    line = line.replace("graphbuild", f'"{sys.executable}" -m graphbuild')
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(["bash", "-c", line], cwd=place, capture_output=True, text=True, env=environment, timeout=240, check=False)
    told = ran.stdout + ran.stderr + ((place / "err").read_text("utf-8") if (place / "err").exists() else "")
    assert "Traceback" not in told and "Exception ignored" not in told, told
    return ran.returncode, told


@pytest.mark.parametrize("closed", ["2>&-", "<&- >&- 2>&-"])
def test_a_build_whose_streams_are_closed_writes_what_any_other_does(place, closed):
    """Before, a build without a standard error failed and could not say why, and its files took the number of the closed stream."""
    assert shell(place, "graphbuild build t -o whole --jobs 1")[0] == 0
    assert shell(place, f"graphbuild build t -o closed --jobs 1 {closed}")[0] == 0
    files = {name: (place / name / "graph.ttl").read_bytes() for name in ("whole", "closed")}
    assert files["whole"] == files["closed"]


def test_numbers_of_closed_streams_are_taken_by_no_file(place):
    (place / "opens.py").write_text(OPENS, "utf-8")
    assert shell(place, f'"{sys.executable}" opens.py <&- >&- 2>&-')[0] == 0
    assert int((place / "seen").read_text()) > 2


@pytest.mark.parametrize("line", ["graphbuild build - -o out <&- 2>err", "graphbuild query - -o o <&- 2>err"])
def test_a_closed_standard_input_ended_in_a_traceback(place, line):
    code, told = shell(place, line)
    assert code == 1 and "graphbuild: " in told, told


def test_a_review_that_nobody_can_answer_ends(place):
    row = {"left": "甲园", "left_place": "云岭县", "right": "甲苑", "right_place": "云岭县", "verdict": "doubtful", "score": 0.5}
    more = '"features": {"same_letters": 0.5}, "value": 1, "sources": ["a.txt"]}'
    (place / "o" / "identity.jsonl").write_text(str(row).replace("'", '"')[:-1] + f", {more}\n", "utf-8")
    code, told = shell(place, "graphbuild review --ask --decisions d.tsv -o o <&- 2>err")
    assert code == 1 and "甲园" in told and not (place / "d.tsv").exists(), told


@pytest.mark.parametrize("words", ["query --csv 'SELECT * {?s ?p ?o}'", "query"])
def test_a_reader_that_has_seen_enough_is_no_trouble(place, words):
    code, told = shell(place, f"(graphbuild {words} -o o 2>err) | head -n 1 | wc -l")
    assert code == 0 and (place / "err").read_text("utf-8") == "", told


@pytest.mark.parametrize("words", ["--help", "query --help", "query -o o"])
def test_a_full_standard_output_is_said(place, words):
    code, told = shell(place, f"graphbuild {words} >/dev/full 2>err")
    assert code == 1 and "space" in told, told


def test_trouble_of_the_system_without_a_number_was_told_as_none():
    trouble = OSError("too many files are open")
    trouble.filename = "o"
    assert told_of(trouble).startswith("o: too many files are open: check ")
