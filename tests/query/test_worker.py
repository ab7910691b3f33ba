"""Queries in a process of their own: ended at its time limit, held to rows and memory, started anew, and never silently short."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graphbuild.errors import BrokenGraph, Busy
from graphbuild.query.pool import Pool
from graphbuild.query.rewriting import rewrite
from graphbuild.query.store import Limits, open_store
from graphbuild.query.tokens import tokens
from graphbuild.query.worker import Worker
from tests.query.small_graph import TURTLE

ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r FILTER(CONCAT(STR(?a), STR(?r)) = 'x') }"
QUICK = "ASK { ?x a gb:Park }"
LONG = "CONCAT(STR(?a), STR(?d), STR(?g), STR(?j))"
GROWING = f"SELECT (GROUP_CONCAT({LONG}) AS ?x) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }}"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("worker") / "graph.ttl"
    path.write_text(TURTLE, "utf-8")
    with open_store(path) as opened:
        yield opened


def read(text):
    return rewrite(text, tokens(text), {})


def test_the_same_answers_as_in_this_process(store):
    for query in ("SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o", QUICK, "DESCRIBE official:苏明远.云岭县"):
        assert store.query(query, untrusted=True) == store.query(query)


def test_time_runs_out_and_is_said_and_the_next_query_is_answered(store):
    answer = store.query(ENDLESS, limits=Limits(10, 0.5))
    assert answer.notice.startswith("time ran out after 0.5 seconds") and answer.cause == "time"
    assert store.query(QUICK, untrusted=True).truth is True


def test_a_truth_that_time_ran_out_on_is_unknown_not_false(store):
    answer = store.query(ENDLESS.replace("SELECT *", "ASK"), limits=Limits(10, 0.3))
    assert answer.form == "ask" and answer.truth is None and answer.notice


def test_rows_found_before_time_ran_out_are_given_with_the_notice(store):
    query = "SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
    answer = store.query(query, limits=Limits(10**9, 0.5))
    assert answer.rows and f"{len(answer.rows)} rows had been found" in answer.notice


@pytest.mark.parametrize(("rows", "whole"), [(4, False), (5, True), (6, True)])
def test_rows_beyond_the_limit_are_cut_and_it_is_said(store, rows, whole):
    answer = store.query("SELECT ?l { ?x skos:prefLabel ?l }", limits=Limits(rows, 5))
    assert len(answer.rows) == min(rows, 5) and (answer.notice == "") is whole
    assert whole or answer.notice.startswith("cut after 4 rows")


@pytest.mark.parametrize(("rows", "shown", "total", "cut"), [(9, 2, 5, ""), (9, 5, 5, ""), (9, 8, 5, ""), (4, 2, 4, "rows"), (2, 3, 2, "rows")])
def test_of_rows_beyond_what_is_shown_the_number_is_told(store, rows, shown, total, cut):
    query = "SELECT ?l { ?x skos:prefLabel ?l } ORDER BY ?l"
    answer = store.query(query, limits=Limits(rows, 5, shown=shown))
    assert answer.rows == store.query(query).rows[: min(rows, shown)]
    assert (answer.total, answer.cause) == (total, cut) and store.query(query).total == 5
    triples = store.query("DESCRIBE official:苏明远.云岭县", limits=Limits(rows, 5, shown=1))
    assert len(triples.triples) == 1 < triples.total


def test_a_query_that_takes_too_much_memory_is_ended_and_it_is_said(store):
    answer = store.query(GROWING, limits=Limits(10, 60, 2**28))
    assert answer.rows == () and "MB" in answer.notice and answer.cause == "memory"
    assert store.query(QUICK, untrusted=True).truth is True


def test_a_query_nested_too_deeply_costs_itself(store):
    answer = store.query("SELECT * {" + "{" * 30_000 + "}" * 30_000 + "}", limits=Limits())
    assert answer.cause == "memory" and store.query(QUICK, untrusted=True).truth is True


def test_huge_rows_are_cut_by_their_bytes(store):
    double = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(20))
    query = f"SELECT ?x20 {{ ?s ?p ?o . ?s2 ?p2 ?o2 BIND('abcdefgh' AS ?x0) {double} }}"
    assert store.query(query, limits=Limits(10**6, 30)).cause in ("bytes", "memory")


def test_a_worker_that_was_ended_from_outside_is_replaced(store):
    with Pool(store.turtle) as pool:
        assert pool.run(read(QUICK), store.prefixes).truth is True
        worker = pool.idle.get()
        worker.process.kill()
        worker.process.wait()
        pool.idle.put(worker)
        assert pool.run(read(QUICK), store.prefixes).truth is True


def test_many_threads_share_few_workers(store):
    with Pool(store.turtle, 2) as pool, ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: pool.run(read(QUICK), store.prefixes).truth, range(40)))
    assert answers == [True] * 40


def test_busy_workers_are_not_waited_for_without_end(store):
    with Pool(store.turtle, 1) as pool:
        worker = pool.idle.get()
        with pytest.raises(Busy, match="busy"):
            pool.run(read(QUICK), {}, Limits(1, 0.1))
        pool.idle.put(worker)


def test_a_store_that_cannot_be_opened_is_said(tmp_path):
    worker = Worker(tmp_path / "none.ttl", 2**28)
    with pytest.raises(BrokenGraph, match="cannot be opened"):
        worker.open()


def test_nothing_is_left_behind(store):
    pool = Pool(store.turtle, 2)
    workers = [pool.idle.queue[0], pool.idle.queue[1]]
    pool.close()
    assert not any(worker.living for worker in workers)


def test_a_worker_ends_itself_when_nobody_is_left_to_end_it(store):
    """Its own alarm: the parent that would have ended it does not come back."""
    worker = Worker(store.turtle, 2**28)
    worker.open()
    worker.pipe.send((read(ENDLESS).text, dict(store.prefixes), 10, 0.1))
    assert worker.process.wait(timeout=5) != 0
    worker.end()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system does not tell")
def test_a_worker_can_open_nothing_more(store):
    worker = Worker(store.turtle, 2**28)
    worker.open()
    limits = Path(f"/proc/{worker.process.pid}/limits").read_text()
    assert next(line for line in limits.splitlines() if line.startswith("Max open files")).split()[3:5] == ["0", "0"]
    worker.end()
