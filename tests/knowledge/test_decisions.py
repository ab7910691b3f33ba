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
