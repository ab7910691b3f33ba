"""Outputs on other disks: a mount itself (a container's volume), a disk that becomes read-only, temporary folders that are tiny or gone."""

import os
import shutil
import sys

import pytest
from click.testing import CliRunner

from graphbuild.cli import cli
from tests.crash.disks import ROOT, disk
from tests.crash.runs import shown, texts

SIZE = 32 * 2**20
KEPT = ("own.txt", "notes/deep/a.md")


@pytest.fixture
def volume(tmp_path):
    (tmp_path / "vol").mkdir()
    with disk(tmp_path / "vol", SIZE) as found:
        if found is None:
            pytest.skip("nobody may mount a file system here: it needs root, or a system that lets users have a world of their own")
        texts(tmp_path / "t", ["5月6日", "5月7日"])
        yield found


def run(found, *words, **surroundings):
    """From the folder above, so that nobody stands in the output."""
    told = [f"{name}={value}" for name, value in {"PYTHONPATH": ROOT, **surroundings}.items()]
    return found.inside("env", "-C", found.place.parent, *told, sys.executable, "-m", "graphbuild", *words)


def plain(tmp_path):
    """What a build gives where nothing is odd."""
    ran = CliRunner().invoke(cli, ["build", str(tmp_path / "t"), "-o", str(tmp_path / "plain"), "--jobs", "1"])
    assert ran.exit_code == 0, ran.output
    return shown(tmp_path / "plain")


def test_an_output_that_is_a_mount_could_not_be_built_into(volume, tmp_path):
    """Before: Invalid cross-device link. What people keep there stays, what builds wrote and write no more goes."""
    for name in KEPT:
        (volume.seen / name).parent.mkdir(parents=True, exist_ok=True)
        (volume.seen / name).write_text("mine", "utf-8")
    for _ in range(2):
        ran = run(volume, "build", str(tmp_path / "t"), "-o", "vol", "--jobs", "1")
        assert ran.returncode == 0, ran.stderr
        (volume.seen / "parts").mkdir()
    found = shown(volume.seen)
    assert {name: found.pop(name) for name in KEPT}.keys() == set(KEPT)
    shutil.rmtree(volume.seen / "parts")
    assert found == plain(tmp_path) and not [path.name for path in volume.seen.iterdir() if path.name.startswith(".")]
    texts(tmp_path / "t", ["5月6日", "5月8日", "5月9日"])
    ran = run(volume, "build", str(tmp_path / "t"), "-o", "vol", "--jobs", "1")
    assert ran.returncode == 0 and not (volume.seen / "parts").exists(), ran.stderr
    assert {name: told for name, told in shown(volume.seen).items() if name not in KEPT} == plain(tmp_path)
    assert run(volume, "query", "ASK {}", "-o", "vol").stdout == "yes\n"


def test_parts_go_into_a_mount_too(volume, tmp_path):
    ran = run(volume, "build", str(tmp_path / "t"), "-o", "vol", "--jobs", "1", "--engine", "pool")
    assert ran.returncode == 0 and list((volume.seen / "parts").glob("*.nq.gz")), ran.stderr


def test_parts_go_to_another_disk_than_the_temporary_folder(volume, tmp_path):
    """Where nothing can be remembered beside the output what is made waits in the temporary folder."""
    (tmp_path / ".out.cache").write_text("no folder", "utf-8")
    ran = run(volume, "build", str(tmp_path / "t"), "-o", "out", "--jobs", "1", "--engine", "pool", TMPDIR=volume.place)
    assert ran.returncode == 0 and list((tmp_path / "out" / "parts").glob("*.nq.gz")), ran.stderr
    assert not list(volume.seen.iterdir())


def test_a_build_into_a_mount_that_fails_leaves_what_was_there(volume, tmp_path):
    assert run(volume, "build", str(tmp_path / "t"), "-o", "vol", "--jobs", "1").returncode == 0
    before = shown(volume.seen)
    texts(tmp_path / "t", ["5月6日", "5月8日", "5月9日"])
    volume.grow(20_000)
    ran = run(volume, "build", str(tmp_path / "t"), "-o", "vol", "--jobs", "1", "--fresh")
    assert ran.returncode == 1 and ran.stderr.startswith("graphbuild: ") and "space" in ran.stderr and "Traceback" not in ran.stderr
    assert shown(volume.seen) == before and not [path.name for path in volume.seen.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("output", ["vol", "vol/o"])
def test_a_disk_that_is_read_only_is_named(volume, tmp_path, output):
    words = ("build", str(tmp_path / "t"), "-o", output, "--jobs", "1")
    assert run(volume, *words).returncode == 0
    before = shown(volume.seen)
    assert volume.inside("mount", "-o", "remount,ro", volume.place).returncode == 0
    texts(tmp_path / "t", ["5月8日"])
    ran = run(volume, *words)
    assert ran.returncode == 1 and ran.stderr.startswith("graphbuild: ") and "Read-only" in ran.stderr and f"{tmp_path}/vol/" in ran.stderr, ran.stderr
    assert shown(volume.seen) == before
    assert run(volume, "query", "ASK {}", "-o", output).stdout == "yes\n"
    page = run(volume, "view", "-o", output)
    assert page.returncode == 1 and page.stderr.startswith(f"graphbuild: {output}/graph.html: Read-only"), page.stderr


@pytest.mark.parametrize("free", [0, 16_384])
def test_a_temporary_folder_without_room_is_not_needed(volume, tmp_path, free):
    volume.grow(free)
    ran = run(volume, "build", str(tmp_path / "t"), "-o", "out", "--jobs", "2", TMPDIR=volume.place)
    assert ran.returncode == 0 and shown(tmp_path / "out") == plain(tmp_path), ran.stderr
    for words in (("query", "ASK {}", "-o", "out"), ("validate", "out/graph.ttl")):
        ran = run(volume, *words, TMPDIR=volume.place)
        assert ran.returncode == 0, (words, ran.stderr)


def test_an_export_that_sorts_in_a_full_temporary_folder_named_its_own_file(volume, tmp_path):
    volume.grow(16_384)
    assert run(volume, "build", str(tmp_path / "t"), "-o", "out", "--jobs", "1").returncode == 0
    ran = run(volume, "export", "--to", "csv", "--into", "ex", "-o", "out", TMPDIR=volume.place)
    assert ran.returncode == 1 and ran.stderr.startswith(f"graphbuild: {volume.place}: No space left"), ran.stderr
    assert not [path.name for path in (tmp_path / "ex").iterdir()]
    assert run(volume, "export", "--to", "csv", "--into", "ex", "-o", "out").returncode == 0


def test_a_temporary_folder_that_is_gone_is_not_needed(volume, tmp_path):
    ran = run(volume, "build", str(tmp_path / "t"), "-o", "out", "--jobs", "2", TMPDIR="/nowhere/at/all")
    assert ran.returncode == 0 and shown(tmp_path / "out") == plain(tmp_path), ran.stderr
    assert not os.path.lexists("/nowhere")
