"""Of which body an office is that a text calls by a bare name: a town's 党委, the 党委 beside a 管委会, acting heads, regions."""

import pytest

from tests.claims.test_news_forms import named, posts, told


@pytest.mark.parametrize(("text", "want"), [
    ("石门镇人大组织视察。镇政府高度重视。党委书记、人大主席张大明主持。",
     {("张大明", "党委书记", "石门镇党委"), ("张大明", "人大主席", "石门镇人大")}),
    ("石门镇召开大会。镇政府部署。党委委员、副镇长李强参加。", {("李强", "党委委员", "石门镇党委"), ("李强", "副镇长", "石门镇")}),
    ("石门镇召开大会。镇政府部署。河阳纺织有限公司总经理李强，党委委员张大明参加。",
     {("李强", "总经理", "河阳纺织有限公司"), ("张大明", "党委委员", "河阳纺织有限公司")}),
    ("区长王强来到城郊管委会调研，区政府副区长赵亮，城郊党委副书记、管委会主任沈大乐，党委委员郭平陪同。",
     {("王强", "区长", ""), ("赵亮", "区政府副区长", "区政府"), ("沈大乐", "党委副书记", "城郊党委"),
      ("沈大乐", "管委会主任", "城郊管委会"), ("郭平", "党委委员", "城郊党委")}),
])
def test_bare_bodies(text, want):
    assert posts(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("河阳旗人民政府代旗长苏小亚参加。", {("苏小亚", "旗人民政府代旗长", "河阳旗人民政府")}),
    ("河阳市代市长王强参加。", {("王强", "代市长", "河阳市")}),
    ("内蒙古自治区人民政府主席李明参加。", {("李明", "自治区人民政府主席", "内蒙古自治区人民政府")}),
    ("河阳区政府区长李明参加。", {("李明", "区政府区长", "河阳区政府")}),
    ("河阳商会荣誉会长李明参加。", {("李明", "荣誉会长", "河阳商会")}),
    ("河阳县召开大会。维稳信息员李明、联络员王强参加。", {("李明", "维稳信息员", ""), ("王强", "联络员", "")}),
])
def test_titles_in_full(text, want):
    assert posts(text) == want


def test_a_form_of_address_is_no_appointment():
    text = "河阳县政协副主席李明出席。会议确认河阳商会会长的聘任，李明副主席为其颁发证书。"
    assert posts(text) == {("李明", "县政协副主席", "河阳县政协")}
    assert told(text, "holds") == {("李明", "河阳县政协")}


def test_a_quarter_has_no_committee():
    text = "区长李明调研甲湖中心区建设中心工作。区委副书记刘云参加调研。"
    assert posts(text) == {("李明", "区长", ""), ("刘云", "区委副书记", "区委")}


@pytest.mark.parametrize("term", ["上届", "新一届", "本届", ""])
def test_a_body_of_any_term(term):
    assert named(f"石门镇召开会议。会议肯定了{term}镇政府的工作，镇政府要努力。", "Organization") == {"石门镇政府"}
