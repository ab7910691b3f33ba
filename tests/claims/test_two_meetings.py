"""Which of two meetings somebody is at, who is only asked about one, and rites held for several things."""

import pytest

from tests.claims.test_news_forms import told

TALKS, RITE = "河阳省与中央企业深化合作座谈会", "海州地区招商引资推介及项目签约仪式"
BOTH = f"3月20日，{TALKS}在京召开，并举办{RITE}。"


def test_the_word_behind_the_verb_tells_which_meeting():
    text = f"{BOTH}河阳省省长王英主持座谈会并出席仪式。副省长黄强出席会议。副省长杨进出席签约仪式。"
    assert told(text, "chairs") == {("王英", TALKS)}
    assert told(text, "attends") == {("王英", RITE), ("黄强", TALKS), ("杨进", RITE)}


@pytest.mark.parametrize(("text", "want"), [
    ("今天，河阳高新区举行智能制造项目集中签约仪式。\n“意义非凡。”河阳高新区管委会副主任陈庆表示，项目将建成投产。", set()),
    ("今天，河阳高新区举行智能制造项目集中签约仪式。副区长陈庆表示，项目将建成投产。", {("陈庆", "智能制造项目集中签约仪式")}),
    ("据悉，自我县防汛抗旱工作会议召开以来，各部门迅速行动。县长李明要求抓好落实。", set()),
    ("9月30日，河阳县举行青龙大桥、松影公园项目开工仪式。县长申山出席仪式。", {("申山", "青龙大桥、松影公园项目开工仪式")}),
    ("河阳产业园迎来了第二批集中动工项目奠基仪式，另有河阳区政府、海州市工信委等相关单位负责人也应邀参加。",
     {("河阳区政府", "第二批集中动工项目奠基仪式"), ("海州市工信委", "第二批集中动工项目奠基仪式")}),
])
def test_who_attends(text, want):
    assert told(text, "attends") == want


def test_the_things_of_a_joint_rite_begin():
    found = told("9月30日，河阳县举行青龙大桥、松影公园项目开工仪式。县长申山出席仪式。", "milestone")
    assert {thing for thing, _ in found} == {"青龙大桥", "松影公园"}
