"""`view`, `report` and `diff` at a prompt: what is written where, what is printed, what a mistake says."""

import json

import pytest
from click.testing import CliRunner

from graphbuild.cli import cli
from tests.view.invented_graph import small

OK, FAILED, USAGE = 0, 1, 2


@pytest.fixture
def built(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("GRAPHBUILD_OUTPUT", "GRAPHBUILD_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "graph.ttl").write_text(small().serialize(format="turtle"), "utf-8")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(cli, [*map(str, arguments)])


def test_every_command_shows_an_example():
    for name in ("view", "report", "diff"):
        assert f"Example:  graphbuild {name}" in run(name, "--help").output


def test_a_page_opens_on_what_was_asked_for(built):
    ended = run("view", "--focus", "苏明远", "--lang", "en")
    assert (ended.exit_code, ended.stdout) == (OK, "output/苏明远.html\n")
    assert '"focus":"https://example.org/id/official/su"' in (built / "output" / "苏明远.html").read_text("utf-8")
    assert run("view").stdout == "output/graph.html\n"


def test_a_fragment_is_written_and_its_code_printed(built):
    ended = run("view", "--focus", "竹园", "--embed")
    assert ended.stdout.startswith("<iframe title=") and 'src="竹园.embed.html"' in ended.stdout
    assert "srcdoc=" in (built / "output" / "竹园.embed.html").read_text("utf-8")
    assert run("view", "--focus", "竹园", "--embed", "--to", "-").stdout.count("srcdoc=") == 1


@pytest.mark.parametrize(("form", "begins"), [("svg", "<svg"), ("mermaid", "graph LR")])
def test_pictures_go_to_a_file_or_to_standard_output(built, form, begins):
    assert run("view", "--focus", "竹园", "--depth", 1, f"--{form}", "--to", "-").stdout.startswith(begins)
    assert run("view", f"--{form}").exit_code == OK


def test_a_png_needs_a_font_and_says_so(built, monkeypatch):
    monkeypatch.setenv("GRAPHBUILD_FONTS", str(built))
    ended = run("view", "--png")
    assert ended.exit_code == FAILED and "fonts-noto-cjk" in ended.stderr


def test_an_unknown_name_offers_near_ones(built):
    for command in (("view", "--focus", "苏明"), ("report", "苏明")):
        ended = run(*command)
        assert ended.exit_code == FAILED and "苏明远" in ended.stderr


@pytest.mark.parametrize("ending", ["html", "md", "docx"])
def test_a_report_in_three_forms(built, ending):
    ended = run("report", "竹园", "-o", f"park.{ending}", "--static")
    assert (ended.exit_code, ended.stdout) == (OK, f"park.{ending}\n")
    assert (built / f"park.{ending}").stat().st_size > 1000


def test_a_report_by_a_template_of_ones_own(built):
    ended = run("report", "竹园", "-o", "x.md", "--print-template")
    (built / "own.md").write_text(
        ended.stdout.replace("# {{ dossier.name | md }}", "# 关于 {{ dossier.name }}"), "utf-8"
    )
    assert run("report", "竹园", "-o", "park.md", "--template", "own.md").exit_code == OK
    assert (built / "park.md").read_text("utf-8").startswith("# 关于 青竹湖")
    assert run("report", "竹园", "-o", "park.pdf").exit_code == USAGE


def test_differences_as_text_json_and_page(built):
    newer = (built / "output" / "graph.ttl").read_text("utf-8").replace("无人路", "有人路")
    (built / "new.ttl").write_text(newer, "utf-8")
    assert run("diff", "output", "new.ttl").stdout == "~ 有人路（道路） ← 无人路\n"
    assert json.loads(run("diff", "output", "new.ttl", "--json").stdout)["things"][0]["state"] == "changed"
    assert run("diff", "output", "output", "--html", "same.html").stdout == ""
    assert run("diff", "output", "new.ttl", "--html", "other.html").stdout == ""
    assert (built / "same.html").exists()
