"""The whole flow: the same bytes whatever the order, one unreadable file costs itself, a kill leaves the old output."""

import contextlib
import hashlib
import json
import os
import signal
import subprocess
import sys
import time

import pyoxigraph
import pytest
from rdflib import BNode, Graph

from graphbuild import pipeline
from graphbuild.graph import validate
from graphbuild.graph.embedded import STORE
from graphbuild.knowledge import load

ONE = "本报讯 5月6日，云岭县委书记苏明远到青竹湖文化产业园调研，县委副书记、县长何静陪同。\r\n青竹湖文化产业园将于年底前建成。\n"
TWO = "云岭县召开县委十二届三次全会，县委书记苏明远主持会议。\n"


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE, "utf-8", newline="")
    (folder / "two.txt").write_text(TWO, "utf-8")
    return folder


def build(paths, output):
    return pipeline.build(map(str, paths), output, load())


def run(arguments, seed="0", **more):
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "graphbuild", *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, **more)


def hashes(folder):
    """Every file, and of the store what it holds: its files carry times and numbers of their own."""
    files = [p for p in folder.rglob("*") if p.is_file() and STORE not in p.parts]
    store = pyoxigraph.Store.read_only(str(folder / STORE)) if (folder / STORE).is_dir() else ()
    held = "\n".join(sorted(map(str, store))).encode()
    return {STORE: hashlib.sha256(held).hexdigest(), **{p.relative_to(folder): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}}


def test_a_build_leaves_a_graph_its_texts_its_issues_and_a_report(texts, tmp_path):
    build([texts], tmp_path / "output")
    assert {p.name for p in (tmp_path / "output").iterdir()} == set(pipeline.OURS) - {"parts"}
    kept = {p.read_bytes().decode() for p in (tmp_path / "output" / "texts").iterdir()}
    assert kept == {ONE, TWO}
    report = json.loads((tmp_path / "output" / "report.json").read_text("utf-8"))
    assert report["documents"] == 2 and report["relations"]


def test_the_same_bytes_whatever_the_order_and_the_hash_seed(texts, tmp_path):
    paths = [texts / "one.txt", texts / "two.txt"]
    run(["build", *paths, "-o", tmp_path / "a"], "1")
    run(["build", *reversed(paths), paths[0], "-o", tmp_path / "b"], "2")
    assert len(hashes(tmp_path / "a")) == 8
    assert hashes(tmp_path / "a") == hashes(tmp_path / "b")


def test_two_readers_find_the_same_triples_and_no_blank_node(texts, tmp_path):
    built = build([texts], tmp_path / "output")
    path = tmp_path / "output" / "graph.ttl"
    parsed = Graph().parse(path)
    assert len(parsed) == len(list(pyoxigraph.parse(path=path))) == len(built.graph)
    assert not [term for triple in parsed for term in triple if isinstance(term, BNode)]
    assert validate(parsed) == []


def test_an_unreadable_file_costs_itself(texts, tmp_path):
    (texts / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    ended = run(["build", texts, texts / "missing.txt", "-o", tmp_path / "output"])
    assert ended.returncode == 1
    assert "broken.pdf" in ended.stderr and "missing.txt" in ended.stderr and "Traceback" not in ended.stderr
    assert "2 documents" in ended.stdout
    issues = [json.loads(line) for line in (tmp_path / "output" / "issues.jsonl").read_text("utf-8").splitlines()]
    unread = [issue for issue in issues if issue["rule"] == "unreadable"]
    assert len(unread) == 2 and all(issue["remedy"] for issue in unread)


def test_where_nothing_can_be_read_the_old_output_stays(texts, tmp_path):
    build([texts], tmp_path / "output")
    before = hashes(tmp_path / "output")
    assert run(["build", texts / "missing.txt", "-o", tmp_path / "output"]).returncode == 1
    assert hashes(tmp_path / "output") == before


def test_what_the_user_keeps_in_the_output_survives(texts, tmp_path):
    mine = tmp_path / "output" / "mine"
    mine.mkdir(parents=True)
    (mine / "notes.txt").write_text("kept")
    (tmp_path / "output" / ".gitignore").write_text("*")
    (tmp_path / "output" / "graph.ttl").write_text("old")
    build([texts], tmp_path / "output")
    assert (mine / "notes.txt").read_text() == "kept" and (tmp_path / "output" / ".gitignore").read_text() == "*"
    assert (tmp_path / "output" / "graph.ttl").read_text("utf-8") != "old"


def test_a_text_that_is_gone_leaves_the_output(texts, tmp_path):
    build([texts], tmp_path / "output")
    build([texts / "one.txt"], tmp_path / "output")
    assert len(list((tmp_path / "output" / "texts").iterdir())) == 1


STOPS = """
import sys, time
from pathlib import Path
from graphbuild import pipeline
from graphbuild.knowledge import load
write = pipeline.write
def slow(*told):
    write(*told)
    folder = told[3]
    (folder / "graph.ttl").write_text("half", "utf-8")
    print("writing", flush=True)
    time.sleep(60)
pipeline.write = slow
pipeline.build(sys.argv[1:2], Path(sys.argv[2]), load())
"""


def test_a_kill_leaves_the_previous_output_whole_and_the_next_build_tidies_up(texts, tmp_path):
    output = tmp_path / "output"
    build([texts], output)
    before = hashes(output)
    child = subprocess.Popen([sys.executable, "-c", STOPS, texts / "two.txt", output], stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "writing\n"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert hashes(output) == before
    assert [p.name for p in tmp_path.iterdir() if "building" in p.name]
    build([texts], output)
    assert not [p.name for p in tmp_path.iterdir() if "building" in p.name]
    assert hashes(output) == before


ALTERNATES = """
import sys
from pathlib import Path
from graphbuild import pipeline
from graphbuild.knowledge import load
for n in range(6):
    pipeline.build([sys.argv[1 + n % 2]], Path(sys.argv[3]), load())
"""


def test_a_reader_never_sees_half_an_output(texts, tmp_path):
    """While builds go on, whoever looks finds one of the two reports, whole."""
    output = tmp_path / "output"
    whole = set()
    for path in (texts, texts / "one.txt"):
        build([path], output)
        whole.add((output / "report.json").read_bytes())
    child = subprocess.Popen([sys.executable, "-c", ALTERNATES, texts, texts / "one.txt", output])
    seen = set()
    while child.poll() is None:
        with contextlib.suppress(FileNotFoundError):  # the old folder was found, then taken away
            seen.add((output / "report.json").read_bytes())
        time.sleep(0.002)
    assert child.returncode == 0
    assert seen == whole
