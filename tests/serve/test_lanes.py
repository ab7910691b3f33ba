"""Long queries do not keep quick ones waiting; nothing is left behind."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from graphbuild.errors import Busy
from graphbuild.query.rewriting import rewrite
from graphbuild.query.tokens import tokens
from graphbuild.query.worker import Limits, Rejected
from graphbuild.serve.lanes import Lanes
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
        began = time.monotonic()
        assert lanes.run(read(QUICK), {}).truth is True
        assert time.monotonic() - began < 1
        with pytest.raises(Busy, match="long"):
            lanes.run(read(ENDLESS), {})
        assert long.result().cause == "time"


def test_there_are_as_many_workers_after_as_before(lanes):
    for _ in range(2):
        assert lanes.run(read(ENDLESS), {}).cause == "time"
        with pytest.raises(Rejected):
            lanes.run(read("ASK { FILTER(?x"), {})
        assert lanes.run(read(QUICK), {}).truth is True
    assert len(lanes.idle) == 2 and lanes.quick._value == lanes.long._value == 1


def test_a_worker_that_was_ended_from_outside_is_replaced(lanes):
    lanes.run(read(QUICK), {})
    lanes.idle[-1].process.kill()
    lanes.idle[-1].process.wait()
    assert lanes.run(read(QUICK), {}).truth is True and len(lanes.idle) == 2


def test_nothing_runs_after_the_end(lanes):
    runners = list(lanes.idle)
    lanes.close()
    assert not any(runner.living for runner in runners)
