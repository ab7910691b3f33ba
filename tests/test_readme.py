"""The README's own commands run and give the output shown; run this file itself to write the present output into it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graphbuild.graph import parse
from graphbuild.knowledge import home
from graphbuild.knowledge.terms import terms
from graphbuild.query.explanation import explain

ROOT = Path(__file__).resolve().parents[1]
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
ANSWER = re.compile(r"(?<=<!-- answer -->\n).*?(?=<!-- /answer -->)", re.DOTALL)
ASKED = "二砂文化创意园"
SHOWN = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def run(command, folder):
    """A line as typed in a shell, in a folder that holds the seeds and the gold."""
    for name in ("seeds", "tests"):
        if not (folder / name).exists():
            (folder / name).symlink_to(ROOT / name)
    shell = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    ended = subprocess.run(["bash", "-c", command], cwd=folder, env=shell, capture_output=True, text=True, check=False)
    return ended.stdout + ended.stderr


def answer(folder):
    """The edges of one thing as a picture, and under it the words that say each."""
    graph = parse(folder / "output" / "graph.ttl")
    rows = [row for row in explain(graph, folder / "output" / "texts", ASKED) if row.relation in terms(home("ontology")).relations]
    nodes = {name: f"n{n}" for n, name in enumerate(sorted({name for row in rows for name in (row.subject, row.object)}))}
    edges = dict.fromkeys(f"  {nodes[row.subject]} -- {row.relation} --> {nodes[row.object]}" for row in rows)
    picture = ["```mermaid", "graph LR", *(f'  {node}["{name}"]' for name, node in nodes.items()), *edges, "```", ""]
    said = [f"- {row.subject} **{row.relation}** {row.object}: “{row.whole}” ({row.file}, {row.start}–{row.end})" for row in rows]
    return "\n".join([*picture, *dict.fromkeys(said), ""])


def shown(readme):
    return [found for block in BLOCK.findall(readme.read_text("utf-8")) for found in SHOWN.findall(block)]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_commands_give_the_output_shown(readme, tmp_path):
    commands = shown(readme)
    assert len(commands) >= 3
    assert {command: run(command, tmp_path) for command, _ in commands} == dict(commands)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_what_is_pointed_at_is_there(readme):
    targets = re.findall(r"\]\(([^)#:]+)\)", readme.read_text("utf-8"))
    assert targets and all((ROOT / target).exists() for target in targets)


def test_both_languages_show_the_same_commands():
    assert [command for command, _ in shown(READMES[0])] == [command for command, _ in shown(READMES[1])]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_answer_shown_is_the_graphs(readme, tmp_path):
    run("graphbuild build seeds -o output", tmp_path)
    assert ANSWER.search(readme.read_text("utf-8")).group() == answer(tmp_path)


def refresh(readme, folder):
    def renew(block):
        commands = SHOWN.findall(block.group(1))
        return "```console\n" + "".join(f"$ {command}\n{run(command, folder)}" for command, _ in commands) + "```"

    text = BLOCK.sub(renew, readme.read_text("utf-8"))
    readme.write_text(ANSWER.sub(lambda _: answer(folder), text), "utf-8")


if __name__ == "__main__":
    import tempfile

    for path in READMES:
        with tempfile.TemporaryDirectory() as scratch:
            refresh(path, Path(scratch))
