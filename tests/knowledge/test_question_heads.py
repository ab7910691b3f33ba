"""Named questions: their heads, what is wrong with them, and that every one that comes along is sound."""

import pytest

from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge import home
from graphbuild.knowledge.question_gaps import gaps_of_questions
from graphbuild.knowledge.questions import Parameter, questions, read_question

HEAD = "# title.zh: 问\n# title.en: asks\n# description.zh: 所问\n# description.en: what is asked\n"
QUERY = "SELECT ?who { ?who gb:inspects $thing }\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "queries").mkdir()
    (tmp_path / "graphbuild.ttl").write_text((home("ontology") / "graphbuild.ttl").read_text("utf-8"), "utf-8")
    return tmp_path


def write(folder, text, name="one"):
    path = folder / "queries" / f"{name}.rq"
    path.write_text(text, "utf-8")
    return path


def test_a_question_is_read(folder):
    write(folder, f"# free words\n{HEAD}# param: thing | thing | 物 | a thing\n# param: n | number | 数 | a number | 5\n{QUERY}")
    question = questions(folder)["one"]
    assert question.titles == {"zh": "问", "en": "asks"} and question.descriptions["en"] == "what is asked"
    assert question.parameters == (Parameter("thing", "thing", "物", "a thing"), Parameter("n", "number", "数", "a number", "5"))


def test_an_empty_default_is_a_default(folder):
    question = read_question(write(folder, f"{HEAD}# param: name | text | 名 | a name | \n{QUERY}"))
    assert question.parameters[0].default == ""


@pytest.mark.parametrize(("text", "said"), [
    (QUERY, "does not say its title.zh"),
    (f"{HEAD}# title.en: again\n{QUERY}", "said twice"),
    (f"{HEAD}# titel.en: again\n{QUERY}", "unknown"),
    (f"{HEAD}# param: thing | thing | 物\n{QUERY}", "no parameter"),
    (f"{HEAD}# param: thing | wing | 物 | a thing\n{QUERY}", "no parameter"),
    (f"{HEAD}# param: the thing | thing | 物 | a thing\n{QUERY}", "no parameter"),
])  # fmt: skip
def test_a_broken_head_is_named(folder, text, said):
    with pytest.raises(BrokenKnowledge, match=said):
        read_question(write(folder, text))
    assert said in next(gaps_of_questions(folder)).message


@pytest.mark.parametrize(("text", "said"), [
    (f"{HEAD}SELECT ?who {{ ?who", "cannot be read"),
    (f"{HEAD}# param: place | place | 地 | a place\n{QUERY}", "stands nowhere"),
    (f"{HEAD}SELECT ?who {{ ?who gb:inspect ?x }}", "gb:inspect is no term"),
])  # fmt: skip
def test_a_question_that_cannot_work_is_a_gap(folder, text, said):
    write(folder, text)
    assert [said in issue.message for issue in gaps_of_questions(folder)] == [True]


def test_anyones_file_needs_no_head(folder):
    question = read_question(write(folder, f"# remark: mine\n{QUERY}"), strict=False)
    assert question.titles == {} and question.parameters == ()


def test_those_that_come_along_are_sound():
    assert list(gaps_of_questions(home("ontology"))) == []
    assert len(questions(home("ontology"))) >= 20
