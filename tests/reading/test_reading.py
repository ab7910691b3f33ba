"""Reading many sources: the same in one process or several, remembered or fresh; one text changed costs one reading."""

import os
import signal
import subprocess
import sys
import time

import pytest

from graphbuild import ingest, pipeline, reading
from graphbuild.errors import UnreadableSource
from graphbuild.knowledge import load
from graphbuild.reading import Memory, pool
from graphbuild.reading.packing import cards, pack, texts, unpack
from graphbuild.reading.pool import read_all
from graphbuild.reading.read import read_source

KNOWLEDGE = load()
ONE = "本报讯 5月6日，云岭县委书记苏明远到青竹湖文化产业园调研，县委副书记、县长何静陪同。\r\n青竹湖文化产业园将于年底前建成。\n"
ARTICLES = [ONE.replace("5月6日", f"5月{n}日") + f"全县新建公厕{n + 10}座。\n" for n in range(1, 9)]


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for n, text in enumerate(ARTICLES):
        (folder / f"{n}.txt").write_text(text, "utf-8", newline="")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    return folder


def read(folder, memory, jobs=1):
    told = list(reading.read_sources(ingest.collect([folder]), KNOWLEDGE, jobs, Memory(memory), lambda done, total: None))
    return [(found, trouble, reading.articles(Memory(memory), note) if found else []) for note, found, trouble in told]


def test_what_is_packed_comes_back_whole(folder):
    for source in ingest.collect([folder]):
        fresh = read_source(source, KNOWLEDGE)
        packed = pack(fresh)
        assert unpack(packed) == fresh
        shown, trouble = cards(packed)
        assert trouble == fresh.trouble and [one.document.id for one in shown] == [said.document.id for said in fresh.articles]
        assert [texts(packed)[one.text] for one in shown] == [said.document.text for said in fresh.articles]
        assert all(one.document.text == one.document.view.text == "" for one in shown)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_give_what_one_process_gives_in_the_same_order(folder, method, monkeypatch):
    monkeypatch.setattr(pool, "SMALL", 0)
    sources = ingest.collect([folder])[:4]
    assert list(read_all(sources, KNOWLEDGE, 2, method)) == [pack(read_source(source, KNOWLEDGE)) for source in sources]


def count(monkeypatch):
    """The sources that are really read from now on."""
    seen = []
    for module in (reading, pool):
        monkeypatch.setattr(module, "read_source", lambda source, known: seen.append(source.name) or read_source(source, known))
    return seen


@pytest.mark.parametrize("jobs", [1, 2])
def test_where_nothing_changed_nobody_reads(folder, tmp_path, monkeypatch, jobs):
    fresh = read(folder, tmp_path / "memory", jobs)
    seen = count(monkeypatch)
    assert read(folder, tmp_path / "memory", jobs) == fresh and seen == []


def test_only_what_changed_is_read_again(folder, tmp_path, monkeypatch):
    memory = tmp_path / "memory"
    fresh = read(folder, memory)
    seen = count(monkeypatch)
    assert read(folder, memory) == fresh and seen == []
    (folder / "3.txt").write_text("云岭县召开县委全会，县委书记苏明远主持会议。\n", "utf-8")
    (folder / "5.txt").unlink()
    (folder / "new.txt").write_text(ONE, "utf-8", newline="")
    again = read(folder, memory)
    assert sorted(seen) == [str(folder / "3.txt"), str(folder / "new.txt")]
    assert again == read(folder, tmp_path / "other")


def test_notes_that_nobody_needs_go(folder, tmp_path):
    memory = Memory(tmp_path / "memory")
    for name in ("abc", "def"):
        memory.put(name, b"note")
    kept = Memory(memory.folder)
    assert kept.holds("abc")
    kept.forget()
    assert [path.name for path in memory.folder.glob("??/*")] == ["abc"]


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_a_damaged_note_counts_as_none(folder, tmp_path, damage):
    memory = tmp_path / "memory"
    fresh = read(folder, memory)
    for note in memory.glob("??/*"):
        note.write_bytes(note.read_bytes()[:-3] + b"abc" if damage is None else damage)
    assert read(folder, memory) == fresh
    assert read(folder, memory) == fresh


def test_other_programs_or_lists_make_other_notes(folder, tmp_path, monkeypatch):
    memory = tmp_path / "memory"
    read(folder, memory)
    monkeypatch.setattr(reading, "version", lambda known: "another")
    seen = count(monkeypatch)
    read(folder, memory)
    assert len(seen) == len(list(folder.iterdir()))


def test_a_memory_that_cannot_be_kept_costs_no_build(folder, tmp_path):
    (tmp_path / ".output.cache").write_text("a file stands where the folder should be")
    built = pipeline.build([str(folder)], tmp_path / "output", KNOWLEDGE)
    assert len(built.places) == 8 and (tmp_path / ".output.cache").is_file()


def ended(source, knowledge):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_killed_ends_the_reading_with_a_remedy(folder, monkeypatch):
    monkeypatch.setattr(pool, "SMALL", 0)
    here, known = os.getpid(), read_source
    monkeypatch.setattr(pool, "read_source", lambda s, k: known(s, k) if os.getpid() == here else ended(s, k))
    with pytest.raises(UnreadableSource, match="--jobs 1"):
        list(read_all(ingest.collect([folder]), KNOWLEDGE, 2, "fork"))


SLOW = """
import signal, sys, time
from pathlib import Path
from graphbuild import pipeline
from graphbuild.knowledge import load
from graphbuild.reading import pool
signal.signal(signal.SIGINT, signal.default_int_handler)  # a parent may have it ignored
known = pool.read_source
def slow(source, knowledge):
    time.sleep(0.3)
    return known(source, knowledge)
pool.read_source, pool.SMALL = slow, 0
pipeline.build([sys.argv[1]], Path(sys.argv[2]), load(), progress=lambda *told: print(*told, flush=True), jobs=2)
"""


def test_an_interrupted_build_leaves_no_process_and_no_half_output(folder, tmp_path):
    child = subprocess.Popen(
        [sys.executable, "-c", SLOW, folder, tmp_path / "output"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )
    while not child.stdout.readline().startswith("read 3"):
        pass
    os.killpg(child.pid, signal.SIGINT)  # as a terminal sends it: to every process
    _, trouble = child.communicate(timeout=20)
    assert trouble.count("KeyboardInterrupt") == 1
    time.sleep(0.1)
    with pytest.raises(ProcessLookupError):
        os.killpg(child.pid, 0)
    assert not (tmp_path / "output").exists()


def test_a_build_after_changes_has_the_bytes_of_a_fresh_one(folder, tmp_path):
    pipeline.build([str(folder)], tmp_path / "output", KNOWLEDGE)
    (folder / "gone.txt").write_text(ONE.replace("苏明远", "罗长青"), "utf-8")
    pipeline.build([str(folder)], tmp_path / "output", KNOWLEDGE)
    assert "罗长青" in (tmp_path / "output" / "graph.ttl").read_text("utf-8")
    (folder / "gone.txt").unlink()
    (folder / "3.txt").write_text("云岭县召开县委全会，县委书记苏明远主持会议。\n", "utf-8")
    for name, fresh in (("output", False), ("fresh", True)):
        pipeline.build([str(folder)], tmp_path / name, KNOWLEDGE, fresh=fresh)
    files = ["graph.ttl", "graph.html", "issues.jsonl", "report.json"]
    assert [(tmp_path / "output" / f).read_bytes() for f in files] == [(tmp_path / "fresh" / f).read_bytes() for f in files]
    assert "罗长青" not in (tmp_path / "output" / "graph.ttl").read_text("utf-8")
