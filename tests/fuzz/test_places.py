"""Where an output goes: links, rings, what is no folder, names of every length, stores that are none, every umask."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from socket import AF_UNIX, socket

import pytest
from click.testing import CliRunner

from graphbuild.building.turn import LONGEST, turn
from graphbuild.cli import cli
from graphbuild.errors import GraphbuildError
from graphbuild.export import folder
from tests.fuzz.small_text import TEXT
from tests.fuzz.test_surroundings import ROOT, TURTLE, built, called

# Root's right to pass by all rights is given up before the program begins.
MASKED = """
import ctypes, os, sys
for right in (1, 2): ctypes.CDLL(None).prctl(24, right, 0, 0, 0)
os.umask({mask})
os.execv(sys.executable, [sys.executable, "-m", "graphbuild", *sys.argv[1:]])
"""


@pytest.mark.parametrize("kind", ["a socket", "a pipe", "a file"])
def test_what_is_no_folder_did_not_change_places_with_the_output(texts, tmp_path, kind):
    """Before, the pipe, or as root /dev/null itself, was exchanged for a folder and gone."""
    target = tmp_path / "target"
    {"a pipe": os.mkfifo, "a file": Path.touch, "a socket": lambda path: socket(AF_UNIX).bind(str(path))}[kind](target)
    before = target.stat()
    ran = CliRunner().invoke(cli, ["build", str(texts), "-o", str(target), "--jobs", "1"])
    assert ran.exit_code in (1, 2) and "target" in ran.output and "folder" in ran.output or "is a file" in ran.output, ran.output
    assert os.path.samestat(before, target.stat()) and len(list(tmp_path.iterdir())) == 2
    with pytest.raises(GraphbuildError, match="is there and is no folder"), turn(target, pytest.fail):
        pass


def test_an_output_that_is_a_link_leads_to_its_folder(texts, tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "own.txt").write_text("mine", "utf-8")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "ahead").symlink_to("deep/er")
    built(texts, tmp_path / "plain")
    for name, leads in (("link", "real"), ("link", "real"), ("ahead", "deep/er")):
        built(texts, tmp_path / name)
        assert (tmp_path / name).is_symlink() and (tmp_path / name).resolve() == tmp_path / leads
        assert (tmp_path / leads / "graph.ttl").read_bytes() == (tmp_path / "plain" / "graph.ttl").read_bytes()
    assert (tmp_path / "real" / "own.txt").read_text("utf-8") == "mine"


def test_links_in_a_ring_as_output_ended_in_a_traceback(texts, tmp_path):
    (tmp_path / "ring").symlink_to("ring")
    for words in (("build", str(texts), "--jobs", "1"), ("explain", "苏明远"), ("view",), ("export", "--to", "nt"), ("review",)):
        ran = CliRunner().invoke(cli, [*words, "-o", str(tmp_path / "ring")])
        assert ran.exit_code == 1 and ran.output.startswith("graphbuild: ") and "ring" in ran.output, (words, ran.output, ran.exception)


@pytest.mark.parametrize("words", [("view", "--to"), ("report", "苏明远", "-o"), ("export", "--to", "nt", "--into"), ("review", "same", "甲", "乙", "--decisions")])
def test_links_in_a_ring_as_a_file_to_write_ended_in_a_traceback(texts, tmp_path, words):
    (tmp_path / "o").mkdir()
    (tmp_path / "o" / "graph.ttl").write_text(TURTLE, "utf-8")
    (tmp_path / "ring.md").symlink_to("ring.md")
    ran = CliRunner().invoke(cli, [*words, str(tmp_path / "ring.md")], env={"GRAPHBUILD_OUTPUT": str(tmp_path / "o")})
    assert ran.exit_code == 1 and ran.output.startswith("graphbuild: ") and "ring" in ran.output, (ran.output, ran.exception)


def test_a_name_for_the_output_that_leaves_no_room_for_the_names_beside_it(texts, tmp_path):
    ran = CliRunner().invoke(cli, ["build", str(texts), "-o", str(tmp_path / ("甲" * 80)), "--jobs", "1"])
    assert ran.exit_code == 1 and f"is too long: files beside it begin with that name: give one of {LONGEST} bytes" in ran.output, ran.output
    assert [path.name for path in tmp_path.iterdir()] == ["texts"]
    assert len(built(texts, tmp_path / ("甲" * (LONGEST // 3)))) == 1


def test_the_longest_names_of_files_and_folders_are_read(texts, tmp_path):
    long = "甲" * 83
    here = texts
    for _ in range(10):
        here = here / long
        here.mkdir()
    (here / f"{long}.txt").write_text(TEXT.replace("松涛湖", "白鹭湖"), "utf-8")
    (texts / f"{long}.pdf").write_bytes(b"%PDF")
    ran = called("build", texts, "-o", tmp_path / "o", "--jobs", "1")
    assert ran.returncode == 1 and "2 documents" in ran.stdout and f"{long}.pdf" in ran.stderr
    assert called("explain", "白鹭湖公园", "-o", tmp_path / "o").returncode == 0


def test_folders_deeper_than_the_system_names_are_told_of_and_the_rest_is_built(texts, tmp_path):
    deep = "cd " + str(texts) + "".join(" && mkdir -p n/n/n/n/n/n/n/n/n/n && cd -P n/n/n/n/n/n/n/n/n/n".replace("n", "n" * 200) for _ in range(3)) + " && echo x > a.txt"
    assert subprocess.run(["bash", "-c", deep], check=False).returncode == 0
    ran = called("build", texts, "-o", tmp_path / "o", "--jobs", "1")
    assert ran.returncode == 1 and "1 documents" in ran.stdout and "File name too long" in ran.stderr and len(ran.stderr.splitlines()) == 1


def test_a_store_that_became_a_plain_file_is_not_opened_and_is_built_anew(texts, tmp_path):
    output = tmp_path / "o"
    built(texts, output)
    whole = (output / "graph.ttl").read_bytes()
    for system in (True, False):
        shutil.rmtree(output / "store")
        (output / "store").write_text("no store", "utf-8")
        for words in (("query", "ASK {?s ?p ?o}"), ("explain", "苏明远"), ("query", "ASK {?s ?p ?o}", "--untrusted")):
            assert CliRunner().invoke(cli, [*words, "-o", str(output)]).exit_code == 0
        with pytest.MonkeyPatch.context() as patched:
            if not system:
                patched.setattr(folder, "exchange", lambda a, b: False)
            built(texts, output)
        assert (output / "store" / "graph.sha256").is_file() and (output / "graph.ttl").read_bytes() == whole


MODES = {0o022: (0o755, 0o644), 0o077: (0o700, 0o600), 0o002: (0o775, 0o664), 0o777: (0o700, 0o600), 0o277: (0o700, 0o600)}


@pytest.mark.parametrize("mask", MODES, ids=oct)
def test_outputs_can_be_read_as_the_umask_lets_and_always_by_whoever_wrote_them(texts, tmp_path, mask):
    """Before, whoever built under a umask that takes his own rights was refused by what he had just made."""
    def run(*words):
        command = [sys.executable, "-c", MASKED.format(mask=mask), *map(str, words)]
        ran = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=240, check=False)
        assert ran.returncode == 0, ran.stderr

    place = tmp_path / "place"
    place.mkdir(mode=0o777)
    output = place / "o"
    for _ in range(2):
        run("build", texts, "-o", output, "--jobs", "1")
    run("explain", "苏明远", "-o", output)
    run("review", "same", "甲", "乙", "--decisions", place / "d.tsv", "-o", output)
    run("view", "--to", place / "v.html", "-o", output)
    found = {path: stat.S_IMODE(path.stat().st_mode) for path in [output, *output.rglob("*"), place / "d.tsv", place / "v.html"] if "store" not in path.parts}
    wrong = {str(path): oct(mode) for path, mode in found.items() if mode != MODES[mask][path.is_file()]}
    assert not wrong and len(found) > 7
