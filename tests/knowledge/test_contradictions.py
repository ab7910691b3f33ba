"""Judgements that cannot stand together are refused with the rows that say so; a file is written only when it stays sound."""

import pytest

from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge.decisions import decide, read_decisions, record


def row(judgement, left, right):
    return {"judgement": judgement, "left": left, "right": right, "who": "w", "why": ""}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("same", "甲", "乙"), ("same", "乙", "丙"), ("different", "甲", "丙")], "甲 = 乙 = 丙"),
        ([("different", "甲", "甲")], "NAME@PLACE"),
        ([("name", "甲", "甲园"), ("name", "甲", "甲苑")], "two right names"),
        ([("same", "甲", "乙"), ("name", "甲", "甲园"), ("name", "乙", "乙园")], "two right names"),
        ([("wrong", "甲", "乙")], "without a relation"),
        ([("same", "甲", "")], "fill left and right"),
    ],
)
def test_refused(rows, message):
    with pytest.raises(BrokenKnowledge, match=message):
        decide([row(*one) for one in rows])


def test_what_does_not_contradict_is_taken():
    rows = [("same", "甲", "乙"), ("different", "甲", "丙"), ("name", "甲", "甲园"), ("name", "乙", "甲园"), ("wrong", "丁 inspects", "甲")]
    assert decide([row(*one) for one in rows]).names == {"甲": "甲园", "乙": "甲园"}


def test_a_row_is_added_and_read_again(tmp_path):
    file = tmp_path / "decisions.tsv"
    record(file, row("same", "甲", "乙"))
    record(file, row("different", "甲", "丙"))
    assert read_decisions([file]).same == {frozenset("甲乙")}
    before = file.read_bytes()
    with pytest.raises(BrokenKnowledge, match="keep one row"):
        record(file, row("same", "乙", "丙"))
    assert file.read_bytes() == before


def test_a_missing_column_is_named(tmp_path):
    file = tmp_path / "decisions.tsv"
    file.write_text("judgement\tleft\nsame\t甲\n", "utf-8")
    with pytest.raises(BrokenKnowledge, match="no column right"):
        read_decisions([file])


def test_two_bearers_in_one_place_are_told_by_file():
    with pytest.raises(BrokenKnowledge, match="苏明远@FILE"):
        decide([{"judgement": "different", "left": "苏明远@云岭县", "right": "苏明远@云岭县"}])
