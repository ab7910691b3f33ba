"""Strangers' queries: whatever could reach beyond the open store is refused, and a watcher sees that nothing was reached."""

import contextlib
import ctypes
import os
import socket
import struct
import threading

import pyoxigraph
import pytest

from graphbuild.errors import Unanswerable
from graphbuild.query import gate
from graphbuild.query.rewriting import rewrite
from graphbuild.query.store import Limits, open_store
from graphbuild.query.tokens import lex, tokens
from graphbuild.query.worker import Rejected, Worker
from tests.query.refused import DATASETS, SERVICES, UPDATES
from tests.query.small_graph import TURTLE

SPELLINGS = [*SERVICES, *DATASETS, *UPDATES]
LIMITS = Limits(10, 5.0, 2**28)
SIZE = len(list(pyoxigraph.parse(TURTLE, pyoxigraph.RdfFormat.TURTLE)))


OPENED, READ = 0x20, 0x01  # IN_OPEN and IN_ACCESS of Linux's inotify.h


class Watcher:
    """A server that counts who knocks, and a file of which the system tells whoever opens or reads it."""

    def __init__(self, path):
        self.path, self.knocks, self.looks = path, 0, 0
        path.write_text("<a:secret> <a:secret> <a:secret> .")
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        system = ctypes.CDLL(None, use_errno=True)
        self.eye = system.inotify_init1(os.O_NONBLOCK)
        assert system.inotify_add_watch(self.eye, os.fsencode(path), OPENED | READ) > 0
        threading.Thread(target=self.watch, daemon=True).start()

    def watch(self):
        while True:
            try:
                guest, _ = self.server.accept()
            except OSError:
                return
            self.knocks += 1
            guest.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            guest.close()

    def seen(self):
        with contextlib.suppress(BlockingIOError):
            self.looks += len(os.read(self.eye, 4096))
        return self.knocks, self.looks


@pytest.fixture(scope="module")
def watcher(tmp_path_factory):
    watching = Watcher(tmp_path_factory.mktemp("secret") / "secret.ttl")
    yield watching
    watching.server.close()
    os.close(watching.eye)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("gate") / "graph.ttl"
    path.write_text(TURTLE, "utf-8")
    with open_store(path) as opened:
        yield opened


def filled(query, watcher):
    return query.replace("PORT", str(watcher.port)).replace("FILE", str(watcher.path))


def test_there_are_at_least_sixty_spellings():
    assert len(set(SPELLINGS)) == len(SPELLINGS) >= 100


@pytest.mark.parametrize("query", SPELLINGS, ids=range(len(SPELLINGS)))
def test_is_refused_and_nothing_is_reached(query, store, watcher):
    before = watcher.seen()
    with pytest.raises(Unanswerable, match=r"line \d+, column \d+: "):
        store.query(filled(query, watcher), untrusted=True, limits=LIMITS)
    assert watcher.seen() == before
    assert len(store.engine) == SIZE


def test_the_watcher_sees_what_is_not_gated(watcher):
    """Without the gate the engine does call; else the watcher would prove nothing."""
    knocks, looks = watcher.seen()
    with pytest.raises(OSError, match=r"."):
        list(pyoxigraph.Store().query(f"SELECT * {{ SERVICE <http://127.0.0.1:{watcher.port}/> {{ ?s ?p ?o }} }}"))
    list(pyoxigraph.parse(path=watcher.path))
    assert watcher.seen()[0] > knocks and watcher.seen()[1] > looks


@pytest.mark.parametrize("query", SERVICES[:5], ids=range(5))
def test_the_second_wall_past_the_gate_a_worker_can_connect_to_nothing(query, store, watcher):
    """The process has closed its doors before it reads a query: what the gate would let through stays inside."""
    before, text = watcher.seen(), filled(query, watcher)
    worker = Worker(store.turtle, LIMITS.memory)
    with contextlib.suppress(Rejected):
        answer = worker.run(rewrite(text, tokens(text), {}), {}, LIMITS)
        assert not any(term for row in answer.rows for term in row)
    worker.end()
    assert watcher.seen() == before


@pytest.mark.parametrize("query", [
    'SELECT ?x { ?x skos:prefLabel ?l FILTER(CONTAINS(STR(?l), "SERVICE <http://a/> FROM LOAD")) }',
    "SELECT ?x { ?x skos:prefLabel 'service' }",
    "SELECT ?x { ?x <http://a/service#from> ?y }",
    "SELECT ?from ?load { ?from gb:inspects ?load } # SERVICE <http://a/>",
    "ASK { <a:insert> <a:delete> \"\"\"INSERT DATA\n{ SERVICE }\"\"\"@en }",
    "SELECT ?x { GRAPH ?g { ?x ?p ?o } }",
    "SELECT ?a { ?a gb:confidence ?b FILTER(?b<1&&?b>0) }",
])  # fmt: skip
def test_harmless_words_pass(query, store):
    assert store.query(query, untrusted=True, limits=LIMITS).notice == ""


def test_strings_mean_what_they_meant(store):
    query = 'SELECT ("Service\\n\\u0073ervice\\tx" AS ?a) ("""ser\nvice SERVICE""" AS ?b) (<http://a/Service> AS ?c) {}'
    row = store.query(query, untrusted=True, limits=LIMITS).rows[0]
    assert [term.value for term in row] == ["Service\nservice\tx", "ser\nvice SERVICE", "http://a/Service"]


def test_a_name_that_holds_the_word_is_told_how_to_be_written(store):
    with pytest.raises(Unanswerable, match="rename the variable"):
        store.query("SELECT ?services { ?services ?p ?o }", untrusted=True)


def test_values_are_never_read_as_queries(store):
    evil = pyoxigraph.Literal('" } SERVICE <http://127.0.0.1/> { ?s ?p "')
    answer = store.query("SELECT ?text { BIND(STR($text) AS ?x) }", {"text": evil}, untrusted=True, limits=LIMITS)
    assert answer.rows == ((evil,),)


def test_a_very_long_query_is_refused(store):
    with pytest.raises(Unanswerable, match="longer than"):
        store.query("ASK {} #" + "x" * 100_001, untrusted=True)


def test_brackets_are_nested_only_so_deep(store):
    """The engine reads them by calling itself: thousands fill its stack and end the worker."""
    assert store.query(f"ASK {'{' * 100}{'}' * 100}", untrusted=True, limits=LIMITS).truth is True
    assert store.query("ASK {" + " {} " * 1_000 + "}", untrusted=True, limits=LIMITS).truth is True
    for left, right in ("{}", "()", "[]"):
        with pytest.raises(Unanswerable, match="nested"):
            store.query(f"ASK {{ {left * 20_000}{right * 20_000} }}", untrusted=True, limits=LIMITS)


def test_the_engine_reads_no_escape_outside_strings_and_iris():
    """What the gate by letters stands on: an engine that read them would need another gate."""
    for word in ("\\u0053ERVICE", "S\\u0045RVICE", "\u017fERVICE"):
        with pytest.raises(SyntaxError):
            pyoxigraph.Store().query(f"SELECT * {{ {word} <http://127.0.0.1:9/> {{ ?s ?p ?o }} }}")


@pytest.mark.parametrize("text", ["ASK {" + "a " * 60_000, "ASK " + "{" * 50_000, "ASK " + "<<" * 300 + "?s " * 30_000])
def test_what_is_too_long_or_too_deep_is_not_read_to_its_end(text, monkeypatch):
    read = []
    monkeypatch.setattr(gate, "lex", lambda told: (read.append(token) or token for token in lex(told)))
    with pytest.raises(Unanswerable, match=r"longer than|nested"):
        gate.strange(text)
    assert len(read) < 500
