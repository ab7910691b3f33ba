"""A graph is pushed into a real Oxigraph and a real Virtuoso 7, cut in the middle, resumed and counted."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from graphbuild.cli import cli
from graphbuild.export import Access, Server
from graphbuild.export.ntriples import lines
from tests.export import servers
from tests.export.strange import graph_file

GRAPH = "https://a.invalid/graph"
CHUNK = 40


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return graph_file(tmp_path_factory.mktemp("graph"))


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(request, tmp_path_factory):
    """Its port, the paths of its two endpoints, and what to say to be let in."""
    if not getattr(servers, request.param)():
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing(f"{request.param} is not installed")
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "oxigraph":
        with servers.serving_oxigraph(folder) as port:
            yield port, "/store", "/query", []
    else:
        with servers.serving_virtuoso(folder) as port:
            yield port, "/sparql-graph-crud-auth", "/sparql", ["--user", "dba", "--password", "dba"]


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr("graphbuild.export.server.WAITS", (0.05,))


def push(port, server, path, *more, graph=GRAPH):
    _, store, _, name = server
    asked = ["push", f"http://127.0.0.1:{port}{store}", str(path), "--graph", graph, "--chunk", str(CHUNK), *name, *more]
    return CliRunner().invoke(cli, asked)


def count(server, graph=GRAPH):
    port, store, queries, _ = server
    return Server(f"http://127.0.0.1:{port}{store}", f"http://127.0.0.1:{port}{queries}").count(graph)


def total(path):
    return sum(1 for _ in lines(path))


def left_behind(path):
    return list(path.parent.glob(f".{path.name}.push-*"))


def test_the_server_holds_as_many_triples(server, path):
    for graph in (GRAPH, GRAPH, "https://a.invalid/other"):  # a second time it replaces
        done = push(server[0], server, path, graph=graph)
        assert done.exit_code == 0, done.output
        assert f"holds {total(path)} triples" in done.output
        assert count(server, graph) == total(path)
    assert not left_behind(path)


def test_cut_in_the_middle_it_goes_on_where_it_was(server, path):
    graph = "https://a.invalid/cut"
    size = sum(len(line.encode()) + 3 for line in lines(path))
    cable = servers.Cable(server[0], size // 2)
    with contextlib.closing(cable):
        broken = push(cable.port, server, path, graph=graph)
        assert broken.exit_code == 1 and "goes on where it was" in broken.output
        (state,) = left_behind(path)
        sent = json.loads(state.read_text("utf-8"))["sent"]
        assert 0 < sent < total(path) // CHUNK and sent * CHUNK <= count(server, graph) < total(path)
        assert "dba" not in state.read_text("utf-8")
        cable.left = 1 << 30
        done = push(cable.port, server, path, graph=graph)
    assert done.exit_code == 0, done.output
    assert f"{sent} of them sent before" in done.output
    assert count(server, graph) == total(path) and not left_behind(path)


def test_what_the_server_lost_is_sent_again(server, path):
    graph = "https://a.invalid/lost"
    cable = servers.Cable(server[0], 20_000)
    with contextlib.closing(cable):
        assert push(cable.port, server, path, graph=graph).exit_code == 1
        Server(f"http://127.0.0.1:{server[0]}{server[1]}", "", access=access(server)).send("PUT", graph, b"")
        cable.left = 1 << 30
        done = push(cable.port, server, path, graph=graph)
    assert done.exit_code == 0 and "sent before" not in done.output
    assert count(server, graph) == total(path)


def access(server):
    return Access("dba", "dba") if server[3] else Access()


def test_killed_in_the_middle_it_goes_on_where_it_was(server, path):
    graph = "https://a.invalid/killed"
    with contextlib.closing(servers.Cable(server[0], delay=0.05)) as cable:
        asked = ["push", f"http://127.0.0.1:{cable.port}{server[1]}", str(path), "--graph", graph, "--chunk", "5", *server[3]]
        pushing = subprocess.Popen([sys.executable, "-m", "graphbuild", *asked], stdout=subprocess.DEVNULL)
        end = time.monotonic() + servers.PATIENCE
        while not left_behind(path) and time.monotonic() < end:
            time.sleep(0.002)
        os.kill(pushing.pid, signal.SIGKILL)
        pushing.wait()
        assert 0 < count(server, graph) < total(path)
        cable.delay = 0
        done = CliRunner().invoke(cli, asked)
    assert done.exit_code == 0 and "sent before" in done.output
    assert count(server, graph) == total(path)


@pytest.mark.parametrize("server", ["virtuoso"], indirect=True)
def test_virtuoso_takes_its_own_parameter_and_digest_alone(server, path):
    assert push(server[0], server, path, "--parameter", "graph-uri", "--auth", "digest", graph="urn:a:b").exit_code == 0
    assert count(server, "urn:a:b") == total(path)
    wrong = push(server[0], server, path, "--password", "no")
    assert wrong.exit_code == 1 and "the name and the password" in wrong.output
    assert push(server[0], server, path, "--auth", "basic").exit_code == 1
