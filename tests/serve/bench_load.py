"""Many clients at once, one in a hundred of their queries hostile: `python -m tests.serve.bench_load OUTPUT [CLIENTS SECONDS PAUSE]`.

Each good answer is compared, byte by byte, with the one that a single client got; workers and memory are counted at the end.
Without PAUSE (seconds between two queries of a client, on average) every client asks again at once, so that the machine is full.
FRESH=1 gives every query, good or hostile, a comment of its own, so that no answer is one that was kept, for a single client neither.
Hostile requests are sent by other processes of low priority: what they cost the sender is no part of what the good ones wait for.
The clients share one thread that sleeps until answers are there, and takes their time before it looks into any of them.
"""

import heapq
import itertools
import os
import random
import selectors
import socket
import statistics
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import urlsplit

from graphbuild.errors import Unanswerable
from graphbuild.knowledge import home
from graphbuild.knowledge.questions import questions
from graphbuild.query.store import open_store
from graphbuild.query.tokens import tokens
from graphbuild.query.values import bindings
from graphbuild.serve import slices
from tests.serve.served import listening

SAMPLE = 12
ROUNDS, FIRST = 20, 3  # of all questions by the single client, and how many of those do not count
FRESH = bool(os.environ.get("FRESH"))
NUMBERS = itertools.count(1)
ROOM = memoryview(bytearray(2**20))
LONGEST_SLEEP = 0.01  # seconds after which the senders are looked at
HOSTILITY = float(os.environ.get("HOSTILITY", "0.01"))
FAR = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(9))
HOSTILE = [
    f"SELECT * {{ {FAR} FILTER(CONCAT(STR(?a0), STR(?c8)) = 'x') }}",
    f"SELECT (COUNT(*) AS ?n) {{ {FAR} }}",
    "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?c), STR(?f)), '(a+)+(b|c*)*$')) } ORDER BY ?a",
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { ?a (!gb:none|^!gb:none)* ?b . ?b (!gb:none|^!gb:none)* ?c }",
    "SELECT * {" + "{" * 20_000 + "}" * 20_000 + "}",
    "#" + "x" * 10_000_000,
    "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
]


def good(place):
    """Named questions with things of the graph in them, as SPARQL."""
    chance = random.Random(1)
    with open_store(place) as store:
        names = sorted({row["n"].value for row in store.query("SELECT ?n { ?t skos:prefLabel ?n }").dicts()})
        for question in questions(home("ontology")).values():
            for name in chance.sample(names, min(SAMPLE, len(names))) if question.parameters else [""]:
                told = {p.name: name for p in question.parameters if p.default is None and p.kind in ("thing", "person", "place")}
                told |= {p.name: "2023-07-31" for p in question.parameters if p.default is None and p.kind == "date"}
                try:
                    values = bindings(store, question, told)
                    yield store.prepare(question.text, tokens(question.text), values, untrusted=True).text
                except Unanswerable:
                    continue


def fresh(text):
    return f"{text}\n#{next(NUMBERS)} {os.getpid()}" if FRESH else text


@contextmanager
def senders(address, count):
    """As many as there are clients: none of them waits for another's hostile request. Pipes to them, without a thread."""
    fork, pipes, processes = get_context("fork"), [], []
    for _ in range(count):
        mine, other = fork.Pipe()
        processes.append(fork.Process(target=send, args=(other, address), daemon=True))
        processes[-1].start()
        pipes.append(mine)
        other.close()
    try:
        yield pipes
    finally:
        for process in processes:
            process.kill()
            process.join()


def send(pipe, address):
    """Each number that comes is struck with; the status goes back."""
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    host = urlsplit(address)
    while True:
        pipe.send(strike(host, pipe.recv()))


def strike(host, number):
    """One hostile request over a connection of its own; its status, 0 where the connection ended first."""
    told, wire = b"", spelled(fresh(HOSTILE[number]), host.netloc, "Connection: close\r\n")
    try:
        with socket.create_connection((host.hostname, host.port), timeout=60) as connection:
            connection.sendall(wire)
            while len(told) < 12 and (came := connection.recv(2**16)):
                told += came
    except OSError:
        pass
    return int(told[9:12] or 0)


@lru_cache(1024)
def spelled(text, host, more=""):
    """As it goes over the wire; spelled once, so that the client costs little."""
    body = text.encode()
    head = f"POST /sparql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/sparql-query\r\n{more}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


class Client:
    """One connection, kept, with one question on its way at a time."""

    def __init__(self, address, seed=0):
        self.host, self.chance = urlsplit(address), random.Random(seed)
        self.socket, self.text, self.began, self.told, self.waits = None, "", 0.0, b"", False

    def ask(self, text):
        self.text, self.told, self.waits, wire = text, b"", True, spelled(fresh(text), self.host.netloc)
        if self.socket is None:
            self.socket = socket.create_connection((self.host.hostname, self.host.port))
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.began = time.perf_counter()
        self.socket.sendall(wire)

    def hear(self):
        """Status and body once all has come."""
        try:
            size = self.socket.recv_into(ROOM)
        except OSError:
            size = 0
        if not size:
            return self.leave()
        self.told += ROOM[:size]
        head, between, body = self.told.partition(b"\r\n\r\n")
        length = head.partition(b"content-length: ")[2].partition(b"\r\n")[0]
        if not between or len(body) < int(length):
            return None
        if b"connection: close" in head:
            self.leave()
        return int(head[9:12]), body

    def leave(self):
        self.socket.close()
        self.socket = None
        return 0, b""


def alone(client, text):
    client.ask(text)
    while (answer := client.hear()) is None:
        pass
    return time.perf_counter() - client.began, answer


@dataclass
class Crowd:
    """Clients that ask, hear, look and ask again until the time is over."""

    expected: dict
    senders: list[Connection]
    pause: float
    told: "Told"
    heard: selectors.DefaultSelector = field(default_factory=selectors.DefaultSelector)
    due: list = field(default_factory=list)

    def run(self, clients, seconds):
        until, queries = time.perf_counter() + seconds, sorted(self.expected)
        self.due = [(client.chance.random() * self.pause, n, client) for n, client in enumerate(clients)]
        self.due = [(time.perf_counter() + wait, n, client) for wait, n, client in self.due]
        heapq.heapify(self.due)
        for n, (pipe, client) in enumerate(zip(self.senders, clients, strict=True)):
            self.heard.register(pipe, selectors.EVENT_READ, (client, n))
        while (now := time.perf_counter()) < until:
            while self.due and self.due[0][0] <= now:
                _, n, client = heapq.heappop(self.due)
                self.next(client, n, queries)
            ready = self.heard.select(min(LONGEST_SLEEP, max(self.due[0][0] - now, 0)) if self.due else LONGEST_SLEEP)
            came = time.perf_counter()
            for key, _ in ready:
                (self.struck if isinstance(key.fileobj, Connection) else self.hear)(*key.data, came)

    def next(self, client, n, queries):
        if client.chance.random() < HOSTILITY:
            self.senders[n].send(client.chance.randrange(len(HOSTILE)))
            return
        known = client.socket
        client.ask(client.chance.choice(queries))
        if client.socket is not known:
            self.heard.register(client.socket, selectors.EVENT_READ, (client, n))

    def struck(self, client, n, came):
        self.told.hostile.append(self.senders[n].recv())
        heapq.heappush(self.due, (came, n, client))

    def hear(self, client, n, came):
        known, waits = client.socket, client.waits
        answer = client.hear()
        if client.socket is not known:
            self.heard.unregister(known)
        if answer is None or not waits:  # while its hostile request is on its way, its own connection may be left as idle
            return
        client.waits = False
        self.told.took.append(came - client.began)
        if answer != (200, self.expected[client.text]):
            self.told.wrong.append((answer[0], answer[1][:200]))
        heapq.heappush(self.due, (came + self.pause * 2 * client.chance.random(), n, client))


@dataclass
class Told:
    took: list = field(default_factory=list)
    wrong: list = field(default_factory=list)
    hostile: list = field(default_factory=list)


def family(pid):
    """It and all that it started, and what those started."""
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    return [pid, *(each for thread in threads for child in thread.read_text().split() for each in family(int(child)))]


def memory(process):
    """Of the server and its workers, in MB; and how many they are."""
    pids = family(process.pid)
    lines = [line for pid in pids for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS")]
    return sum(int(line.split()[1]) for line in lines) // 1024, len(pids)


def measure(address, process, queries, clients, seconds, pause, pipes):
    client, expected, took = Client(address), {}, []
    for _ in range(ROUNDS):
        for text in queries:
            lasted, (status, expected[text]) = alone(client, text)
            took.append(lasted)
            assert status == 200, expected[text]
    median = statistics.median(took[len(queries) * FIRST :])  # the crowd, too, comes to a server that was asked before
    print(f"alone: {len(queries)} queries, median {median * 1000:.3f} ms; memory {memory(process)[0]} MB, {memory(process)[1]} processes")
    told = Told()
    slices.ask(slices.LITTLE)  # the clients are many, and elsewhere: no worker here is to keep them from looking
    Crowd(expected, pipes, pause, told).run([Client(address, seed) for seed in range(clients)], seconds)
    took = sorted(told.took)
    p99 = took[int(len(took) * 0.99)]
    print(f"{clients} clients, {seconds} s: {len(took)} good, {len(took) / seconds:.0f}/s, median {took[len(took) // 2] * 1000:.2f} ms, "
          f"p99 {p99 * 1000:.2f} ms = {p99 / median:.0f} times alone, worst {took[-1] * 1000:.0f} ms")
    hostile = {status: told.hostile.count(status) for status in sorted(set(told.hostile))}
    print(f"wrong answers: {len(told.wrong)} {told.wrong[:3]}; hostile by status: {hostile}")
    time.sleep(12)
    _, (status, answer) = alone(Client(address), queries[0])
    print(f"after: memory {memory(process)[0]} MB, {memory(process)[1]} processes; still right: {answer == expected[queries[0]]}")


def main():
    place = Path(sys.argv[1])
    clients, seconds, pause = [float(given) for given in [*sys.argv[2:], *("64", "60", "0")[len(sys.argv) - 2 :]]]
    with listening(place) as (address, process), senders(address, int(clients)) as pipes:
        measure(address, process, sorted(set(good(place))), int(clients), seconds, pause, pipes)


if __name__ == "__main__":
    main()
