"""The command line: data on standard output, trouble on standard error in one sentence, the four exit codes."""

import pytest
from click.testing import CliRunner

from graphbuild.cli import cli
from graphbuild.cli import common as room

TEXT = "本报讯 5月6日，云岭县委书记苏明远到青竹湖文化产业园调研，县委副书记、县长何静陪同。\n"
OK, FAILED, USAGE, GATE = 0, 1, 2, 3


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder with one text, and no settings from outside."""
    monkeypatch.chdir(tmp_path)
    for name in ("GRAPHBUILD_OUTPUT", "GRAPHBUILD_BASE", "GRAPHBUILD_CONFIG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    return tmp_path


def run(*arguments, **more):
    return CliRunner().invoke(cli, [*map(str, arguments)], **more)


@pytest.fixture
def built(here):
    assert run("build", "one.txt").exit_code == OK
    return here


def test_every_command_shows_an_example():
    for name in ("build", "check", "validate", "explain", "eval", "view", "query"):
        ended = run(name, "--help")
        assert ended.exit_code == OK and f"Example:  graphbuild {name}" in ended.output


def test_a_build_says_what_it_wrote(here):
    ended = run("build", "one.txt")
    assert ended.exit_code == OK
    assert ended.stdout.startswith("output/graph.ttl: 1 documents, ") and ended.stderr == ""


def test_the_seeds_are_the_default_and_bear_the_same_names_from_anywhere(here):
    ended = run("build")
    assert ended.exit_code == OK and "no PATHS given: reading the seeds" in ended.stderr
    assert 'dcterms:source "seeds/00' in (here / "output" / "graph.ttl").read_text("utf-8")


def test_standard_input_is_a_text_too(here):
    ended = run("build", "-", input=TEXT.encode())
    assert ended.exit_code == OK and "1 documents" in ended.stdout


def test_a_missing_file_is_named_with_its_remedy(here):
    ended = run("build", "one.txt", "none.txt")
    assert ended.exit_code == FAILED
    assert "none.txt does not exist: check the path" in ended.stderr and "1 documents" in ended.stdout


def test_an_empty_folder_says_what_to_give(here):
    (here / "empty").mkdir()
    ended = run("build", "empty")
    assert ended.exit_code == FAILED and ".docx" in ended.stderr and not (here / "output").exists()


def test_wrong_usage_has_its_own_code(here):
    assert run("build", "--nonsense").exit_code == USAGE
    assert run("eval").exit_code == USAGE


def test_a_place_that_cannot_be_written_is_one_sentence(here):
    (here / "file").write_text("in the way")
    ended = run("build", "one.txt", "-o", "file/output")
    assert ended.exit_code == FAILED and ended.stderr.count("\n") == 1


def test_a_base_that_is_no_iri_is_refused(here):
    ended = run("build", "one.txt", "--base", "no base")
    assert ended.exit_code == FAILED and "absolute IRI" in ended.stderr


def test_the_command_line_goes_before_the_environment_and_that_before_the_file(here, monkeypatch):
    (here / "graphbuild.toml").write_text('output = "from-file"\n')
    assert run("build", "one.txt").stdout.startswith("from-file/")
    monkeypatch.setenv("GRAPHBUILD_OUTPUT", "from-environment")
    assert run("build", "one.txt").stdout.startswith("from-environment/")
    assert run("build", "one.txt", "-o", "from-line").stdout.startswith("from-line/")


def test_broken_settings_are_named(here):
    (here / "graphbuild.toml").write_text("output = \n")
    ended = run("build", "one.txt")
    assert ended.exit_code == FAILED and "graphbuild.toml" in ended.stderr


def test_validate_and_its_gate(built):
    assert run("validate").exit_code == OK
    graph = (built / "output" / "graph.ttl").read_text("utf-8")
    (built / "broken.ttl").write_text(graph.replace("skos:prefLabel", "skos:hiddenLabel"), "utf-8")
    ended = run("validate", "broken.ttl")
    assert ended.exit_code == GATE and ended.stdout.startswith("error\t")
    assert run("validate", "none.ttl").exit_code == FAILED


def test_explain_shows_the_sentence(built):
    ended = run("explain", "苏明远")
    assert ended.exit_code == OK and "one.txt:" in ended.stdout and "县委书记" in ended.stdout
    ended = run("explain", "苏明")
    assert ended.exit_code == FAILED and "near names: 苏明远" in ended.stderr


def test_eval_prints_figures_and_closes_the_gate_below_a_floor(here):
    (here / "one.json").write_text('{"doc": "one", "entities": [{"id": "e1", "name": "苏明远", "types": ["Official"]}]}')
    (here / "low.toml").write_text("entities = 0.01\n")
    (here / "high.toml").write_text("entities = 1.01\n")
    ended = run("eval", "one.json", "--errors")
    assert ended.exit_code == OK and "entities (name only)" in ended.stdout and "one extra" in ended.stdout
    assert run("eval", here, "--floor", "low.toml").exit_code == OK
    ended = run("eval", "one.json", "--floor", "high.toml")
    assert ended.exit_code == GATE and "below its floor" in ended.stderr


def test_eval_of_what_is_no_gold_says_so(here):
    (here / "two.json").write_text("[]")
    (here / "three.json").write_text('{"doc": "three", "entities": []}')
    assert "is no gold" in run("eval", "two.json").stderr
    assert "put three.txt beside it" in run("eval", "three.json").stderr


def test_view_draws_any_graph(built):
    ended = run("view", "output/graph.ttl", "--to", "page.html")
    assert ended.exit_code == OK and ended.stdout == "page.html\n"
    assert (built / "page.html").read_bytes() == (built / "output" / "graph.html").read_bytes()


def test_check_finds_the_knowledge_sound():
    ended = run("check")
    assert ended.exit_code == OK, ended.stdout


def test_colour_is_for_terminals_that_want_it(here, monkeypatch):
    assert "\x1b[31m" in run("build", "none.txt", color=True).stderr
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("build", "none.txt", color=True).stderr


def test_progress_is_for_terminals(here, monkeypatch, capsys):
    room.progress("read", 1, 2)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    room.progress("read", 1, 2)
    assert "1/2" in capsys.readouterr().err


def test_a_long_stage_tells_its_pace_and_what_is_left():
    assert room.pace(0, 10, 5.0) == "" == room.pace(3, 10, 0.0)
    assert room.pace(25, 100, 10.0) == "2.5/s, 0:30 left"
