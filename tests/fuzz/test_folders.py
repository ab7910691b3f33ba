"""Folders as they come from anywhere: odd names, links, no rights, pipes, changes while they are read; the rest is built."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graphbuild import ingest, pipeline
from graphbuild.building.whole import Whole
from graphbuild.errors import UnreadableSource
from graphbuild.reading import Memory, articles, read_source, read_sources
from tests.fuzz.readers import KNOWN

TEXT = "5月6日，云岭县委书记苏明远到松涛湖公园调研。\n"


def built(folder: Path) -> Whole:
    return pipeline.read([str(folder)], KNOWN)


def read(folder: Path) -> tuple[list[str], list[str]]:
    """The sources that gave a text, and what is said of the others."""
    done = built(folder)
    assert all(issue.remedy and issue.where in issue.message for issue in done.unread)
    return [document.source for document in done.documents], [issue.message for issue in done.unread]


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1b[31m.txt", "a\u202egpj.txt", "\x7f\t.txt", "-.txt", "a\u2028.txt"])
def test_a_name_that_moves_the_cursor_is_shown_by_its_codes(tmp_path, name):
    (tmp_path / name).write_text(TEXT, "utf-8")
    (told,), said = read(tmp_path)
    assert told.isprintable() and not said


def test_a_name_that_is_no_unicode_is_built_and_written(tmp_path):
    texts, output = tmp_path / "texts", tmp_path / "output"
    texts.mkdir()
    (texts / os.fsdecode(b"\xff\xfe.txt")).write_text(TEXT, "utf-8")
    (texts / os.fsdecode(b"\xd5\xc5.pdf")).write_bytes(b"%PDF")
    done = pipeline.build([str(texts)], output, KNOWN, jobs=1)
    assert [place.card.document.source[-12:] for place in done.places] == ["\\xff\\xfe.txt"]
    issues = [json.loads(line) for line in (output / "issues.jsonl").open(encoding="utf-8")]
    assert issues[0]["where"].endswith("/\\xd5\\xc5.pdf")


def test_links_that_lead_out_of_the_folder_are_named_and_not_read(tmp_path):
    texts, secret = tmp_path / "texts", tmp_path / "secret"
    texts.mkdir()
    secret.mkdir()
    (secret / "s.txt").write_text(TEXT, "utf-8")
    (texts / "a.txt").write_text(TEXT, "utf-8")
    (texts / "again.txt").symlink_to("a.txt")
    (texts / "out.txt").symlink_to(secret / "s.txt")
    (texts / "up").symlink_to(secret, target_is_directory=True)
    (texts / "loop.txt").symlink_to("loop.txt")
    (texts / "round").symlink_to(texts, target_is_directory=True)
    (texts / "none.txt").symlink_to("nothing.txt")
    told, said = read(texts)
    assert [Path(name).name for name in told] == ["a.txt"]
    assert [message.partition("texts/")[2].split(" ")[0] for message in said] == ["loop.txt", "none.txt", "out.txt", "up"]
    assert sum("leads out of its folder" in message for message in said) == 2


def test_a_list_names_no_file_outside_its_folder(tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (tmp_path / "s.txt").write_text(TEXT, "utf-8")
    rows = ['file = "../s.txt"', f'file = "{tmp_path}/s.txt"', 'file = "a\\u0000.txt"', 'file = "b.txt"\nwhat = 1', "title = 1"]
    (texts / "sources.toml").write_text("".join(f"[[source]]\n{row}\n" for row in rows), "utf-8")
    with pytest.raises(ingest.sources.BrokenKnowledge) as trouble:
        built(texts)
    said = str(trouble.value).split("\n")
    assert [line.partition("sources.toml:")[2].split(" ")[0] for line in said] == ["1", "3", "5", "7", "10"]


def test_a_pipe_or_a_device_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    told, said = read(tmp_path)
    assert len(told) == 1 and "pipe.txt is no file" in said[0]
    for device in ("/dev/zero", "/dev/full"):
        with pytest.raises(UnreadableSource, match="is no file"):
            ingest.collect([device])[0].load()


# Where tests run as root, root's right to pass by all rights is given up before the program begins.
BOUND = """
import ctypes, os, sys
for right in (1, 2): ctypes.CDLL(None).prctl(24, right, 0, 0, 0)
os.execv(sys.executable, [sys.executable, "-m", "graphbuild", *sys.argv[1:]])
"""


def test_without_rights_each_place_is_named_and_the_rest_is_built(tmp_path, tmp_path_factory):
    output = tmp_path_factory.mktemp("open")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "shut.txt").write_text(TEXT, "utf-8")
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut" / "b.txt").write_text(TEXT, "utf-8")
    for place in ("shut.txt", "shut"):
        (tmp_path / place).chmod(0)
    command = [sys.executable, "-c", BOUND, "build", str(tmp_path), str(tmp_path / "shut" / "b.txt"), "-o", str(output / "o")]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    said = [line for line in ran.stderr.splitlines() if "cannot be opened (Permission denied)" in line]
    assert ran.returncode == 1 and "Traceback" not in ran.stderr and "1 documents" in ran.stdout
    assert len(said) == 3 and all("rights" in line for line in said), ran.stderr


def test_a_folder_that_changes_while_it_is_read_costs_what_changed(tmp_path):
    for n in range(4):
        (tmp_path / f"{n}.txt").write_text(TEXT, "utf-8")
    sources = ingest.collect([tmp_path])
    (tmp_path / "1.txt").unlink()
    (tmp_path / "2.txt").unlink()
    (tmp_path / "2.txt").mkdir()
    told = [outcome(source) for source in sources]
    assert told[0] == told[3] == "read"
    assert "does not exist" in told[1] and "is no file" in told[2]


def outcome(source: ingest.Source) -> str:
    try:
        return "read" if ingest.read(source) else "nothing"
    except UnreadableSource as trouble:
        return str(trouble)


def test_what_was_read_of_a_file_that_changed_meanwhile_is_not_remembered_as_the_old_one(tmp_path, monkeypatch):
    file, memory = tmp_path / "a.txt", Memory(tmp_path / "memory")
    file.write_text(TEXT, "utf-8")
    (source,) = ingest.collect([file])

    def while_it_changes(source, knowledge):
        file.write_text(TEXT.replace("松涛湖", "白鹭湖"), "utf-8")
        return read_source(source, knowledge)

    with monkeypatch.context() as patched:
        patched.setattr("graphbuild.reading.pool.read_source", while_it_changes)
        list(read_sources([source], KNOWN, 1, memory, lambda done, total: None))
    file.write_text(TEXT, "utf-8")
    ((note, *_),) = read_sources([source], KNOWN, 1, memory, lambda done, total: None)
    assert articles(memory, note)[0].document.text == TEXT
