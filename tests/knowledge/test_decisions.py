"""What people have judged: read with care, contradictions refused, and it wins over the rules."""

import pytest

from graphbuild import pipeline
from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge import load
from graphbuild.knowledge.decisions import read_decisions

HEAD = "# judged\njudgement\tleft\tright\twho\twhy\n"
TEXT = "5月6日，云岭县委书记苏明远到松涛湖公园调研。松涛湖生态园年底前开园。云岭县会议。"
KNOWLEDGE = load()


def rows(folder, *lines):
    (folder / "a.txt").write_text(TEXT, "utf-8")
    file = folder / "decisions.tsv"
    file.write_text(HEAD + "".join("\t".join(line) + "\n" for line in lines), "utf-8")
    return file


def built(folder):
    return pipeline.read([str(folder)], KNOWLEDGE)


def test_the_same_and_different_at_once_is_refused(tmp_path):
    file = rows(tmp_path, ("same", "甲园", "乙园", "w", ""), ("different", "乙园", "甲园", "w", ""))
    with pytest.raises(BrokenKnowledge, match="keep one row"):
        read_decisions([file])


def test_an_unknown_judgement_is_refused(tmp_path):
    with pytest.raises(BrokenKnowledge, match="same, different, wrong"):
        read_decisions([rows(tmp_path, ("perhaps", "甲园", "乙园", "w", ""))])


def test_two_names_judged_the_same_are_one_thing(tmp_path):
    rows(tmp_path)
    before = {name for e in built(tmp_path).entities for name in e.names}
    assert {"松涛湖公园", "松涛湖生态园"} <= before
    rows(tmp_path, ("same", "松涛湖公园", "松涛湖生态园", "w", ""))
    one = [e for e in built(tmp_path).entities if "松涛湖公园" in e.names]
    assert [set(e.names) for e in one] == [{"松涛湖公园", "松涛湖生态园"}]


def test_a_wrong_statement_is_gone_after_every_rebuild(tmp_path):
    rows(tmp_path)
    assert any(fact.relation == "inspects" for fact in built(tmp_path).facts)
    rows(tmp_path, ("wrong", "苏明远 inspects", "松涛湖公园", "w", "he only spoke of it"))
    for _ in range(2):
        assert not any(fact.relation == "inspects" for fact in built(tmp_path).facts)


def test_a_wrong_statement_may_be_told_by_place_and_in_chinese(tmp_path):
    for said in ("苏明远@云岭县 inspects", "苏明远 调研", "苏明远@a 调研"):
        rows(tmp_path, ("wrong", said, "松涛湖公园@云岭县", "w", ""))
        made = built(tmp_path)
        assert not any(fact.relation == "inspects" for fact in made.facts)
        assert not [issue for issue in made.issues if issue.rule == "idle decision"]


def test_a_relation_that_nobody_knows_is_refused_with_those_that_there_are(tmp_path):
    with pytest.raises(BrokenKnowledge, match=r"inspekts.*inspects, 调研"):
        read_decisions([rows(tmp_path, ("wrong", "苏明远 inspekts", "松涛湖公园", "w", ""))])


@pytest.mark.parametrize("row", [
    ("wrong", "苏明远 inspects", "松涛湖贰园"), ("wrong", "苏明远@别处县 inspects", "松涛湖公园"),
    ("wrong", "苏明远 oversees", "松涛湖公园"), ("same", "松涛湖公园", "松涛湖贰园"), ("different", "松涛湖贰园", "松涛湖公园"),
    ("name", "松涛湖贰园", "松涛湖第二公园"),
])
def test_a_row_that_changes_nothing_is_told_with_its_line(tmp_path, row):
    rows(tmp_path, ("same", "松涛湖公园", "松涛湖生态园", "w", ""), (*row, "w", ""))
    whole = [issue for issue in built(tmp_path).issues if issue.rule == "idle decision"]
    made = pipeline.build([str(tmp_path)], tmp_path / "output", KNOWLEDGE, jobs=1)
    assert [issue.where for issue in whole] == ["decisions.tsv:4"]
    assert [issue for issue in made.issues if issue.rule == "idle decision"] == whole
