"""Many clients at once, one in a hundred of their queries hostile: `python -m tests.serve.bench_load OUTPUT [CLIENTS SECONDS PAUSE]`.

Each good answer is compared, byte by byte, with the one that a single client got; workers and memory are counted at the end.
Without PAUSE (seconds between two queries of a client, on average) every client asks again at once, so that the machine is full.
"""

import asyncio
import os
import random
import statistics
import sys
import time
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from graphbuild.errors import Unanswerable
from graphbuild.knowledge import home
from graphbuild.knowledge.questions import questions
from graphbuild.query.store import open_store
from graphbuild.query.tokens import tokens
from graphbuild.query.values import bindings
from tests.serve.served import listening

SAMPLE = 12
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


@lru_cache(None)
def spelled(text, host):
    """As it goes over the wire; spelled once, so that the client costs little."""
    body = text.encode()
    head = f"POST /sparql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/sparql-query\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


class Client:
    """One connection, kept."""

    def __init__(self, address):
        self.host, self.streams = urlsplit(address), None

    async def ask(self, text):
        wire = spelled(text, self.host.netloc)
        if self.streams is None:
            self.streams = await asyncio.open_connection(self.host.hostname, self.host.port)
        reader, writer = self.streams
        writer.write(wire)
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = int(lines.split("content-length: ")[1].split("\r\n")[0])
        told = await reader.readexactly(length)
        if "connection: close" in lines:
            writer.close()
            self.streams = None
        return int(lines.split(" ")[1]), told


async def visit(address, queries, expected, until, took, wrong, statuses, seed, pause):
    client, chance = Client(address), random.Random(seed)
    await asyncio.sleep(chance.random() * pause)
    while time.monotonic() < until:
        hostile = chance.random() < HOSTILITY
        text = chance.choice(HOSTILE if hostile else queries)
        began = time.monotonic()
        try:
            status, told = await client.ask(text)
        except (OSError, asyncio.IncompleteReadError):
            status, told, client.streams = 0, b"", None
        spent = time.monotonic() - began
        await asyncio.sleep(pause * 2 * chance.random())
        if hostile:
            statuses.append(status)
            continue
        took.append(spent)
        if (status, told) != (200, expected[text]):
            wrong.append((status, told[:200]))


def memory(process):
    """Of the server and its workers, in MB; and how many workers."""
    threads = Path(f"/proc/{process.pid}/task").glob("*/children")
    pids = [process.pid, *(int(pid) for thread in threads for pid in thread.read_text().split())]
    lines = [line for pid in pids for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS")]
    return sum(int(line.split()[1]) for line in lines) // 1024, len(pids) - 1


async def measure(address, process, queries, clients, seconds, pause):
    client, expected, alone = Client(address), {}, []
    for _ in range(3):
        for text in queries:
            began = time.monotonic()
            status, expected[text] = await client.ask(text)
            alone.append(time.monotonic() - began)
            assert status == 200, expected[text]
    median = statistics.median(alone)
    print(f"alone: {len(queries)} queries, median {median * 1000:.1f} ms; memory {memory(process)[0]} MB, {memory(process)[1]} workers")
    took, wrong, statuses, until = [], [], [], time.monotonic() + seconds
    visits = [visit(address, queries, expected, until, took, wrong, statuses, seed, pause) for seed in range(clients)]
    await asyncio.gather(*visits)
    took.sort()
    p99 = took[int(len(took) * 0.99)]
    print(f"{clients} clients, {seconds} s: {len(took)} good, {len(took) / seconds:.0f}/s, median {took[len(took) // 2] * 1000:.0f} ms, "
          f"p99 {p99 * 1000:.0f} ms = {p99 / median:.0f} times alone, worst {took[-1] * 1000:.0f} ms")
    hostile = {status: statuses.count(status) for status in sorted(set(statuses))}
    print(f"wrong answers: {len(wrong)} {wrong[:3]}; hostile by status: {hostile}")
    await asyncio.sleep(12)
    status, told = await Client(address).ask(queries[0])
    print(f"after: memory {memory(process)[0]} MB, {memory(process)[1]} workers; still right: {told == expected[queries[0]]}")


def main():
    place = Path(sys.argv[1])
    clients, seconds, pause = [float(given) for given in [*sys.argv[2:], *("64", "60", "0")[len(sys.argv) - 2 :]]]
    with listening(place) as (address, process):
        asyncio.run(measure(address, process, sorted(set(good(place))), int(clients), seconds, pause))


if __name__ == "__main__":
    main()
