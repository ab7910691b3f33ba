"""Who speaks with clients and who holds the graph are two processes: either may end, and no line is left behind."""

import asyncio
import os
import signal
import time
from pathlib import Path
from threading import Thread

import pytest

from graphbuild.errors import BrokenGraph
from graphbuild.query.worker import Limits
from graphbuild.serve.front import Front
from graphbuild.serve.http import Request
from tests.serve.abuse import children
from tests.serve.served import HOSTS, folder, listening

FAR = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(9))
ENDLESS = f"ASK {{ {FAR} FILTER(CONCAT(STR(?a0), STR(?c8)) = 'x') }}"
LINES = 3


def asked(text="ASK { ?s ?p ?o }", **headers):
    headers = {"host": "localhost", "content-type": "application/sparql-query", **headers}
    return Request("POST", "/sparql", "", headers, text.encode())


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return folder(tmp_path_factory.mktemp("front") / "out") / "graph.ttl"


class Running:
    """A front whose loop runs elsewhere, so that tests can wait for it."""

    def __init__(self, front):
        self.front, self.loop = front, asyncio.new_event_loop()
        self.thread = Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()

    def submit(self, request):
        return asyncio.run_coroutine_threadsafe(self.front.respond(request), self.loop)

    def respond(self, request):
        return self.submit(request).result(60)

    @property
    def behind(self):
        return self.front.behind

    def close(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.front.close()


@pytest.fixture(scope="module")
def front(place):
    made = Front((place, 1, Limits(seconds=3.0), HOSTS), LINES)
    made.open()
    running = Running(made)
    yield running
    running.close()


def free(front):
    """Whether every line was given back."""
    return front.behind.idle.qsize() == LINES


def test_what_is_said_there_is_heard_here(front):
    response = front.respond(asked())
    assert response.status == 200 and response.lasting and b"true" in response.body and response.type == "application/sparql-results+json"
    assert response.headers["X-Frame-Options"] == "DENY" and free(front)
    assert front.respond(Request("GET", "/health", "", {"host": "localhost"})).lasting is False
    assert front.respond(Request("GET", "/nothing", "", {"host": "localhost"})).status == 404


def test_what_is_refused_there_leaves_no_line_behind(front):
    assert [front.respond(asked(text)).status for text in ("ASK {", "CLEAR ALL", "SELECT * { SERVICE <a:a> {} }") * LINES] == [400] * 3 * LINES
    assert free(front)


def test_as_many_as_there_are_lines_are_answered_at_once_and_more_wait(front):
    found = [front.submit(asked(f"SELECT ({n} AS ?n) {{}}")) for n in range(20)]
    assert all(f'"{n}"'.encode() in each.result(60).body for n, each in enumerate(found))
    assert free(front)


def test_where_it_is_killed_who_waited_comes_again_and_another_is_there(front):
    lost, before = front.behind.process, len(list(Path("/proc/self/fd").iterdir()))
    waiting = [front.submit(asked(ENDLESS)) for _ in range(3 * LINES)]
    time.sleep(0.5)
    lost.kill()
    for response in (each.result(60) for each in waiting):
        assert response.status == 503 and response.headers["Retry-After"] and not response.body.startswith(b"<")
    assert front.respond(asked()).status == 200 and front.behind.process.pid != lost.pid and free(front)
    end = time.monotonic() + 20
    while len(list(Path("/proc/self/fd").iterdir())) > before and time.monotonic() < end:
        time.sleep(0.05)
    assert len(list(Path("/proc/self/fd").iterdir())) <= before


def test_it_does_not_end_where_all_of_a_group_are_told_to(front):
    for number in (signal.SIGINT, signal.SIGTERM):
        front.behind.process.send_signal(number)
    assert front.respond(asked()).status == 200 and front.behind.process.poll() is None


def test_what_cannot_be_opened_is_said(tmp_path):
    (tmp_path / "broken.ttl").write_text("<a> <b>", "utf-8")
    made = Front((tmp_path / "broken.ttl", 1, Limits(), HOSTS), 1)
    try:
        with pytest.raises(BrokenGraph):
            made.open()
    finally:
        made.close()
    assert made.behind.process.poll() is not None


def test_who_ends_while_it_opens_is_noticed(place):
    made = Front((place, 1, Limits(), HOSTS), 1)
    made.behind.process.kill()
    try:
        with pytest.raises(BrokenGraph, match="ended"):
            made.open()
    finally:
        made.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_none_outlives_the_server(place, number):
    """In order or not: whoever holds the graph, and whoever answers there, ends with it."""
    with listening(place.parent) as (_, process):
        started = children(process.pid)
        assert len(started) in (9, 10), started  # the one who understands questions is started once the others have answered ahead
        process.send_signal(number)
        process.wait(30)
        end = time.monotonic() + 30
        while any(map(living, started)) and time.monotonic() < end:
            time.sleep(0.05)
        assert not any(map(living, started))


def living(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
