"""The real server under a little of the abuse of tests/serve/abuse.py, watched for what it opens and whom it calls."""

import pytest

from tests.serve import abuse


@pytest.fixture(scope="module")
def bait():
    with abuse.trap() as (address, called):
        yield address, called


@pytest.fixture(scope="module")
def server(tmp_path_factory, bait):
    place = tmp_path_factory.mktemp("abused")
    with abuse.watched(place) as (address, process, events):
        yield address, process
        assert abuse.well(address)
        assert abuse.outside(events(), place) == [] and bait[1] == []


@pytest.mark.parametrize("kind", ["malformed", "paths", "hosts", "other sites", "compressed", "reaching out"])
def test_what_abuses_is_refused(server, bait, kind):
    raws = abuse.requests(bait[0])[kind]
    assert abuse.refused(server[0], raws if len(raws) < 60 else raws[::8])


def test_a_crowd_is_left_and_the_server_answers_again(server):
    assert abuse.crowd(server[0], 600) >= 512 and abuse.come_back(server[0])


def test_lost_workers_are_replaced(server):
    assert abuse.lost_workers(*server, 2)


def test_a_restart_under_load_gives_no_wrong_answer(tmp_path):
    assert abuse.restarted(tmp_path, 2)
