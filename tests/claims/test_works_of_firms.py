"""Whose works they are: who won the bid, who signed for them, who was brought in for them; and where what is seen at a place lies."""

import pytest

from tests.claims.test_news_forms import told

SIGNED = "3月3日，甲川能建集团与河阳省签署河阳绿电制氢示范项目、青山储能电站两个新能源项目"
JOINT = "青龙水务合作项目开工。该项目是河阳水利投资集团有限公司与青田县人民政府的"


@pytest.mark.parametrize(("text", "want"), [
    (f"{SIGNED}投资协议。", {("河阳绿电制氢示范项目", "甲川能建集团"), ("青山储能电站", "甲川能建集团")}),
    (f"{SIGNED}保密协议。", set()),
    (f"{JOINT}合作开发项目。", {("青龙水务合作项目", "河阳水利投资集团有限公司"), ("青龙水务合作项目", "青田县人民政府")}),
    (f"{JOINT}重点关注对象。", set()),
    ("成功引进全国500强企业国丰控股，建设国丰医药中心。", {("国丰医药中心", "国丰控股")}),
    ("中建八局中标青龙大桥项目。", {("青龙大桥", "中建八局")}),
    ("甲川公司中标青龙大桥项目监理服务。", set()),
    ("青龙大厦开工。河阳城投公司为本项目的投资建设单位。", {("青龙大厦", "河阳城投公司")}),
    ("青龙大厦开工。河阳城投公司为本项目的监理单位。", set()),
])
def test_whose_works_they_are(text, want):
    assert told(text, "developedBy") == want


@pytest.mark.parametrize(("text", "want"), [
    ("在铜山镇，区长涂明实地调研了青龙体育场建设项目。", {("青龙体育场建设项目", "铜山镇")}),
    ("在流川村，区长涂明一行实地督导庄川地块征地工作。", {("庄川地块", "流川村")}),
    ("在铜山镇召开的会议上，区长涂明说，要建好青龙体育场。", set()),
])
def test_what_is_seen_at_a_place_lies_in_it(text, want):
    assert told(text, "locatedIn") == want


@pytest.mark.parametrize(("text", "want"), [
    ("甲川实业董事长黄天与青石街道党工委书记游满进行签约。", {("甲川实业", "青石街道党工委")}),
    ("甲川实业董事长黄天与青石街道党工委书记游满进行交流。", set()),
])
def test_who_sign_stand_for_their_bodies(text, want):
    assert told(text, "signedWith") == want
