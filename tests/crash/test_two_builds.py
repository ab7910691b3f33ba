"""Two builds from different folders onto one output at a time; readers, exports and servers of an output that is damaged or changes."""

import os
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner

from graphbuild.cli import cli
from tests.crash.disks import ROOT
from tests.crash.runs import shown, texts

DAYS = {"one": ["5月6日", "5月7日"], "two": ["6月1日", "6月2日", "6月3日"]}


def begun(folder, output):
    """A whole command of its own, called from its own folder, the output named from there."""
    command = [sys.executable, "-m", "graphbuild", "build", "t", "-o", os.path.relpath(output, folder), "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_builds_from_two_folders_onto_one_output_mix_nothing(tmp_path):
    alone = {}
    for name, days in DAYS.items():
        texts(tmp_path / name / "t", days)
        assert begun(tmp_path / name, tmp_path / name / "own").wait(240) == 0
        alone[name] = shown(tmp_path / name / "own")
    assert alone["one"] != alone["two"]
    for _ in range(2):
        both = [begun(tmp_path / name, tmp_path / "out") for name in DAYS]
        said = [(*build.communicate(timeout=240), build.returncode) for build in both]
        assert [code for *_, code in said] == [0, 0], said
        assert all(not err or "another build (process " in err and "waiting for its end" in err for _, err, _ in said), said
        assert shown(tmp_path / "out") in alone.values()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".out.cache", "one", "out", "two"]


@pytest.fixture
def output(tmp_path):
    texts(tmp_path / "t", DAYS["one"])
    ran = CliRunner().invoke(cli, ["build", str(tmp_path / "t"), "-o", str(tmp_path / "o"), "--jobs", "1"])
    assert ran.exit_code == 0, ran.output
    return tmp_path / "o"


def cut(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def garbled(path):
    path.write_bytes(b"\xff\x00" * 200)


DAMAGES = {
    "half a graph": lambda output: cut(output / "graph.ttl"), "no graph": lambda output: (output / "graph.ttl").unlink(),
    "bytes for a graph": lambda output: garbled(output / "graph.ttl"), "a folder for a graph": lambda output: ((output / "graph.ttl").unlink(), (output / "graph.ttl").mkdir()),
    "an empty graph": lambda output: (output / "graph.ttl").write_bytes(b""), "a damaged store": lambda output: [garbled(path) for path in (output / "store").glob("*.sst")],
    "a store without its list": lambda output: (output / "store" / "CURRENT").unlink(), "no texts": lambda output: shutil.rmtree(output / "texts"),
}  # fmt: skip
COMMANDS = (("query", "SELECT ?s {?s ?p ?o} LIMIT 1"), ("export", "--to", "nt"), ("export", "--to", "csv"), ("explain", "苏明远"), ("push", "http://127.0.0.1:1/store"))


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_output_is_one_sentence_or_an_answer_and_is_built_anew(output, tmp_path, damage):
    whole = shown(output)
    DAMAGES[damage](output)
    for n, words in enumerate(COMMANDS):
        more = ("--into", str(tmp_path / f"ex{n}")) if words[0] == "export" else ()
        ran = subprocess.run(
            [sys.executable, "-m", "graphbuild", *words, *more, "-o", str(output)], capture_output=True, text=True, timeout=240, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert "Traceback" not in ran.stderr and (ran.returncode == 0 or ran.stderr.startswith("graphbuild: ")), (words, ran.stderr)
    if (output / "graph.ttl").is_dir():
        (output / "graph.ttl").rmdir()
    ran = CliRunner().invoke(cli, ["build", str(tmp_path / "t"), "-o", str(output), "--jobs", "1"])
    assert ran.exit_code == 0 and shown(output) == whole, ran.output
