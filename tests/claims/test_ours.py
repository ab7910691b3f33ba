"""What a text says of its own area by a word, of contracts by those who sign, of a zone by whom it houses; and what says none."""

import pytest

from graphbuild.knowledge import load
from tests.claims.marked import claims, said

KNOWLEDGE = load()
COUNTY = "〔云岭县:District〕召开会议，全县参加。\n"


@pytest.mark.parametrize(("text", "things"), [
    ("加快我县〔星河示范项目:Project〕建设。", ["星河示范项目"]),
    ("位于我县境内的〔星河玻璃项目:Project〕、〔松风路:Road〕项目、〔月湖福利院:Facility〕3大项目开工。", ["星河玻璃项目", "松风路", "月湖福利院"]),
    ("我市〔星河示范项目:Project〕开工。", []),
    ("邻县〔星河示范项目:Project〕开工。", []),
])
def test_what_is_ours_lies_in_our_area(text: str, things: list[str]):
    assert said(COUNTY + text, KNOWLEDGE, "locatedIn") == {f"{one} locatedIn 云岭县" for one in things}


def test_a_town_of_ours_holds_what_lies_there():
    assert said(COUNTY + "位于我县〔石门镇:District〕的〔星河项目:Project〕封顶。", KNOWLEDGE, "locatedIn") >= {"星河项目 locatedIn 石门镇"}


@pytest.mark.parametrize(("text", "who"), [
    ("省商务厅厅长〔丁一山:Official〕来我县调研。", ["丁一山"]),
    ("省商务厅厅长〔丁一山:Official〕、处长〔许二水:Official〕莅临我县就电商工作进行考察。", ["丁一山", "许二水"]),
    ("邀请厅长〔丁一山:Official〕来我县考察。", []),
    ("在县长〔许二水:Official〕陪同下来我县的客商很多，〔丁一山:Official〕强调要加强督查。", []),
    ("〔丁一山:Official〕到我县任职。", []),
])
def test_who_comes_to_look_visits_our_area(text: str, who: list[str]):
    assert said(COUNTY + text, KNOWLEDGE, "inspects") == {f"{one} inspects 云岭县" for one in who}


@pytest.mark.parametrize(("text", "told"), [
    ("〔云岭县园林局:Organization〕局长〔丁一山:Official〕与〔天云环保公司:Company〕董事长〔许二水:Person〕代表双方签约。", True),
    ("〔云岭县园林局:Organization〕局长〔丁一山:Official〕与〔天云环保公司:Company〕董事长〔许二水:Person〕分别代表双方签署合作协议。", True),
    ("〔云岭县园林局:Organization〕局长〔丁一山:Official〕与〔天云环保公司:Company〕董事长〔许二水:Person〕出席。", False),
    ("〔云岭县园林局:Organization〕局长〔丁一山:Official〕与〔天云环保公司:Company〕董事长〔许二水:Person〕尚未代表双方签约。", False),
    ("局长〔丁一山:Official〕与董事长〔许二水:Person〕代表双方签约。", False),
])
def test_those_who_sign_sign_for_their_bodies(text: str, told: bool):
    assert said(text, KNOWLEDGE, "signedWith") == ({"云岭县园林局 signedWith 天云环保公司"} if told else set())


def test_a_zone_houses_those_of_every_item():
    text = "客商走进〔云桥产业园:Zone〕。园区企业包括国内最大平台〔天云网:Company〕，年内上市；百强企业〔松影集团:Company〕；〔月湖科技公司:Company〕等。〔星河公司:Company〕在外地。"
    assert said(text, KNOWLEDGE, "locatedIn") == {f"{one} locatedIn 云桥产业园" for one in ("天云网", "松影集团", "月湖科技公司")}


@pytest.mark.parametrize(("name", "area"), [("浙台（云岭）合作区", "云岭县"), ("中国（松州）软件谷", "松州市"), ("云桥（石门）产业园", "")])
def test_the_area_in_the_brackets_of_a_name(name: str, area: str):
    text = f"〔云岭县:District〕〔石门镇:District〕参加，〔松州市:District〕观摩。\n〔{name}:Zone〕很大。"
    told = {one for one in said(text, KNOWLEDGE, "locatedIn") if one.startswith(name)}
    assert told == ({f"{name} locatedIn {area}"} if area else set())


def test_no_body_attends_its_own_session():
    text = "〔云岭县政协:Organization〕宣布〔云岭县政协第五次会议:Event〕开幕。〔云岭县审计局:Organization〕出席会议。"
    assert said(text, KNOWLEDGE, "attends") == {"云岭县审计局 attends 云岭县政协第五次会议"}


def test_the_village_in_the_name_of_a_thing_lies_in_the_town_before_it():
    text = "〔石门镇:District〕〔柳林村扶贫项目:Project〕开工。〔柳林村:District〕很美。"
    assert said(text, KNOWLEDGE, "locatedIn") >= {"柳林村 locatedIn 石门镇", "柳林村扶贫项目 locatedIn 柳林村"}
    assert said("〔石门镇柳林村扶贫项目:Project〕开工。〔柳林村:District〕、〔石门镇:District〕。", KNOWLEDGE, "locatedIn") >= {
        "柳林村 locatedIn 石门镇", "石门镇柳林村扶贫项目 locatedIn 柳林村"}


def steps(text: str) -> set[tuple[str, str]]:
    return {(c.subject.name, dict(c.qualifiers)["kind"]) for c in claims(text, KNOWLEDGE) if c.relation == "milestone" and c.subject}


def test_an_area_may_stand_between_the_word_and_what_is_begun():
    assert steps("开工建设〔松岭县:District〕〔城西停车场:Facility〕。") == {("城西停车场", "start")}
    assert steps("开工建设〔松岭县:District〕一批道路，〔城西停车场:Facility〕在建。") == set()


def test_a_company_stands_for_what_it_builds_where_projects_are_counted_up():
    text = "3月5日，重点项目开工奠基仪式举行。〔天云树脂:Company〕、〔松影二期:Project〕等7个外资项目，总投资1亿元；〔月湖公司:Company〕等企业到场。"
    assert steps(text) == {("天云树脂", "start"), ("松影二期", "start")}
