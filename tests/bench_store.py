"""A generated store of a million triples in, milliseconds a question out: in a worker behind the gate, and in rdflib beside it."""

import os
import signal
import statistics
import sys
import tempfile
import time
from pathlib import Path

from graphbuild.graph import parse
from graphbuild.graph.embedded import STORE, embed
from graphbuild.knowledge import home
from graphbuild.knowledge.questions import questions
from graphbuild.query.store import Limits, open_store
from graphbuild.query.tokens import tokens
from graphbuild.query.values import bindings
from tests.big_graph import big_graph

TIMES, PATIENCE = 9, 5  # runs of a question in the worker; seconds that rdflib is given for one
LIMITS = Limits(10_000, 4)
PLACE, PERSON, THING = "测试7区", "测试7区某人1", "测试7区某项目1"
GIVEN = {"title": "区长", "document": "测试7区新闻3", "other": "测试7区某人2", "place": PLACE, "on": "2022-06-30", "day": "2022-06-30"}
BY_KIND = {"thing": THING, "person": PERSON, "place": PLACE, "date": "2022-06-30", "text": "测试7区某会1", "number": "0.6"}
OURS = {
    "(count by class)": "SELECT ?kind (COUNT(*) AS ?n) { ?thing a ?kind } GROUP BY ?kind ORDER BY DESC(?n)",
    "(claims by year)": "SELECT ?year (SUM(?n) AS ?all) { { SELECT ?day (COUNT(?c) AS ?n) { ?c gb:statedOn ?day } GROUP BY ?day } "
    "BIND(SUBSTR(STR(?day), 1, 4) AS ?year) } GROUP BY ?year",
    "(figures by year)": "SELECT ?when (COUNT(?value) AS ?n) (AVG(?value) AS ?mean) { ?c gb:period ?when ; gb:value ?value } GROUP BY ?when",
    "(label holds)": 'SELECT ?thing ?label { ?thing skos:prefLabel ?label FILTER(CONTAINS(?label, "7区某公园")) }',
    "(alias begins)": 'SELECT ?thing ?label { ?thing skos:altLabel ?label FILTER(STRSTARTS(STR(?label), "测试42")) }',
    "(path to any depth)": "SELECT ?thing { ?thing (gb:locatedIn|gb:partOf)+ <https://w3id.org/graphbuild/id/district/测试7区> }",
    "(one thing)": "SELECT ?p ?o { <https://w3id.org/graphbuild/id/project/某项目1.测试7区> ?p ?o }",
    "(name)": 'SELECT ?thing { ?thing skos:prefLabel "测试7区某人1"@zh }',
    "(three joined)": "SELECT ?who ?quote { ?claim rdf:object <https://w3id.org/graphbuild/id/project/某项目1.测试7区> ; "
    "rdf:subject ?who ; gb:evidence/oa:hasSelector/oa:exact ?quote }",
}


def asked(store):
    """Every question that comes along, about one district of many, and some plain SPARQL."""
    for question in questions(home("ontology")).values():
        given = {p.name: GIVEN.get(p.name, BY_KIND[p.kind]) for p in question.parameters if p.default is None or p.name in GIVEN}
        yield question.name, question.text, bindings(store, question, given)
    for name, text in OURS.items():
        yield name, text, {}


def measure(store, text, values):
    """Median milliseconds by the clock and of the worker's own work, rows, notice; the first run warms the worker."""
    answer = store.query(text, values, untrusted=True, limits=LIMITS)
    took = [timed(store, text, values) for _ in range(TIMES if answer.cause in ("", "rows") else 0)]
    clock, work = map(statistics.median, zip(*took, strict=True)) if took else (float("nan"),) * 2
    return clock, work, len(answer.rows), answer.cause


def timed(store, text, values):
    worker = store.pool.idle.queue[0].process.pid
    before, began = worked(worker), time.perf_counter()
    store.query(text, values, untrusted=True, limits=LIMITS)
    return (time.perf_counter() - began) * 1000, worked(worker) - before


def worked(process):
    """Milliseconds that a process has had a core to itself: on a busy machine the clock counts others' work too."""
    path = Path(f"/proc/{process}/schedstat")
    return int(path.read_text().split()[0]) / 1e6 if path.exists() else float("nan")


def beside(graph, store, text, values):
    """Milliseconds that rdflib takes for the same query, or None where its patience ends: in a child, which can be ended."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(PATIENCE)
        query = store.prepare(text, tokens(text), values, untrusted=True)
        began = time.perf_counter()
        try:
            found = len(list(graph.query(query.text, initNs=dict(store.prefixes))))
            os.write(writer, f"{(time.perf_counter() - began) * 1000} {found}".encode())
        except Exception as trouble:  # noqa: BLE001  rdflib's own: it cannot sort what is unbound, among others
            os.write(writer, f"nan {type(trouble).__name__}".encode())
        os._exit(0)
    os.close(writer)
    said = os.read(reader, 100).decode().split()
    os.close(reader)
    os.waitpid(child, 0)
    return (float(said[0]), said[1]) if said else None


def main(districts, rdflib):
    with tempfile.TemporaryDirectory() as folder:
        turtle = Path(folder) / "graph.ttl"
        text, count = big_graph(districts)
        turtle.write_text(text, "utf-8")
        loading = clocked(f"{count} triples into the store on disk", lambda: embed(turtle, turtle.parent / STORE))
        graph = clocked("into rdflib", lambda: parse(turtle)) if rdflib else loading
        with open_store(turtle.parent) as store, open_store(turtle.parent, resident=True) as resident:
            clocked("first answer of a new worker on disk", lambda: store.query("ASK {}", untrusted=True))
            clocked("first answer of a new worker in memory", lambda: resident.query("ASK {}", untrusted=True))
            print("milliseconds: by the clock, and in brackets the worker's own work\n")
            print(f"{'question':28s}{'rows':>6s}{'on disk':>19s}{'in memory':>19s}{'rdflib':>9s}{'ratio':>8s}")
            for name, query, values in asked(store):
                print(row(name, [measure(s, query, values) for s in (store, resident)], rdflib and beside(graph, store, query, values)), flush=True)


def row(name, measured, other):
    """`other` is False where rdflib is left out, None where its patience ended."""
    told = "".join(f"{clock:9.1f} ({work:7.1f})" for clock, work, _, _ in measured)
    best, rows = min(measured[0][0], measured[1][0]), measured[0][2]
    if other is not False:
        told += f"{other[0]:9.0f}{other[0] / best:7.0f}×" if other else f"{f'>{PATIENCE}000':>9s}{f'>{PATIENCE * 1000 / best:.0f}×':>8s}"
    causes = {cause for *_, cause in measured if cause}
    differs = f"  rdflib finds {other[1]}" if other and other[1] != str(rows) and not causes else ""
    return f"{name:28s}{rows:6d}{told}{differs}  {' '.join(f'cut by {cause}' for cause in sorted(causes))}"


def clocked(what, work):
    began = time.perf_counter()
    done = work()
    print(f"{what}: {time.perf_counter() - began:.2f} s", flush=True)
    return done


if __name__ == "__main__":
    main(int(next((a for a in sys.argv[1:] if a.isdigit()), 60)), "--alone" not in sys.argv)
