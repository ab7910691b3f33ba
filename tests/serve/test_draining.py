"""A body that is too long is refused by its head, and what still comes of it is thrown away unread, in bounded time and room."""

import socket
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.serve.served import folder, listening

LONG = 2**22
INNER = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    program = "import graphbuild.serve.listening as l; l.DRAIN_SECONDS = 1.0; from graphbuild.cli import main; main()"
    with listening(folder(tmp_path_factory.mktemp("drain") / "out"), "--workers", "1", program=program) as served:
        yield served


def opened(address):
    return socket.create_connection(urlsplit(address).netloc.split(":"), 20)


def head(size):
    return b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: %d\r\n\r\n" % size


def all_told(wire):
    told = b""
    while came := wire.recv(2**16):
        told += came
    return told


def test_what_still_comes_is_no_request_and_the_connection_ends(server):
    with opened(server[0]) as wire:
        wire.sendall(head(LONG) + (INNER * (LONG // len(INNER) + 1))[:LONG])
        told = all_told(wire)
    assert told.startswith(b"HTTP/1.1 413 ") and told.count(b"HTTP/1.1 ") == 1


def test_who_never_sends_the_rest_is_left(server):
    with opened(server[0]) as wire:
        wire.sendall(head(LONG) + b"x" * 100)
        assert all_told(wire).startswith(b"HTTP/1.1 413 ")


def test_nothing_is_kept_of_those_who_send_or_leave(server):
    address, process = server
    files = Path(f"/proc/{process.pid}/fd")
    before = len(list(files.iterdir()))
    for _ in range(30):
        with opened(address) as wire:
            wire.sendall(head(LONG) + b"x" * 2**16)
    until = time.monotonic() + 20
    while len(list(files.iterdir())) > before and time.monotonic() < until:
        time.sleep(0.05)
    assert len(list(files.iterdir())) <= before
