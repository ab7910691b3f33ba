"""Clients of other makers ask the running server; it leaves slow ones, refuses large bodies, and ends in order."""

import http.client
import json
import shutil
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TSV, TURTLE, XML, SPARQLExceptions, SPARQLWrapper

from graphbuild.serve.listening import HEAD_SECONDS
from tests.serve.served import ID, folder, listening

SELECT = f"SELECT ?n WHERE {{ <{ID}official/苏明远.云岭县> <{SKOS.prefLabel}> ?n }}"
needs_curl = pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with listening(folder(tmp_path_factory.mktemp("clients") / "out")) as (address, _):
        yield address


# SPARQLWrapper


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_reads_rows(server, method):
    client = SPARQLWrapper(f"{server}/sparql")
    client.setMethod(method)
    client.setQuery(SELECT)
    client.setReturnFormat(JSON)
    assert [row["n"]["value"] for row in client.queryAndConvert()["results"]["bindings"]] == ["苏明远"]
    client.setReturnFormat(XML)
    assert client.queryAndConvert().getElementsByTagName("literal")[0].firstChild.data == "苏明远"
    for form in (CSV, TSV):
        client.setReturnFormat(form)
        assert "苏明远" in client.queryAndConvert().decode("utf-8")


def test_sparqlwrapper_reads_triples_and_errors(server):
    client = SPARQLWrapper(f"{server}/sparql")
    client.setQuery(f"CONSTRUCT WHERE {{ ?s <{SKOS.prefLabel}> ?o }}")
    assert len(client.queryAndConvert()) == 6
    client.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=client.queryAndConvert(), format="turtle")) == 6
    client.setQuery("SELECT nonsense")
    with pytest.raises(SPARQLExceptions.QueryBadFormed):
        client.query()


# rdflib's SPARQLStore


@pytest.mark.parametrize(("method", "form"), [("GET", "xml"), ("POST", "json"), ("POST_FORM", "csv"), ("POST", "tsv")])
def test_rdflib_asks_as_if_it_were_its_own_graph(server, method, form):
    graph = Graph(SPARQLStore(f"{server}/sparql", method=method, returnFormat=form))
    person = URIRef(f"{ID}official/苏明远.云岭县")
    assert str(graph.value(person, SKOS.prefLabel)) == "苏明远"
    assert [str(row.n) for row in graph.query(SELECT)] == ["苏明远"]
    assert len(list(graph.triples((None, SKOS.prefLabel, None)))) == 6


# curl


@needs_curl
def test_curl_by_every_door(server):
    def curl(*arguments):
        return subprocess.run(["curl", "-s", "-S", *arguments], capture_output=True, text=True, check=True).stdout

    assert json.loads(curl(f"{server}/sparql", "--data-urlencode", f"query={SELECT}", "-G"))["results"]["bindings"]
    assert json.loads(curl(f"{server}/sparql", "--data-urlencode", f"query={SELECT}"))["results"]["bindings"]
    direct = ("-H", "Content-Type: application/sparql-query", "--data-binary", SELECT)
    assert curl(f"{server}/sparql", *direct, "-H", "Accept: text/csv").split() == ["n", "苏明远"]
    assert "skos:prefLabel" in curl("-L", f"{server}/id/official/苏明远.云岭县", "-H", "Accept: text/turtle", "--path-as-is")
    assert "sd:Service" in curl(f"{server}/sparql")
    assert curl("-I", f"{server}/").startswith("HTTP/1.1 200")


# The wire


def ask(server, method, path, body=None, **headers):
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=20)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    return response.status, response.read()


def test_a_body_too_large_is_refused_by_what_it_says_and_by_what_it_is(server):
    assert ask(server, "POST", "/sparql", b"x" * 2**21, Content_Type="application/sparql-query")[0] == 413
    with socket.create_connection(urlsplit(server).netloc.split(":")) as wire:
        wire.sendall(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: application/sparql-query\r\n\r\n")
        for _ in range(40):
            wire.sendall(b"10000\r\n" + b"x" * 65536 + b"\r\n")
        wire.sendall(b"0\r\n\r\n")
        assert b"413" in wire.recv(4096)[:40]


def test_a_client_that_sends_ten_megabytes_hears_why_not(server):
    status, told = ask(server, "POST", "/sparql", b"#" + b"x" * 10_000_000, Content_Type="application/sparql-query")
    assert status == 413 and b"longer than" in told
    with socket.create_connection(urlsplit(server).netloc.split(":"), timeout=20) as wire:
        wire.sendall(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999\r\n\r\n")
        assert wire.recv(4096).startswith(b"HTTP/1.1 413")


def test_an_endless_head_is_refused(server):
    with socket.create_connection(urlsplit(server).netloc.split(":"), timeout=20) as wire, suppress(OSError):
        wire.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        for n in range(300):
            wire.sendall(b"X-%d: " % n + b"x" * 1000 + b"\r\n")
            time.sleep(0.001)
        assert wire.recv(4096) == b"" or b" 400 " in wire.recv(4096)
    assert ask(server, "GET", "/health")[0] == 200


def test_an_address_too_long_is_refused(server):
    assert ask(server, "GET", "/sparql?query=" + "x" * 40_000)[0] == 414
    with suppress(OSError):  # the connection is closed before all of it has come
        assert ask(server, "GET", "/?" + "x" * 200_000)[0] in (400, 414)
    assert ask(server, "GET", "/health")[0] == 200


@pytest.mark.parametrize("raw", [b"nonsense\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n", b"\x16\x03\x01\x02\x00"])
def test_what_is_no_http_is_refused(server, raw):
    with socket.create_connection(urlsplit(server).netloc.split(":"), timeout=20) as wire:
        wire.sendall(raw + b"\r\n\r\n")
        assert wire.recv(4096).startswith(b"HTTP/1.1 4")
    assert ask(server, "GET", "/health")[0] == 200


def test_many_at_once_get_their_own_answers(server):
    def number(n):
        status, body = ask(server, "POST", "/sparql", f"SELECT ({n} AS ?n) {{}}", Content_Type="application/sparql-query", Accept="text/csv")
        return status, body.split()

    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(number, range(100))) == [(200, [b"n", str(n).encode()]) for n in range(100)]


def test_it_ends_in_order_and_takes_its_workers_along(tmp_path):
    with listening(folder(tmp_path / "out"), "--workers", "1") as (address, process):
        ask(address, "GET", "/sparql?query=ASK%7B%7D")
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0 and process.stderr.read() == ""
    with pytest.raises(OSError, match="refused"):
        ask(address, "GET", "/health")


def test_a_slow_client_is_left(tmp_path):
    assert HEAD_SECONDS <= 30
    program = "import graphbuild.serve.listening as l; l.HEAD_SECONDS = 0.5; from graphbuild.cli import main; main()"
    command = [sys.executable, "-c", program, "serve", "--graph", str(folder(tmp_path / "out")), "--port", "0", "--workers", "1"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        host = urlsplit(process.stdout.readline().strip()).netloc.split(":")
        with socket.create_connection(host, timeout=10) as slow, socket.create_connection(host, timeout=10) as kept:
            slow.sendall(b"GET / HTTP/1.1\r\nHost: loc")
            kept.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert kept.recv(4096).startswith(b"HTTP/1.1 200")
            assert slow.recv(4096) == b""
    finally:
        process.terminate()
        process.wait(15)
        process.stdout.close()
