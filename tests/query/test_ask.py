"""Questions in plain words: right on what the graph knows, silent on what it does not, and never a guess."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from graphbuild.cli import cli
from graphbuild.errors import Unanswerable
from graphbuild.knowledge import home
from graphbuild.knowledge.questions import questions
from graphbuild.knowledge.tables import read_table
from graphbuild.query.ask import asker
from graphbuild.query.cues import cues
from graphbuild.query.saying import teller
from tests.query.small_world import write

FOLDER = Path(__file__).parent / "questions"
TUNED, HELD, NONE, STRANGERS = (read_table(FOLDER / f"{name}.tsv") for name in ("tuned", "held", "unanswerable", "strangers"))
RIGHT = 0.90
FLOOR = 0.75  # of the wording of strangers, which is to rise


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return write(tmp_path_factory.mktemp("world") / "output")


@pytest.fixture(scope="module")
def ask(world):
    one = asker(world)
    with one.store:
        yield one.ask


def right(reply, row):
    """The right named question, answered with every word that is expected and none that is not."""
    text = " ".join([reply.sentence, *(cell for line in reply.table for cell in line)])
    holds = [(word[1:] not in text) if word[0] == "!" else (word in text) for word in row["expect"].split("、")]
    return reply.outcome == "answered" and reply.question == row["named"] and all(holds)


def test_there_are_enough_questions_and_a_third_is_held_out():
    everything, kept = (*TUNED, *HELD, *STRANGERS), (*HELD, *STRANGERS)
    assert len(everything) >= 150 and len(kept) * 3 >= len(everything) and len(NONE) >= 40
    assert len({row["question"] for row in (*everything, *NONE)}) == len(everything) + len(NONE)
    assert {row["named"] for row in (*TUNED, *HELD)} >= set(questions(home("ontology"))) - {"low-confidence"}


@pytest.mark.parametrize("rows", [TUNED, HELD], ids=["tuned", "held out"])
def test_most_questions_are_answered_right(rows, ask):
    wrong = [row["question"] for row in rows if not right(ask(row["question"]), row)]
    assert len(rows) - len(wrong) >= RIGHT * len(rows), wrong


def test_strangers_are_understood_and_never_told_what_is_wrong(ask):
    replies = [(row, ask(row["question"])) for row in STRANGERS]
    assert sum(right(reply, row) for row, reply in replies) >= FLOOR * len(STRANGERS)
    assert [row["question"] for row, reply in replies if reply.outcome == "answered" and not right(reply, row)] == []


def test_what_the_graph_does_not_know_is_never_answered(ask):
    assert [row["question"] for row in NONE if ask(row["question"]).outcome == "answered"] == []
    other = [row["question"] for row in NONE if ask(row["question"]).outcome not in row["outcome"].split()]
    assert len(other) <= len(NONE) - RIGHT * len(NONE), other


def test_an_answer_is_a_sentence_a_table_and_quotations(ask):
    reply = ask("谁负责银杏文创园？")
    assert reply.sentence == "负责银杏文创园的是韩三江。" and ("韩三江", "2021-03-06") in reply.table
    assert [(quote.file, quote.quote[:6]) for quote in reply.quotes] == [("texts/d1.txt", "副区长韩三江")]
    assert ask("Who oversees 银杏文创园?").sentence == "银杏文创园 is overseen by 韩三江."


def test_an_alias_a_part_of_a_name_and_a_family_name_with_a_post_are_understood(ask):
    assert ask("谁负责“银杏文化创意园”").bindings == {"thing": "银杏文创园"}
    assert ask("栖霞湖何时完工").sentence.startswith("按“栖霞湖治理工程”理解“栖霞湖”。")
    assert ask("赵书记去过哪里").bindings == {"person": "赵四海"}


def test_a_name_of_two_things_lists_both_unless_the_area_is_named(ask):
    reply = ask("人民公园什么时候完工？")
    assert reply.outcome == "ambiguous" and len(reply.candidates) == 2 and reply.table == ()
    assert ask("海角县人民公园什么时候完工？").outcome == "answered"


def test_an_unknown_name_is_named_with_near_ones(ask):
    reply = ask("谁负责银杏文创城？")
    assert reply.outcome == "unknown" and "银杏文创城" in reply.sentence and "银杏文创园" in reply.sentence


def test_a_declined_question_says_what_was_not_understood_and_offers_what_can_be_asked(ask):
    reply = ask("韩三江的电话是多少？")
    assert reply.outcome == "outside" and "电话" in reply.sentence
    assert "韩三江负责什么？" in reply.nearest
    assert all(ask(question).outcome == "answered" for question in reply.nearest)


def test_nothing_found_is_no_denial_and_offers_more(ask):
    reply = ask("赵四海调研过银杏文创园吗？")
    assert reply.outcome == "empty" and "不等于没有发生" in reply.sentence and reply.nearest


def test_who_held_a_post_before_and_after_a_day_of_which_nobody_speaks(ask):
    reply = ask("2022年谁是云岭区委书记？")
    assert reply.outcome == "empty" and reply.sentence.startswith("没有文本说2022")
    assert "丁一山任云岭区委书记（见2021-03-06的文本）" in reply.sentence and "赵四海" in reply.sentence and reply.quotes


def test_a_promise_is_told_with_what_became_of_it_and_both_sentences(ask):
    reply = ask("云岭公园的承诺兑现了吗？")
    assert "以2023-05-09为准" in reply.sentence and "投用，期限2022-09-30（2022-02-15说）——已实现，是否按期不详" in reply.sentence
    assert [quote.file for quote in reply.quotes] == ["texts/d2.txt", "texts/d3.txt"]


def test_an_ambiguous_name_in_a_declined_question_is_what_the_offers_are_about(ask):
    reply = ask("人民公园的票价是多少？")
    assert reply.outcome == "outside" and reply.nearest and all("人民公园" in text for text in reply.nearest)


def test_what_is_nearly_a_name_is_what_the_offers_are_about(ask):
    nearest = ask("栖霞湖治理好工程的票价是多少？").nearest
    assert nearest and all("栖霞湖治理工程" in text for text in nearest)


@pytest.mark.parametrize("question", ["", "   ", "谁" * 501])
def test_what_is_no_question_is_refused(question, ask):
    with pytest.raises(Unanswerable):
        ask(question)


@pytest.mark.parametrize("question", ['谁负责"} ; DROP', "？？？", "<script>", "谁负责\\u0027银杏文创园", "{thing}", "%s {0}", "🙂"])
def test_signs_do_no_harm(question, ask):
    assert ask(question).outcome != "answered"


def test_every_form_is_told_in_both_languages():
    known = questions(home("ontology"))
    for form in cues(home("ontology")).forms:
        parameters = {parameter.name for parameter in known[form.question].parameters}
        assert set(form.slots) <= parameters
        assert all(teller(home("ontology"), language).form(form.question, part) for language in ("zh", "en") for part in ("", "none"))


def test_the_command_line_answers_and_says_by_its_code_when_it_does_not(world):
    ended = CliRunner().invoke(cli, ["ask", "谁负责栖霞湖治理工程？", "--graph", str(world)])
    assert ended.exit_code == 0 and "韩三江" in ended.output and "texts/d1.txt" in ended.output
    assert CliRunner().invoke(cli, ["ask", "为什么？", "--graph", str(world)]).exit_code == 1
    told = CliRunner().invoke(cli, ["ask", "--json", "谁负责栖霞湖治理工程？", "--graph", str(world)])
    assert '"outcome": "answered"' in told.output


@pytest.mark.parametrize("rows", [TUNED, HELD, STRANGERS, NONE], ids=["tuned", "held out", "strangers", "unanswerable"])
def test_who_asks_once_is_told_the_same(rows, ask, world):
    """Names are then sought for the question, and not all of them are read."""
    one = asker(world, once=True)
    with one.store:
        assert [one.ask(row["question"]) for row in rows] == [ask(row["question"]) for row in rows]


def test_who_must_choose_is_told_how_to_write_each_and_may_write_it_back(ask):
    reply = ask("人民公园什么时候完工？")
    refs = [ref for ref, _, _ in reply.candidates]
    assert sorted(refs) == ["人民公园@云岭区", "人民公园@海角县"]
    for ref, iri, told in reply.candidates:
        assert told.startswith("公园")
        by_ref, by_iri, bare = (ask(f"{words}什么时候完工？") for words in (ref, f"<{iri}>", f"{iri} "))
        assert by_ref.outcome in ("answered", "empty") and by_ref == by_iri == bare
    assert any("人民公园@云岭区" in question for question in ask("人民公园@云岭区的电话？").nearest)
    assert ask("人民公园@海角县什么时候完工？") == ask("人民公园@d4什么时候完工？") == ask("海角县人民公园什么时候完工？")


def test_an_office_that_nobody_holds_is_told_as_it_was_asked_for(ask):
    assert ask("谁是云岭区人民政府书记？").sentence == "没有文本说谁担任云岭区人民政府书记。"


def test_the_short_name_of_an_area_is_not_taken_for_its_bodies(ask):
    reply = ask("海角的生产总值是多少？")
    assert reply.outcome == "answered" and "按“海角县”理解“海角”" in reply.sentence
    assert ask("谁到海角调研过？").outcome != "ambiguous" and ask("谁到云岭调研过？").outcome != "ambiguous"
