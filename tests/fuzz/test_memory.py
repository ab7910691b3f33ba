"""A limit of memory (ulimit -v, -d) that is too low: one sentence or the engine's own last word, never a traceback, the old output whole."""

import errno
import resource
import subprocess
import sys

import docx
import pytest
from click.testing import CliRunner

from graphbuild import ingest
from graphbuild.cli import cli
from graphbuild.graph import room as room_of
from graphbuild.ingest import source
from tests.crash.runs import shown
from tests.fuzz.small_text import TEXT
from tests.fuzz.test_surroundings import ROOT, built

AS, DATA, CPU = resource.RLIMIT_AS, resource.RLIMIT_DATA, resource.RLIMIT_CPU


def limited(what, most, *words):
    def low():
        resource.setrlimit(what, (most, most))

    command = [sys.executable, "-m", "graphbuild", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, preexec_fn=low, timeout=240, check=False)


@pytest.mark.parametrize("megabytes", [60, 110, 160, 250, 400, 600])
def test_a_build_that_may_take_too_little_costs_itself_alone(texts, tmp_path, megabytes):
    """Before: a traceback, an engine that ended the process, once a build that waited for ever."""
    output = tmp_path / "o"
    built(texts, output)
    before = shown(output)
    (texts / "b.txt").write_text(TEXT.replace("松涛湖", "白鹭湖"), "utf-8")
    ran = limited(AS, megabytes * 2**20, "build", texts, "-o", output, "--jobs", "2")
    assert ran.returncode and "Traceback" not in ran.stderr and "memory" in ran.stderr.lower(), (ran.returncode, ran.stderr)
    assert shown(output) == before
    assert len(built(texts, output)) == 2 and [path.name for path in tmp_path.glob(".o.building*")] == []


@pytest.mark.parametrize(("what", "words"), [(AS, ("query", "ASK {}")), (DATA, ("query", "ASK {}")), (DATA, ("build", "-o"))])
def test_a_store_that_finds_no_room_says_so(texts, tmp_path, what, words):
    """Before, its engine ended the process: "terminate called after throwing an instance of 'std::system_error'"."""
    built(texts, tmp_path / "o")
    more = (texts, "--fresh") if words[0] == "build" else ()
    ran = limited(what, 400 * 2**20, *(word for word in words if word != "-o"), *more, "-o", tmp_path / "o")
    assert ran.returncode == 1 and "memory r" in ran.stderr and "ulimit" in ran.stderr, (ran.returncode, ran.stderr)


def test_where_nothing_is_limited_nobody_asks_for_room(monkeypatch):
    monkeypatch.setattr(room_of, "ROOM", 2**60)
    room_of.room()


@pytest.mark.parametrize(("what", "most"), [(CPU, 40), (DATA, 900 * 2**20)])
def test_a_limit_below_our_own_made_word_files_unreadable(tmp_path, what, most):
    """Before, a traceback of the process that reads them, and the file was said to take too much memory."""
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save(str(tmp_path / "a.docx"))
    ran = limited(what, most, "build", tmp_path / "a.docx", "-o", tmp_path / "o", "--jobs", "1")
    assert ran.returncode == 0 and not ran.stderr, ran.stderr


def test_a_short_text_took_as_much_memory_as_the_longest_may(tmp_path):
    """Before, 256 MB were asked for at once, whatever a file's size."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    asked = []

    class Noted:
        def read(self, size):
            asked.append(size)
            return b"a" * min(size, 10) if len(asked) < 4 else b""

    assert source.within(Noted(), 30) == b"a" * 30 and max(asked) == source.PIECE
    assert ingest.collect([tmp_path / "a.txt"])[0].load() == TEXT.encode()


TROUBLES = (
    MemoryError(), OSError(errno.ENOMEM, "Cannot allocate memory"), RuntimeError("can't start new thread"),
    ImportError("libx.so: failed to map segment from shared object"),
)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: type(trouble).__name__)
def test_memory_that_runs_out_anywhere_is_one_sentence(monkeypatch, tmp_path, trouble):
    def fail(*_, **__):
        raise trouble

    monkeypatch.setattr("graphbuild.pipeline.build", fail)
    ran = CliRunner().invoke(cli, ["build", str(tmp_path), "-o", str(tmp_path / "o")])
    assert ran.exit_code == 1 and ran.output.startswith("graphbuild: memory ran out: "), (ran.output, ran.exception)


def test_a_fault_of_ours_is_not_taken_for_hunger(monkeypatch, tmp_path):
    def fail(*_, **__):
        raise RuntimeError("a fault")

    monkeypatch.setattr("graphbuild.pipeline.build", fail)
    ran = CliRunner().invoke(cli, ["build", str(tmp_path), "-o", str(tmp_path / "o")])
    assert isinstance(ran.exception, RuntimeError)
