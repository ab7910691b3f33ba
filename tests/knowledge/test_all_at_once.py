"""Whatever is wrong with what is known beforehand is said at once, with file and line, before any text is read."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from graphbuild.cli import cli
from graphbuild.cli.known import problems, sound
from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge import home, load
from graphbuild.knowledge.decisions import read_decisions
from graphbuild.reading import pool

TTL, TOML, SHAPES = "graphbuild.ttl", "relations.toml", "shapes.ttl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(home("ontology"), tmp_path / "ontology"))


def change(folder: Path, name: str, old: str, new: str) -> int:
    """The line where the change was made."""
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1 + new[: len(new) - len(new.lstrip("\n"))].count("\n")


def told(folder: Path) -> list[str]:
    """Each trouble with its place first."""
    return [f"{issue.where}: {issue.message}".removeprefix(": ") for issue in problems(folder)[1]]


def test_our_own_is_sound(folder):
    assert told(folder) == []


BREAKS = [
    (TTL, "\ngb:Zone a ", "\ngb:Zone aa ; ", "is no Turtle"),
    (TTL, "\ngb:inspects a ", "\ngb:strays a <http://www.w3.org/2002/07/owl#ObjectProperty> .\ngb:inspects a ", "gb:strays has 0 rdfs:domain"),
    (TTL, "rdfs:subClassOf gb:Person", "rdfs:subClassOf gb:Person , gb:Official", "gb:Official rdfs:subClassOf gb:Official"),
    (TOML, "[inspects]", "[inspects", "Expected"),
    (TOML, "\n[inspects]\nsubjects = [", "\n[inspects]\nsubjects = [\"Robot\", ", "inspects.subjects names Robot, which is no class"),
    (TOML, "\n[oversees]", "\n[forgets]\nlists = [\"gone\"]\n\n[oversees]", "forgets.lists names gone"),
    (TOML, "\n[oversees]", "\n[forgets]\nlists = []\n\n[oversees]", "words [forgets], which is no gb:Relation"),
    (TOML, "\n[[oversees.frames]]\n", "\n[[oversees.frames]]\nreach = \"far\"\n", "reaches 'far'"),
    (TOML, "blockers = [", "blockers = [\n  \"(\",", "is no pattern"),
    (SHAPES, "\ngbs:Thing a", "\ngbs:Thing aa [", "is no Turtle"),
    (SHAPES, "sh:minCount 1", "sh:minCuont 1", "sh:minCuont is no word of SHACL"),
    (SHAPES, "sh:minCount 1", "sh:minCount \"one\"", "sh:minCount one is no whole number"),
    (SHAPES, "gb:Thing ;", "gb:Think ;", "gb:Think is no term of the ontology"),
    (SHAPES, "[0-9]{2,12}", "[0-9", "cannot be read"),
    (SHAPES, "sh:path skos:prefLabel ; ", "", "has not one sh:path"),
    ("lexicon/surnames.tsv", "\n王\t", "\n王\t\t", "has 3 fields, not 2"),
    ("lexicon/surnames.tsv", "\n王\t", "\n王\tmany", "is no such number"),
    ("lexicon/titles.tsv", "word\tclass", "word\tklass", "has no column class"),
    ("lexicon/heads.tsv", "\tZone", "\tZones", "is a head word of Zones, which is no class"),
    ("lexicon/renamed_areas.tsv", "since\n", "since\n云岭县\t999999\t2001\n", "'999999' is no code in areas.tsv"),
    ("lexicon/press.tsv", "icence:", "icense:", "does not say"),
    ("queries/meetings.rq", "SELECT", "SELEKT", "the query cannot be read"),
    ("questions.toml", "[", "[[", "questions.toml"),
    ("answers.toml", "[", "[[", "answers.toml"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "says"), BREAKS, ids=[f"{b[0]}: {b[3]}" for b in BREAKS])
def test_each_break_is_said_with_file_and_line(folder, name, old, new, says):
    change(folder, name, old, new)
    said = [line for line in told(folder) if says in line]
    assert said and name in said[0]
    assert name.endswith((".rq", "questions.toml", "answers.toml")) or re.search(rf"{re.escape(name)}:\d+", said[0]), said


@pytest.mark.parametrize("name", [TTL, TOML, SHAPES, "lexicon/titles.tsv"])
def test_a_file_saved_in_another_encoding_is_named_with_the_line(folder, name):
    text = (folder / name).read_text("utf-8")
    line = next(n for n, row in enumerate(text.split("\n"), 1) if not row.isascii())
    (folder / name).write_bytes(text.encode("gb18030"))
    assert any(f"{name}:{line} is not UTF-8" in said for said in told(folder))


@pytest.mark.parametrize("name", [TTL, TOML, SHAPES, "lexicon/titles.tsv", "lexicon/press.tsv"])
def test_a_file_that_is_gone_is_named(folder, name):
    (folder / name).unlink()
    assert any(Path(name).name in said for said in told(folder))


def test_areas_that_lie_in_one_another_are_said_and_do_not_hang(folder):
    change(folder, "lexicon/areas.tsv", "\n110000\t北京市\tprovince\t\n", "\n110000\t北京市\tprovince\t110101\n")
    said = [line for line in told(folder) if " lies in " in line]
    assert len(said) == 1 and re.search(r"areas\.tsv:\d+", said[0])


def test_everything_is_said_at_once_and_no_text_is_read(folder, monkeypatch, tmp_path):
    lines = [change(folder, *row[:3]) for row in (BREAKS[0], BREAKS[3], BREAKS[9], BREAKS[15], BREAKS[17], BREAKS[19])]
    monkeypatch.setattr("graphbuild.cli.known.home", lambda name: folder)
    monkeypatch.setattr("graphbuild.cli.check.home", lambda name: folder)
    monkeypatch.setattr("graphbuild.ingest.read", lambda source: pytest.fail("a text was read"))
    checked = CliRunner().invoke(cli, ["check"])
    built = CliRunner().invoke(cli, ["build", str(tmp_path), "-o", str(tmp_path / "output")])
    for ran, code in ((checked, 3), (built, 1)):
        assert ran.exit_code == code and "Traceback" not in ran.output
        files = [name for name in (TTL, TOML, SHAPES, "surnames.tsv", "titles.tsv", "renamed_areas.tsv") if name in ran.output]
        assert len(files) == len(lines) == 6, ran.output
    assert not (tmp_path / "output").exists()


def test_load_itself_says_all(folder):
    change(folder, "lexicon/surnames.tsv", "\n王\t", "\n王\t\t")
    change(folder, "lexicon/given.tsv", "\n", "\nx\n")
    with pytest.raises(BrokenKnowledge) as trouble:
        load(folder)
    assert len(trouble.value.parts) >= 2


def test_judgements_are_refused_all_at_once_with_file_and_line(tmp_path):
    rows = [
        "judgement\tleft\tright\twho\twhy", "same\t甲\t乙\tw\t", "same\t乙\t丙\tw\t", "different\t甲\t丙\tw\t",
        "name\t甲\t甲园\tw\t", "name\t丙\t丙园\tw\t", "wrong\t丁\t甲\tw\t", "same\t\t乙\tw\t",
    ]  # fmt: skip
    file = tmp_path / "decisions.tsv"
    file.write_text("\n".join(rows) + "\n", "utf-8")
    with pytest.raises(BrokenKnowledge) as trouble:
        read_decisions([file])
    said = str(trouble.value).split("\n")
    assert [re.search(r"decisions\.tsv:(\d+)", line).group(1) for line in said] == ["8", "7", "4", "6"]
    assert "甲 = 乙 = 丙" in said[2] and "decisions.tsv:2" in said[2] and "decisions.tsv:3" in said[2]


def test_what_a_build_was_made_with_is_not_tried_again_until_it_changes(folder, monkeypatch, tmp_path):
    tried, read = [], []
    monkeypatch.setattr("graphbuild.cli.known.home", lambda name: folder)
    monkeypatch.setattr("graphbuild.cli.known.rehearse", lambda knowledge: tried.append(knowledge) or [])
    (tmp_path / "text.txt").write_text("7月1日，云岭县委书记苏明远到青竹湖公园调研。\n", "utf-8")
    known = pool.read_source
    monkeypatch.setattr(pool, "read_source", lambda source, knowledge: read.append(source) or known(source, knowledge))

    def build():
        sound.cache_clear()  # as in another process
        assert CliRunner().invoke(cli, ["build", str(tmp_path / "text.txt"), "-o", str(tmp_path / "output")]).exit_code == 0
        return len(tried), len(read)

    assert [build(), build()] == [(1, 1), (1, 1)]
    with (folder / "lexicon" / "surnames.tsv").open("a", encoding="utf-8") as file:
        file.write("# a word changed\n")
    assert [build(), build()] == [(2, 2), (2, 2)]
