"""Meetings: who chairs, who takes part, speaks or is heard; the meeting carried; and who does not take part."""

import pytest

from graphbuild.knowledge import load
from tests.claims.marked import said

KNOWLEDGE = load()
HELD = "〔云岭区经济工作会议:Event〕召开。"


def taken(text: str) -> set[str]:
    return {line.removesuffix(" 云岭区经济工作会议") for line in said(text, KNOWLEDGE, "chairs", "attends")}


@pytest.mark.parametrize("text", [
    "会议由区长〔丁一山:Official〕主持。", "区长〔丁一山:Official〕主持会议。", "区委副书记、区长〔丁一山:Official〕主持会议并讲话。",
    "〔丁一山:Official〕主持。",
])
def test_the_chair(text: str):
    assert "丁一山 chairs" in taken(HELD + text)


def test_each_verb_takes_its_own_people():
    text = HELD + "区委书记〔丁一山:Official〕出席并讲话，区长〔许二水:Official〕主持，副区长〔方三木:Official〕通报情况。"
    assert taken(text) == {"丁一山 attends", "许二水 chairs", "方三木 attends"}


def test_lists_of_people_and_bodies():
    text = HELD + "区领导〔丁一山:Official〕、〔许二水:Official〕，〔区财政局:Organization〕、〔区审计局:Organization〕主要负责人参加会议。"
    assert taken(text) == {"丁一山 attends", "许二水 attends", "区财政局 attends", "区审计局 attends"}


def test_a_list_behind_the_verb():
    text = HELD + "出席会议的领导有〔丁一山:Official〕、〔许二水:Official〕。"
    assert taken(text) == {"丁一山 attends", "许二水 attends"}


def test_a_body_that_is_heard():
    assert taken(HELD + "会议听取了〔区水利局:Organization〕关于防汛情况的汇报。") == {"区水利局 attends"}


def test_a_town_speaks_like_a_body():
    assert taken(HELD + "会上，〔松岭镇:District〕、〔月湖街道:District〕作表态发言。") == {"松岭镇 attends", "月湖街道 attends"}


def test_the_body_in_a_title_does_not_take_part():
    assert taken(HELD + "〔云岭区委:Organization〕常委、宣传部长〔丁一山:Official〕出席会议。") == {"丁一山 attends"}


def test_nobody_takes_part():
    for text in (
        "〔丁一山:Official〕主持工作以来，变化很大。", "代表〔区委:Organization〕的报告受到好评。",
        "会议在〔区财政局:Organization〕召开。", "没有人参加。",
    ):
        assert taken(HELD + text) == set(), text


def test_a_meeting_that_is_only_planned_or_far_is_not_attended():
    assert said("〔丁一山:Official〕表示，〔云岭区经济工作会议:Event〕将于下月召开。", KNOWLEDGE, "attends") == set()


def test_who_reported_stands_under_the_heading():
    text = "政府工作报告\n——2月1日在〔云岭区第五届人民代表大会第三次会议:Event〕上\n\n云岭区区长 〔丁一山:Official〕\n\n各位代表："
    assert said(text, KNOWLEDGE, "attends") == {"丁一山 attends 云岭区第五届人民代表大会第三次会议"}


def test_a_list_of_those_who_take_part_goes_on_over_semicolons():
    text = HELD + "副区长〔丁一山:Official〕，〔区财政局:Organization〕相关人员；总经理〔许二水:Official〕和公司相关人员参加会议。"
    assert taken(text) == {"丁一山 attends", "区财政局 attends", "许二水 attends"}
    text = HELD + "副区长〔丁一山:Official〕走访群众；区长〔许二水:Official〕参加会议。"
    assert "许二水 attends" in taken(text)
