"""A build in parts: set for set the graph of a build on one machine, on any engine, whoever dies on the way."""

import gzip
import signal
import subprocess
import sys

import pyoxigraph as ox
import pytest

from graphbuild import pipeline
from graphbuild.errors import NoEngine
from graphbuild.knowledge import load
from graphbuild.wide.exchange import Exchange
from tests.building.test_edits import TEXTS

KNOWLEDGE = load()
DECISION = "judgement\tleft\tright\twho\twhy\nsame\t青竹湖文化产业园\t郑州科创园\tw\tx\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Texts that speak of each other's things, twice over, with a decision of people; and their graph."""
    home = tmp_path_factory.mktemp("wide")
    folder = home / "texts"
    folder.mkdir()
    for n in (1, 2):
        for told in TEXTS:
            name, _, text = told.partition("|")
            (folder / name.format(n=n)).write_text(text.format(n=n), "utf-8")
    (folder / "decisions.tsv").write_text(DECISION, "utf-8")
    pipeline.build([str(folder)], home / "output", KNOWLEDGE, jobs=1)
    triples = list(ox.parse(path=str(home / "output" / "graph.ttl"), format=ox.RdfFormat.TURTLE))
    return folder, [str(quad.triple) for quad in triples]


def quads(output):
    files = sorted((output / "parts").glob("*.nq.gz"))
    return [str(quad.triple) for file in files for quad in ox.parse(gzip.decompress(file.read_bytes()), format=ox.RdfFormat.N_QUADS)]


def test_the_pool_states_what_one_machine_states_and_each_once(built, tmp_path):
    folder, triples = built
    made = pipeline.build_parts([str(folder)], tmp_path / "output", KNOWLEDGE, jobs=1)
    assert sorted(quads(tmp_path / "output")) == sorted(triples)
    assert made.counts["triples"] == len(triples)
    assert {path.name for path in (tmp_path / "output").iterdir()} == {"parts", "texts", "report.json"}


@pytest.fixture
def cluster(tmp_path):
    """A scheduler and two workers, each a process of its own."""
    from distributed import Client

    begun, told = [], tmp_path / "scheduler.json"

    def begin(name, *words):
        line = [sys.executable, "-m", f"distributed.cli.dask_{name}", "--host", "127.0.0.1", "--no-dashboard"]
        begun.append(subprocess.Popen([*line, "--scheduler-file", str(told), *words], stderr=subprocess.DEVNULL))
        return begun[-1]

    try:
        begin("scheduler", "--port", "0")
        workers = [begin("worker", "--nthreads", "1", "--no-nanny") for _ in range(2)]
        with Client(scheduler_file=str(told), timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield address, workers
    finally:
        for process in begun:
            process.kill()
            process.wait()


def test_two_workers_of_which_one_is_killed_on_the_way(built, tmp_path, cluster):
    folder, triples = built
    address, workers = cluster
    killed = []

    def watch(stage, done, total):
        """In the middle of the round in which identity is decided."""
        if stage == "resolve" and done == 2 and not killed:
            workers[0].send_signal(signal.SIGKILL)
            killed.append(workers[0].wait())

    pipeline.build_parts([str(folder)], tmp_path / "output", KNOWLEDGE, engine="dask", scheduler=address, progress=watch)
    assert killed == [-signal.SIGKILL]
    assert sorted(quads(tmp_path / "output")) == sorted(triples)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "", "nothing at all"])
def test_who_gives_no_scheduler_is_told_what_to_do(built, tmp_path, address, monkeypatch):
    monkeypatch.setattr("graphbuild.wide.on_dask.WAIT", 1)
    with pytest.raises(NoEngine, match="dask worker ADDRESS"):
        pipeline.build_parts([str(built[0])], tmp_path / "output", KNOWLEDGE, engine="dask", scheduler=address)


def test_without_the_library_it_is_told_what_to_install(monkeypatch):
    from graphbuild.wide.on_dask import connected

    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoEngine, match=r"pip install 'graphbuild\[dask\]'"):
        connected("tcp://127.0.0.1:1")


def test_all_rows_of_a_key_meet_in_one_bucket(tmp_path):
    exchange = Exchange(tmp_path / "x", 3)
    for task in (1, 0):
        exchange.put(task, [(key, (task, key)) for key in "abcdef"])
    exchange.put(1, [(key, (1, key)) for key in "abcdef"])  # a task done twice counts once
    found = [exchange.get(bucket) for bucket in range(3)]
    assert sorted(key for rows in found for key in rows) == list("abcdef")
    assert all(rows[key] == [(0, key), (1, key)] for rows in found for key in rows)
