"""Bytes that were answered before are answered again without being read; nothing else is ever taken for them."""

import http.client
import re
import socket
from contextlib import contextmanager
from importlib.metadata import version
from urllib.parse import urlsplit

import pytest

from graphbuild.serve.http import Response
from graphbuild.serve.wire import LARGEST, LONGEST, OWN, Wire, spelled
from tests.serve.abuse import whole
from tests.serve.served import folder, listening

DATE = re.compile(rb"date: [^\r]*\r\n")
ASK = "ASK { ?s ?p ?o }"
ANNOUNCES = tuple(map(int, version("uvicorn").split(".")[:2])) >= (0, 54)  # that it leaves
TOLD = (b"HTTP/1.1 200 OK\r\n", b"\r\nx")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    program = "import graphbuild.serve.listening as l; l.IDLE_SECONDS = 1; from graphbuild.cli import main; main()"
    with listening(folder(tmp_path_factory.mktemp("wire") / "out"), "--workers", "1", program=program) as (address, _):
        yield address


@contextmanager
def wire(address, source="127.0.0.1"):
    with socket.create_connection(urlsplit(address).netloc.split(":"), 10, (source, 0)) as connection:
        yield connection


def heard(connection, bare=False):
    """One response."""
    told = b""
    while not (b"\r\n\r\n" in told if bare else whole(told)):
        came = connection.recv(2**16)
        if not came:
            break
        told += came
    return DATE.sub(b"", told)


def request(path="/", method="GET", body=b"", *fields):
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", *fields, *([f"Content-Length: {len(body)}"] if body else [])]
    return "\r\n".join([*lines, "", ""]).encode() + body


def query(text, *fields):
    return request("/sparql", "POST", text.encode(), "Content-Type: application/sparql-query", *fields)


@pytest.mark.parametrize("raw", [
    request(), request("/", "HEAD"), request("/sparql"), request("/sparql?query=ASK%7B%7D"), query(ASK), query("ASK {"), request("/sparql", "OPTIONS"),
    request("/sparql?query=ASK%7B%7D", "GET", b"", "Accept: text/html"), query("SELECT (NOW() AS ?n) {} LIMIT 0"), request("/nothing"),
    request("/static/style.css"), query(ASK, "Accept: text/csv"), request("/", "DELETE"), request("/health", "HEAD"),
])  # fmt: skip
def test_the_same_bytes_are_answered_with_the_same_bytes(address, raw):
    bare = raw.startswith((b"HEAD", b"OPTIONS"))
    with wire(address) as connection:
        told = []
        for _ in range(5):
            connection.sendall(raw)
            told.append(heard(connection, bare))
    assert told[0].startswith(b"HTTP/1.1 ") and len(set(told)) == 1


def test_each_answer_has_its_date(address):
    with wire(address) as connection:
        for _ in range(4):
            connection.sendall(query(ASK))
            told = connection.recv(2**16)
            assert len(DATE.findall(told)) == 1 and told.index(b"\r\n") + 2 == told.index(b"date: ")


def known(address, raw):
    """After this it is answered by its bytes."""
    with wire(address) as connection:
        for _ in range(3):
            connection.sendall(raw)
            told = heard(connection)
    return told


def test_a_body_that_looks_like_a_known_request_is_none(address):
    inner = request("/")
    known(address, inner)
    head = request("/sparql", "POST", b"", "Content-Type: application/sparql-query", f"Content-Length: {len(inner)}")
    with wire(address) as connection:
        connection.sendall(head)
        assert not readable(connection)
        connection.sendall(inner)
        told = heard(connection)
        assert told.startswith(b"HTTP/1.1 400 ") and b"<html" not in told
        connection.sendall(inner)
        assert b"<html" in heard(connection)


def readable(connection):
    connection.settimeout(0.3)
    try:
        return bool(connection.recv(1, socket.MSG_PEEK))
    except TimeoutError:
        return False
    finally:
        connection.settimeout(10)


def test_the_rest_of_a_body_that_was_refused_unread_is_no_request(address):
    inner = request("/")
    known(address, inner)
    head = request("/sparql", "POST", b"", "Content-Type: application/sparql-query", "Content-Encoding: gzip", f"Content-Length: {2 * len(inner)}")
    with wire(address) as connection:
        connection.sendall(head)
        assert heard(connection).startswith(b"HTTP/1.1 415 ")
        connection.sendall(inner)
        assert not readable(connection)
        connection.sendall(inner)
        connection.sendall(inner)
        assert b"<html" in heard(connection) and not readable(connection)


def test_a_known_request_in_two_pieces_and_two_in_one(address):
    raw = query(ASK)
    told = known(address, raw)
    with wire(address) as connection:
        connection.sendall(raw[:30])
        assert not readable(connection)
        connection.sendall(raw[30:])
        assert heard(connection) == told
    with wire(address) as connection:
        for _ in range(3):
            connection.sendall(raw + raw)
            got = b""
            while len(got) < 2 * len(told) and (came := connection.recv(2**16)):
                got += DATE.sub(b"", came)
            assert got == 2 * told
            connection.sendall(raw + raw[:9])
            assert heard(connection) == told and not readable(connection)
            connection.sendall(raw[9:])
            assert heard(connection) == told


def test_who_wants_to_leave_is_left(address):
    for _ in range(3):
        with wire(address) as connection:
            connection.sendall(request("/", "GET", b"", "Connection: close"))
            told = heard(connection)
            assert told.startswith(b"HTTP/1.1 200") and connection.recv(1) == b""
            assert b"connection: close" in told or not ANNOUNCES  # older ones leave without a word


def test_what_a_proxy_says_counts_each_time(address):
    """Only from those who are trusted, so the same bytes may mean two things."""
    raw = request("/sparql", "GET", b"", "X-Forwarded-Proto: https")
    with wire(address) as connection:
        for _ in range(4):
            connection.sendall(raw)
            assert b"https://localhost/sparql" in heard(connection)
    with wire(address, "127.0.0.2") as connection:
        connection.sendall(raw)
        assert b"http://localhost/sparql" in heard(connection)


def test_who_is_silent_is_left_though_he_was_answered_at_once(address):
    raw = query(ASK)
    known(address, raw)
    with wire(address) as connection:
        connection.sendall(raw)
        heard(connection)
        assert connection.recv(1) == b""


def test_who_goes_on_asking_is_not_left(address):
    raw = query(ASK)
    known(address, raw)
    with wire(address) as connection:
        for _ in range(8):
            connection.sendall(raw)
            assert heard(connection).startswith(b"HTTP/1.1 200")
            assert not readable(connection)


def test_another_maker_reads_it(address):
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    for _ in range(4):
        connection.request("GET", "/sparql?query=ASK%7B%7D")
        response = connection.getresponse()
        assert response.status == 200 and b"true" in response.read() and not response.will_close
    connection.close()


def test_there_is_room_for_so_much_and_the_least_wanted_goes():
    held = Wire(room=10 * OWN)
    for n in range(100):
        held.put(str(n).encode(), TOLD)
        held.get(b"0")
    assert held.taken <= 10 * OWN and 5 < len(held.held) < 10
    assert held.get(b"0") and held.get(b"99") and not held.get(b"50")


@pytest.mark.parametrize(("raw", "told"), [(b"x" * (LONGEST + 1), TOLD), (b"x", (b"", b"x" * LARGEST))])
def test_what_is_too_long_is_not_held(raw, told):
    held = Wire()
    held.put(raw, told)
    assert not held.held and held.taken == 0


def test_what_it_looks_like():
    assert spelled(Response(b"abc", "text/csv", headers={"Vary": "Accept"}), bare=False) == (
        b"HTTP/1.1 200 OK\r\n", b"content-type: text/csv\r\ncontent-length: 3\r\nvary: Accept\r\n\r\nabc",
    )  # fmt: skip
    assert spelled(Response(b"abc", status=304), bare=True) == (b"HTTP/1.1 304 Not Modified\r\n", b"\r\n")
