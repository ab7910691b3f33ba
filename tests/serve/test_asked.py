"""Questions in plain words on a page: answered with the words of the texts, or declined with what could be asked."""

from urllib.parse import quote

import pytest

from graphbuild.errors import Busy
from graphbuild.serve import interpreter
from tests.serve.served import Visitor, world

PERSON = quote("/thing/official/苏明远.云岭县")


@pytest.fixture(scope="module")
def visit(tmp_path_factory):
    made = world(tmp_path_factory.mktemp("asked") / "out")
    yield Visitor(made)
    made.close()


def ask(visit, question, **headers):
    return visit.page(f"/ask?q={quote(question)}", **headers)


def test_an_answer_is_a_sentence_a_table_and_the_words_that_say_it(visit):
    page = ask(visit, "谁调研了青竹湖公园？")
    assert '<p class="answer" role="status" lang="zh">' in page and "苏明远" in page.partition('class="answer"')[2].partition("</p>")[0]
    assert f'<td><a href="{PERSON}"><bdi>苏明远</bdi></a></td>' in page
    assert '<mark class="end2">青竹湖公园</mark>' in page and f'href="{quote("/document/document/one")}#p' in page


def test_a_question_in_english_is_answered_in_it_whatever_the_page_speaks(visit):
    page = ask(visit, "Who inspected 青竹湖公园?", accept_language="zh")
    assert '<p class="answer" role="status" lang="en">' in page and '<html lang="zh-CN">' in page


def test_a_name_that_nobody_bears_leads_to_those_that_are_borne(visit):
    page = ask(visit, "谁调研了青竹公园？")
    assert 'href="/ask?q=' in page.partition('class="answer"')[2] and '<figure class="said">' not in page


def test_what_is_not_understood_is_declined_and_other_questions_are_offered(visit):
    page = ask(visit, "苏明远的电话是多少？")
    assert 'href="/ask?q=' in page and '<figure class="said">' not in page


def test_without_a_question_there_is_the_form(visit):
    page = visit.page("/ask")
    assert 'action="/ask"' in page and 'class="answer"' not in page and 'action="/ask"' in visit.page("/")


def test_what_is_no_name_is_taken_for_a_question(visit):
    answer = visit(f"/search?q={quote('谁调研了青竹湖公园？')}")
    assert answer.status == 303 and answer.headers["Location"].startswith("/ask?q=")
    assert visit("/search").status == 200


def test_words_that_are_no_text_do_no_harm(visit):
    for odd in ("%00", "%3Cscript%3Ealert(1)%3C/script%3E", "%EF%BF%BD", "a" * 600, "%F0%9F%98%80"):
        response = visit(f"/ask?q={odd}", accept="text/html")
        assert response.status in (200, 400) and b"<script>alert" not in response.body


def test_a_process_that_was_ended_is_started_again(visit):
    ask(visit, "谁调研了青竹湖公园？")
    visit.world.interpreter.speaking.process.kill()
    visit.world.interpreter.speaking.process.wait()
    assert "苏明远" in ask(visit, "谁调研了青竹湖公园？")


def test_one_that_takes_too_long_is_ended_and_the_asker_may_come_again(visit, monkeypatch):
    ask(visit, "谁调研了青竹湖公园？")
    monkeypatch.setattr(visit.world.interpreter, "seconds", 0.0)
    answer = visit(f"/ask?q={quote('谁去过青竹湖公园？')}", accept="text/html")
    assert answer.status == 503 and answer.headers["Retry-After"]


def test_one_that_opens_for_ever_is_ended(visit, monkeypatch):
    made = interpreter.Interpreter(visit.world.store.turtle, 5.0)
    monkeypatch.setattr(interpreter, "OPENING", 0.0)
    with pytest.raises(Busy, match="longer"):
        made.reply("谁？")
    made.close()
    with pytest.raises(Busy, match="ending"):
        made.reply("谁？")
