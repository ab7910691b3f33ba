"""A few kills at random moments, two builds at once, and what a killed build or a half-written store leaves to others."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from graphbuild.building.turn import turn
from graphbuild.graph.embedded import MARK, STORE, embed, embedded
from graphbuild.query.store import open_store

PATIENCE = 300
TURTLE = '<http://a.invalid/a> <http://a.invalid/b> "{}" .\n'
HOLDS = """
import sys
from pathlib import Path
from graphbuild.building.turn import turn
with turn(Path(sys.argv[1]), print):
    print("mine", flush=True)
    sys.stdin.readline()
"""


def test_eight_kills_leave_the_old_or_the_new_and_the_next_run_is_as_undisturbed():
    """In a process of its own: what is forked from one that has opened a store would wait for threads that it does not have."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.kills", "8", "9"], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 0 and done.stdout.splitlines()[-1].startswith("8 runs, "), done.stdout + done.stderr


def holder(output):
    held = subprocess.Popen([sys.executable, "-c", HOLDS, str(output)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert held.stdout.readline() == "mine\n"
    return held


def test_the_second_of_two_builds_waits_and_says_for_whom(tmp_path):
    first, told = holder(tmp_path / "output"), []

    def waits(process):
        told.append(process)
        first.communicate("go on\n")

    with turn(tmp_path / "output", waits):
        assert told == [first.pid] and first.returncode == 0
    assert not list(tmp_path.iterdir())


def test_the_turn_of_a_killed_build_ends_with_it(tmp_path):
    first = holder(tmp_path / "output")
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert (tmp_path / ".output.lock").exists()
    with turn(tmp_path / "output", pytest.fail):
        assert (tmp_path / ".output.lock").read_text() == f"{os.getpid()}\n"


POOL = """
import sys, time
from pathlib import Path
from graphbuild.ingest import collect
from graphbuild.knowledge import load
from graphbuild.reading import pool
def slow(source, knowledge):
    print(source, flush=True)
    time.sleep(0 if source.name.endswith("0.txt") else 600)
pool.read_source, pool.pack, pool.SMALL = slow, lambda told: b"", 0
list(pool.read_all(collect([sys.argv[1]]), load(), 2))
"""


def test_readers_of_a_killed_build_do_not_stay(tmp_path):
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text("text", "utf-8")
    build = subprocess.Popen([sys.executable, "-c", POOL, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert all(build.stdout.readline() for _ in range(3))
    build.kill()
    build.wait()
    assert build.stdout.read() == ""  # it ends when the last of them does


def made(folder, word):
    folder.mkdir()
    (folder / "graph.ttl").write_text(TURTLE.format(word), "utf-8")
    embed(folder / "graph.ttl", folder / STORE)
    return folder


def words(folder):
    with open_store(folder) as store:
        return [row["o"].value for row in store.query("SELECT ?o { ?s ?p ?o }").dicts()]


def test_a_store_without_its_note_is_not_opened(tmp_path):
    """The note is written last: whoever is killed before leaves a store that nobody opens; the Turtle beside it answers."""
    folder = made(tmp_path / "one", "right")
    assert embedded(folder / "graph.ttl")
    (folder / STORE / MARK).unlink()
    for part in (folder / STORE).iterdir():
        part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])
    assert not embedded(folder / "graph.ttl") and words(folder) == ["right"]


def test_a_store_of_another_turtle_is_not_opened(tmp_path):
    one, two = made(tmp_path / "one", "old"), made(tmp_path / "two", "new")
    shutil.copy(two / "graph.ttl", one / "graph.ttl")
    assert words(one) == ["new"]


def test_a_judgement_is_written_once_and_whole(tmp_path):
    from graphbuild.knowledge.decisions import record

    file = tmp_path / "decisions.tsv"
    for right in ("乙", "乙", "丙"):
        record(file, {"judgement": "same", "left": "甲", "right": right, "who": "w", "why": "so"})
    assert [line.split("\t")[2] for line in file.read_text("utf-8").splitlines()[2:]] == ["乙", "丙"]
    assert [path.name for path in tmp_path.iterdir()] == ["decisions.tsv"]
