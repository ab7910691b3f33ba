"""Named questions that want nothing told are asked before people ask them; nothing else is, and nothing waits for it."""

import pytest

from graphbuild.errors import Busy
from graphbuild.query.answers import Answer
from graphbuild.query.worker import Limits
from graphbuild.serve import ahead, asking
from graphbuild.serve.ahead import ask, ask_ahead
from graphbuild.serve.world import open_world
from tests.query import small_world
from tests.serve.served import HOSTS, Visitor


@pytest.fixture
def made(tmp_path):
    made = open_world(small_world.write(tmp_path / "out"), 1, Limits(), HOSTS)
    yield made
    made.close()


def none_free(*_):
    raise Busy("nobody is free", "ask again later")


def test_what_was_asked_ahead_needs_no_worker(made, monkeypatch):
    visit = Visitor(made)
    before = visit.page("/question/contradictions")
    ask_ahead(made).join(60)
    assert len(made.known) == sum(not question.parameters for question in made.questions.values()) > 1
    monkeypatch.setattr(type(made.endpoint.pool), "run", none_free)
    assert visit.page("/question/contradictions") == before
    assert visit("/query?query=SELECT+(1+AS+?x)+{}", accept="text/html").status == 503


def test_what_is_cut_or_not_answered_is_not_taken_for_an_answer(made, monkeypatch):
    monkeypatch.setattr(type(made.endpoint.pool), "run", none_free)
    ask(made)
    monkeypatch.setattr(type(made.endpoint.pool), "run", lambda *_: Answer("select", notice="time ran out", cause="time"))
    ask(made)
    assert made.known == {}


def test_of_a_long_answer_what_a_page_shows_is_kept_and_its_whole_number_is_told(made, monkeypatch):
    whole = Visitor(made).page("/question/most-connected")
    monkeypatch.setattr(asking, "SHOWN", 2)
    monkeypatch.setattr(ahead, "SHOWN", 2)
    ask(made)
    kept = next(answer for text, answer in made.known.items() if "most-connected" in text or answer.total > 2)
    assert len(kept.rows) == 2 < kept.total and f"{kept.total}" in Visitor(made).page("/question/most-connected")
    assert whole != Visitor(made).page("/question/most-connected")


def test_a_server_that_ends_asks_no_more(made):
    made.close()
    ask(made)
    assert made.known == {}
