"""Outputs that somebody damaged, and answers whose words look like the form they are written in: one sentence, or the same words."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from rdflib import Graph, Literal, URIRef

from graphbuild.cli import cli

ROW = {"left": "甲园", "left_place": "云岭县", "right": "甲苑", "right_place": "云岭县", "verdict": "doubtful", "score": 0.5,
       "features": {"same_letters": 0.5}, "value": 1, "sources": ["a.txt"]}  # fmt: skip
BROKEN = {
    "no JSON": b"not json", "no row": b"[1, 2]", "no column": b"{}", "no UTF-8": b"\xff\xfe", "no figure": json.dumps({**ROW, "score": "much"}).encode(),
    "no table": json.dumps({**ROW, "features": 1}).encode(), "cut off": json.dumps(ROW).encode()[:40], "deep": b"[" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("words", [("review",), ("review", "--ask"), ("explain", "--identity", "甲园", "甲苑")], ids=" ".join)
@pytest.mark.parametrize("name", BROKEN)
def test_a_damaged_list_of_doubts_ended_in_a_traceback(tmp_path, name, words):
    (tmp_path / "identity.jsonl").write_bytes(json.dumps(ROW).encode() + b"\n" + BROKEN[name] + b"\n")
    ran = CliRunner().invoke(cli, [*words, "-o", str(tmp_path)])
    assert ran.exit_code == 1 and f"{tmp_path}/identity.jsonl:2 is not what a build writes" in ran.output, (ran.output, ran.exception)
    assert "build again" in ran.output and len(ran.output) < 400


def test_a_name_that_holds_another_line_end_broke_the_list_of_doubts(tmp_path):
    row = {**ROW, "left": "甲\u2028园", "right": "甲\x85园"}
    (tmp_path / "identity.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    ran = CliRunner().invoke(cli, ["review", "-o", str(tmp_path)])
    assert ran.exit_code == 0 and "甲\u2028园" in ran.output


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0b", "\x1c", "\u2029", "\x0c"])
def test_words_behind_another_line_end_were_taken_for_a_prefix(tmp_path, sign):
    """Before, a line of the answer was moved to its head or left out."""
    made = Graph()
    word = f"甲{sign}@prefix zz: <http://zz.invalid/> .{sign}乙"
    made.add((URIRef("https://a.invalid/a"), URIRef("https://a.invalid/b"), Literal(word)))
    (tmp_path / "graph.ttl").write_text(made.serialize(format="turtle"), "utf-8", newline="")
    ran = CliRunner().invoke(cli, ["query", "--ttl", "CONSTRUCT WHERE { ?s ?p ?o }", "-o", str(tmp_path)])
    assert ran.exit_code == 0 and set(Graph().parse(data=ran.output, format="turtle")) == set(made)


@pytest.mark.parametrize("kind", ["a folder", "a pipe", "a ring", "a link to nothing"])
def test_judgements_that_are_no_file_were_lost_in_silence(tmp_path, kind):
    file = tmp_path / "decisions.tsv"
    (tmp_path / "a.txt").write_text("5月6日，云岭县委书记苏明远到松涛湖公园调研。\n", "utf-8")
    {"a folder": Path.mkdir, "a pipe": os.mkfifo, "a ring": lambda path: path.symlink_to(path), "a link to nothing": lambda path: path.symlink_to("gone")}[kind](file)
    ran = CliRunner().invoke(cli, ["build", str(tmp_path), "-o", str(tmp_path / "o")])
    assert ran.exit_code == 1 and "decisions.tsv is there and is no file" in ran.output and not (tmp_path / "o").exists()


def test_a_report_about_no_name_ended_in_a_traceback(tmp_path):
    (tmp_path / "graph.ttl").write_text("", "utf-8")
    for name in ("", "  "):
        ran = CliRunner().invoke(cli, ["report", name, "--from", str(tmp_path), "-o", str(tmp_path / "r.md")])
        assert ran.exit_code == 2 and "give its name" in ran.output
