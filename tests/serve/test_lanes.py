"""Long queries do not keep quick ones waiting; nothing is left behind."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from graphbuild.errors import Busy
from graphbuild.query.rewriting import rewrite
from graphbuild.query.tokens import tokens
from graphbuild.query.worker import Limits, Rejected, Worker
from graphbuild.serve import lanes as module
from graphbuild.serve.lanes import PATIENT, SURE, Lanes, shape
from graphbuild.serve.runner import MODEST, MOMENT, Runner, last
from graphbuild.workers import held
from tests.serve.served import folder

FAR = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(9))
ENDLESS = f"ASK {{ {FAR} FILTER(CONCAT(STR(?a0), STR(?c8)) = 'x') }}"
QUICK = "ASK { ?s ?p ?o }"


def read(text):
    return rewrite(text, tokens(text), {})


@pytest.fixture
def lanes(tmp_path):
    made = Lanes(folder(tmp_path / "out") / "graph.ttl", 1, Limits(seconds=1.5))
    yield made
    made.close()


def test_a_quick_query_passes_a_long_one_and_a_second_long_one_is_told_to_wait(lanes):
    with ThreadPoolExecutor(2) as threads:
        long = threads.submit(lanes.run, read(ENDLESS), {})
        time.sleep(0.6)
        assert lanes.run(read(QUICK), {}).truth is True
        assert not long.done()
        with pytest.raises(Busy, match="long"):
            lanes.run(read(ENDLESS), {})
        assert long.result().cause == "time"


def test_a_query_that_was_long_begins_in_the_long_lane_whatever_its_values(lanes):
    assert lanes.run(read(ENDLESS), {}).cause == "time"
    with ThreadPoolExecutor(1) as threads:
        long = threads.submit(lanes.run, read(ENDLESS.replace("'x'", "'y'")), {})
        time.sleep(0.3)
        assert lanes.quick._value == 1 and lanes.long._value == 0
        with pytest.raises(Busy, match="long"):
            lanes.run(read(ENDLESS), {})
        assert long.result().cause == "time"


def test_a_query_that_turns_out_quick_is_long_no_more(lanes):
    lanes.long_ones[shape(read(QUICK))] = SURE
    assert lanes.run(read(QUICK), {}).truth is True and not lanes.long_ones


def test_a_query_that_was_long_once_is_long_only_if_it_is_so_again(lanes, monkeypatch):
    """Where the machine is shared, a quick one seems long now and then: those that are like it are no reason to refuse others."""
    form = shape(read(QUICK))
    for times in (1, 2):
        with monkeypatch.context() as patched:
            patched.setattr(Runner, "spent", 2 * MOMENT)
            patched.setattr(Runner, "wait", seemingly)
            assert lanes.run(read(QUICK), {}).truth is True
        assert lanes.long_ones == {form: times}
    assert lanes.run(read(QUICK), {}).truth is True and not lanes.long_ones


def test_a_query_that_was_quick_in_between_is_not_long(lanes, monkeypatch):
    for _ in range(SURE):
        with monkeypatch.context() as patched:
            patched.setattr(Runner, "spent", 2 * MOMENT)
            patched.setattr(Runner, "wait", seemingly)
            lanes.run(read(QUICK), {})
        lanes.run(read(QUICK), {})
        assert not lanes.long_ones


def test_a_quick_query_that_seems_long_is_answered_although_the_long_lane_is_full(lanes, monkeypatch):
    lanes.long.acquire()
    with monkeypatch.context() as patched:
        patched.setattr(Runner, "spent", 2 * MOMENT)
        patched.setattr(Runner, "wait", seemingly)
        assert lanes.run(read(QUICK), {}).truth is True
        patched.setattr(Runner, "spent", PATIENT * MOMENT)
        with pytest.raises(Busy, match="long"):
            lanes.run(read(QUICK), {})
    lanes.long.release()
    assert lanes.run(read(QUICK), {}).truth is True and lanes.quick._value == lanes.long._value == 1


def test_a_worker_that_was_slow_and_answered_is_kept_for_what_is_slow(lanes, monkeypatch):
    slow = [lanes.idle[-1]]
    for _ in range(2):
        lanes.long_ones[shape(read(QUICK))] = SURE
        assert lanes.run(read(QUICK), {}).truth is True
        assert list(lanes.fallen) == slow and len(lanes.idle) == 1 and lanes.idle[0] is not slow[0]
        assert lanes.run(read(QUICK), {}).truth is True and list(lanes.fallen) == slow
    monkeypatch.setattr(Runner, "swollen", True)
    lanes.long_ones[shape(read(QUICK))] = SURE
    assert lanes.run(read(QUICK), {}).truth is True
    assert not lanes.fallen and len(lanes.idle) == 2 and not slow[0].living


def test_what_is_remembered_of_long_queries_is_bounded(lanes, monkeypatch):
    monkeypatch.setattr(module, "REMEMBERED", 3)
    for n in range(6):
        lanes.idle[-1].process.kill()
        lanes.idle[-1].answered = False
        lanes.remember(n, lanes.idle[-1])
    assert list(lanes.long_ones) == [3, 4, 5]


def test_there_are_as_many_workers_after_as_before(lanes):
    for _ in range(2):
        assert lanes.run(read(ENDLESS), {}).cause == "time"
        with pytest.raises(Rejected):
            lanes.run(read("ASK { FILTER(?x"), {})
        assert lanes.run(read(QUICK), {}).truth is True
    assert len([*lanes.idle, *lanes.fallen]) == 2 and lanes.quick._value == lanes.long._value == 1


def test_a_worker_that_was_ended_from_outside_is_replaced(lanes):
    lanes.run(read(QUICK), {})
    lanes.idle[-1].process.kill()
    lanes.idle[-1].process.wait()
    assert lanes.run(read(QUICK), {}).truth is True and len([*lanes.idle, *lanes.fallen]) == 2


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_who_asked_a_worker_that_is_ended_from_outside_is_told_to_come_again(lanes, number):
    runners = list(lanes.idle)
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(lanes.run, read(ENDLESS), {})
        taken(lanes, runners).send_signal(number)
        with pytest.raises(Busy, match="ended"):
            asked.result()
    assert lanes.run(read(QUICK), {}).truth is True
    assert len([*lanes.idle, *lanes.fallen]) == 2 and lanes.quick._value == lanes.long._value == 1


def test_who_asked_a_worker_that_is_ended_before_it_hears_is_told_to_come_again(lanes):
    lanes.run(read(QUICK), {})
    lanes.idle[-1].pipe.close()  # as if it had ended between the look and the question
    with pytest.raises(Busy, match="ended"):
        lanes.run(read(QUICK), {})
    assert lanes.run(read(QUICK), {}).truth is True and len([*lanes.idle, *lanes.fallen]) == 2


def test_who_waits_for_a_worker_that_is_ended_while_it_starts_is_told_to_come_again(lanes):
    runner = lanes.fresh()
    runner.process.kill()
    with pytest.raises(Busy, match="ended"):
        runner.open()
    assert lanes.run(read(QUICK), {}).truth is True


def test_a_place_in_its_lane_is_given_back_where_no_worker_can_be_started(lanes, monkeypatch):
    def fails():
        raise BlockingIOError("no more processes")

    while lanes.idle:
        lanes.idle.pop().end()
    with monkeypatch.context() as patched:
        patched.setattr(lanes, "fresh", fails)
        with pytest.raises(BlockingIOError):
            lanes.run(read(QUICK), {})
    assert lanes.quick._value == 1 and lanes.run(read(QUICK), {}).truth is True


def seemingly(runner, until):
    """Its moment is over at the first look."""
    if not runner.slow:
        runner.demoted(runner)
    return Worker.wait(runner, until)


def taken(lanes, runners):
    """The process of that one of them that is asked something long."""
    while lanes.long._value:
        time.sleep(0.01)
    return next(runner.process for runner in runners if runner not in lanes.idle)


def test_nothing_runs_after_the_end(lanes):
    runners = list(lanes.idle)
    lanes.close()
    assert not any(runner.living for runner in runners)


def test_what_a_process_holds_of_its_own_is_told_and_one_that_has_ended_holds_nothing():
    assert 2**20 < held("RssAnon", os.getpid()) < 2**34 and held("RssAnon", 2**22 + 1) == 0


def test_a_worker_stands_behind_whoever_asks_it(lanes):
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert {os.getpriority(os.PRIO_PROCESS, runner.process.pid) for runner in lanes.idle} == {min(own + MODEST, 19)}


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system lets nobody choose processors")
def test_what_is_long_leaves_one_processor_to_others():
    mine = sorted(os.sched_getaffinity(0))
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        for _ in range(2):
            last(process.pid)
            assert sorted(os.sched_getaffinity(process.pid))[-1] == mine[-1]
        assert len(os.sched_getaffinity(process.pid)) == max(len(mine) - 1, 1)
