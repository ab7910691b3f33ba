"""Where a command is called, how the machine speaks, what lies where a graph should: the same bytes, or one sentence with a remedy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from graphbuild import pipeline
from graphbuild.cli import cli
from graphbuild.knowledge.decisions import read_decisions, record
from tests.fuzz.readers import KNOWN
from tests.fuzz.small_text import TEXT
from tests.query.small_graph import TURTLE

MARK = "\ufeff"
ROOT = Path(__file__).parents[2]


def called(*words, here=None, **surroundings):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **surroundings}
    ran = subprocess.run([sys.executable, "-m", "graphbuild", *map(os.fsencode, words)], capture_output=True, cwd=here, env=environment, timeout=240, check=False)
    ran.stdout, ran.stderr = ran.stdout.decode("utf-8", "replace"), ran.stderr.decode("utf-8", "replace")
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran


def built(folder, output):
    return [place.card.document.source for place in pipeline.build([str(folder)], output, KNOWN, jobs=1).places]


@pytest.mark.parametrize("where", [".", "output", "deep/er/output"])
def test_what_a_build_wrote_among_the_texts_is_not_read_as_texts(texts, where):
    """Before, the second build read its own texts and page, and every document stood there twice."""
    output = texts / where
    first = built(texts, output)
    graph = (output / "graph.ttl").read_bytes()
    assert built(texts, output) == first and len(first) == 1 and (output / "graph.ttl").read_bytes() == graph
    assert built(texts, texts.parent / "other") == first


def test_what_people_put_beside_a_graph_is_still_read(texts):
    built(texts, texts)
    (texts / "b.txt").write_text(TEXT.replace("松涛湖", "白鹭湖"), "utf-8")
    (texts / "report.json.txt").write_text(TEXT.replace("松涛湖", "青竹湖"), "utf-8")
    assert len(built(texts, texts)) == 3


def test_nobody_is_left_in_a_folder_that_a_build_took_away(texts):
    """Before, whoever built into the folder where he stood stood in none."""
    ran = called("build", ".", "-o", ".", here=texts)
    assert ran.returncode == 1 and "inside the output folder" in ran.stderr and "-o" in ran.stderr
    assert [path.name for path in texts.iterdir()] == ["a.txt"]


def test_who_stands_in_a_folder_that_is_gone_is_told_so(tmp_path):
    """Before, the ontology was said to be no Turtle."""
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f'cd "{gone}" && rmdir "{gone}" && exec "{sys.executable}" -m graphbuild explain x'
    ran = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=240, check=False)
    assert ran.returncode == 1 and ran.stderr.startswith("graphbuild: the folder where this was called is not there any more"), ran.stderr


GRAPH_COMMANDS = [
    ("explain", "苏明远"), ("query", "ASK {}"), ("view",), ("promises",), ("conflicts",), ("holders", "县长"), ("ask", "谁是县长？"), ("export", "--to", "nt"),
    ("export", "--to", "void"), ("serve", "--port", "0"), ("push", "http://127.0.0.1:1/store"),
]  # fmt: skip


@pytest.mark.parametrize("words", GRAPH_COMMANDS, ids=" ".join)
def test_a_pipe_in_the_place_of_a_graph_is_no_file(tmp_path, words):
    """Before, each of them waited for ever for somebody to write into it."""
    os.mkfifo(tmp_path / "graph.ttl")
    ran = CliRunner().invoke(cli, [*words, "-o", str(tmp_path)])
    assert ran.exit_code == 1 and "graph.ttl is no file: " in ran.output


@pytest.mark.parametrize("words", [("query", "ASK {}"), ("view",), ("export", "--to", "nt")], ids=" ".join)
def test_a_graph_with_a_byte_order_mark_says_so(tmp_path, words):
    (tmp_path / "graph.ttl").write_text(MARK + TURTLE, "utf-8")
    ran = CliRunner().invoke(cli, [*words, "-o", str(tmp_path)])
    assert ran.exit_code == 1 and "graph.ttl begins with a mark of the byte order: save it as UTF-8 without BOM" in ran.output


def test_a_graph_from_the_other_end_of_a_pipe_is_read(tmp_path):
    command = [sys.executable, "-m", "graphbuild", "diff", "/dev/stdin", str(tmp_path / "graph.ttl")]
    (tmp_path / "graph.ttl").write_text(TURTLE, "utf-8")
    ran = subprocess.run(command, input=TURTLE.encode(), capture_output=True, timeout=240, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("head", ["", MARK, f"{MARK}# told\r\n"])
def test_judgements_as_other_systems_save_them_are_read_and_kept_so(tmp_path, head):
    """Before, a mark of the byte order or line ends of another system hid the first or spoilt the last column."""
    file = tmp_path / "decisions.tsv"
    file.write_text(head + "judgement\tleft\tright\r\nsame\t甲园\t乙园\r\n", "utf-8", newline="")
    assert read_decisions([file]).same == {frozenset({"甲园", "乙园"})}
    record(file, {"judgement": "same", "left": "丙园", "right": "丁园"}) if not head else None
    assert file.read_bytes().decode().startswith(head)


def test_settings_with_a_byte_order_mark_hold(texts, tmp_path):
    (tmp_path / "graphbuild.toml").write_text(f'{MARK}output = "there"\r\n', "utf-8", newline="")
    ran = CliRunner().invoke(cli, ["--config", str(tmp_path / "graphbuild.toml"), "explain", "苏明远"])
    assert ran.exit_code == 1 and "there/graph.ttl" in ran.output


def test_a_question_that_is_no_unicode_is_one_sentence(texts, tmp_path):
    (tmp_path / "graph.ttl").write_text(TURTLE, "utf-8")
    ran = CliRunner().invoke(cli, ["ask", "谁是\udcff县长", "-o", str(tmp_path)])
    assert ran.exit_code == 1 and ran.output.startswith("graphbuild: '\\udcff' cannot be written in utf-8: ")


def test_a_judgement_that_is_no_unicode_leaves_nothing_behind(tmp_path):
    """Before, a traceback and an unfinished file."""
    ran = CliRunner().invoke(cli, ["review", "same", "\udcff", "乙", "--decisions", str(tmp_path / "d.tsv"), "-o", str(tmp_path)])
    assert ran.exit_code == 1 and "cannot be written in utf-8" in ran.output and not list(tmp_path.iterdir())


def test_an_output_folder_that_is_no_unicode_is_refused_before_anything_is_read(texts, tmp_path):
    ran = called("build", texts, "-o", os.fsdecode(os.fsencode(tmp_path) + b"/out\xff"))
    assert ran.returncode == 1 and "has no name in UTF-8: give another one: -o" in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["texts"]


SURROUNDINGS = {
    "turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, "c": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "elsewhere": {"TZ": "Pacific/Kiritimati", "HOME": "/nonexistent", "COLUMNS": "5"},
}  # fmt: skip


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_the_bytes_are_the_same_and_names_are_found_wherever_it_runs(texts, tmp_path, name):
    """Before, Chinese words on the command line were unknown where the machine spoke C and Python was told not to speak UTF-8."""
    built(texts, tmp_path / "here")
    ran = called("build", texts, "-o", tmp_path / "there", "--jobs", "1", **SURROUNDINGS[name])
    assert ran.returncode == 0 and (tmp_path / "there" / "graph.ttl").read_bytes() == (tmp_path / "here" / "graph.ttl").read_bytes(), ran.stderr
    told = called("explain", "苏明远", "-o", tmp_path / "there", **SURROUNDINGS[name])
    assert told.returncode == 0 and "松涛湖公园" in told.stdout, told.stderr


def test_what_a_terminal_cannot_write_is_one_sentence(texts, tmp_path):
    """Before, a traceback."""
    built(texts, tmp_path / "o")
    ran = called("explain", "苏明远", "-o", tmp_path / "o", PYTHONIOENCODING="latin-1")
    assert ran.returncode == 1 and "cannot be written in latin-1: " in ran.stderr and "PYTHONUTF8=1" in ran.stderr


def test_a_page_goes_to_what_a_link_leads_to_and_to_a_device(texts, tmp_path):
    built(texts, tmp_path / "o")
    (tmp_path / "link.html").symlink_to("real.html")
    for target in ("link.html", "/dev/null"):
        assert CliRunner().invoke(cli, ["view", "-o", str(tmp_path / "o"), "--to", str(tmp_path / target)]).exit_code == 0
    assert (tmp_path / "link.html").is_symlink() and (tmp_path / "real.html").stat().st_size > 10_000
