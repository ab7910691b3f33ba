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
    "(claims by rule and year)": "SELECT ?year (COUNT(?c) AS ?n) (AVG(?sure) AS ?mean) "
    "{ ?c gb:confidence ?sure ; gb:statedOn ?day BIND(YEAR(?day) AS ?year) } GROUP BY ?year",
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
    """Median milliseconds and rows; the first run warms the worker."""
    answer = store.query(text, values, untrusted=True, limits=LIMITS)
    took = []
    for _ in range(TIMES if not answer.notice else 0):
        began = time.perf_counter()
        store.query(text, values, untrusted=True, limits=LIMITS)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took) if took else float("nan"), len(answer.rows), answer.notice


def beside(graph, store, text, values):
    """Milliseconds that rdflib takes for the same query, or None where its patience ends: in a child, which can be ended."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(PATIENCE)
        query = store.prepare(text, tokens(text), values, untrusted=True)
        began = time.perf_counter()
        found = len(list(graph.query(query.text, initNs=dict(store.prefixes))))
        os.write(writer, f"{(time.perf_counter() - began) * 1000} {found}".encode())
        os._exit(0)
    os.close(writer)
    said = os.read(reader, 100).decode().split()
    os.close(reader)
    os.waitpid(child, 0)
    return (float(said[0]), int(said[1])) if said else None


def main(districts, rdflib):
    with tempfile.TemporaryDirectory() as folder:
        turtle = Path(folder) / "graph.ttl"
        text, count = big_graph(districts)
        turtle.write_text(text, "utf-8")
        began = time.perf_counter()
        embed(turtle, turtle.parent / STORE)
        print(f"{count} triples; bulk load {time.perf_counter() - began:.1f} s")
        began = time.perf_counter()
        graph = parse(turtle) if rdflib else None
        print(f"into rdflib {time.perf_counter() - began:.1f} s" if rdflib else "rdflib left out")
        with open_store(turtle.parent) as store:
            began = time.perf_counter()
            store.query("ASK {}", untrusted=True)
            print(f"first answer of a new worker {(time.perf_counter() - began) * 1000:.0f} ms\n")
            print(f"{'question':28s}{'rows':>6s}{'worker ms':>11s}{'rdflib ms':>11s}{'ratio':>8s}")
            for name, query, values in asked(store):
                took, rows, notice = measure(store, query, values)
                other = beside(graph, store, query, values) if rdflib else None
                ratio = f"{other[0] / took:.0f}" if other else f">{PATIENCE * 1000 / took:.0f}" if rdflib else ""
                told = (f"{other[0]:.0f}" if other else f">{PATIENCE * 1000}") if rdflib else ""
                differs = f"  rdflib finds {other[1]}" if other and other[1] != rows else ""
                print(f"{name:28s}{rows:6d}{took:11.1f}{told:>11s}{ratio:>8s}{differs} {notice}", flush=True)


if __name__ == "__main__":
    main(int(next((a for a in sys.argv[1:] if a.isdigit()), 60)), "--alone" not in sys.argv)
