"""Contracts, cooperation, wholes and places; and what says none of them."""

import pytest

from graphbuild.knowledge import load
from tests.claims.marked import said

KNOWLEDGE = load()


def deals(text: str) -> set[str]:
    return said(text, KNOWLEDGE, "signedWith", "cooperatesWith")


@pytest.mark.parametrize("verb", ["签约", "签订战略合作协议", "签署投资协议", "就共建园区达成合作协议"])
def test_a_contract(verb: str):
    assert deals(f"〔云岭区人民政府:Organization〕与〔天云集团:Company〕{verb}。") == {"云岭区人民政府 signedWith 天云集团"}


def test_pairs_in_one_sentence():
    assert deals("〔甲云医院:Organization〕与〔乙松医院:Organization〕、〔甲云中学:Organization〕与〔乙松中学:Organization〕分别签署协议。") == {
        "甲云医院 signedWith 乙松医院", "甲云中学 signedWith 乙松中学"}
    assert deals("〔天云公司:Company〕、〔月湖公司:Company〕分别与〔松岭镇:District〕、〔柳岸镇:District〕签约。") == {
        "天云公司 signedWith 松岭镇", "月湖公司 signedWith 柳岸镇"}


def test_a_government_signs_not_its_area():
    assert deals("〔云岭区:District〕与〔天云集团:Company〕签约\n〔云岭区人民政府:Organization〕与〔天云集团:Company〕签订协议。") == {
        "云岭区人民政府 signedWith 天云集团"}


@pytest.mark.parametrize("text", [
    "〔海州市:District〕对口支援〔云岭县:District〕。", "〔海州市:District〕与〔云岭县:District〕结对帮扶。",
    "〔海州市:District〕今年工作报告：加强与〔云岭县:District〕合作。",
])
def test_cooperation(text: str):
    assert deals(text) == {"海州市 cooperatesWith 云岭县"}


@pytest.mark.parametrize("text", [
    "〔天云集团:Company〕与〔云岭区:District〕相邻。", "〔天云集团:Company〕希望与〔云岭区:District〕签约。",
    "〔天云集团:Company〕未与〔云岭区:District〕签约。", "如果〔天云集团:Company〕与〔云岭区:District〕合作，可以双赢。",
])
def test_no_deal(text: str):
    assert deals(text) == set()


def test_wholes():
    told = said("〔天云集团:Company〕旗下〔云能公司:Company〕开业。〔海月公司:Company〕是〔天云集团:Company〕的子公司。", KNOWLEDGE, "partOf")
    assert told == {"云能公司 partOf 天云集团", "海月公司 partOf 天云集团"}


@pytest.mark.parametrize("text", [
    "〔云桥大厦:Facility〕位于〔松岭新区:Zone〕。", "〔云桥大厦:Facility〕总投资3亿元，选址〔松岭新区:Zone〕。",
    "在〔松岭新区:Zone〕新建〔云桥大厦:Facility〕。", "〔松岭新区:Zone〕〔云桥大厦:Facility〕开业。", "位于〔松岭新区:Zone〕的〔云桥大厦:Facility〕开业。",
])
def test_a_place(text: str):
    assert said(text, KNOWLEDGE, "locatedIn") == {"云桥大厦 locatedIn 松岭新区"}


def test_a_thing_near_a_place_is_not_in_it():
    assert said("〔云桥大厦:Facility〕毗邻〔松岭新区:Zone〕。", KNOWLEDGE, "locatedIn") == set()
    assert said("〔云桥大厦:Facility〕没有落户〔松岭新区:Zone〕。", KNOWLEDGE, "locatedIn") == set()


def test_areas_in_a_list_share_the_area_before():
    told = said("前往〔云岭县:District〕〔松岭镇:District〕、〔月湖镇:District〕。", KNOWLEDGE, "locatedIn")
    assert told == {"松岭镇 locatedIn 云岭县", "月湖镇 locatedIn 云岭县"}


def test_a_zone_that_heads_an_item():
    text = "〔松岭新区:Zone〕突出建链，〔云桥大厦:Facility〕封顶；〔月湖片区:Zone〕突出通达，〔云桥路:Road〕通车。"
    assert said(text, KNOWLEDGE, "locatedIn") == {"云桥大厦 locatedIn 松岭新区", "云桥路 locatedIn 月湖片区"}
