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
    ("〔星河玻璃公司:Company〕、〔月湖大厦:Facility〕等一批项目落户我县。", ["星河玻璃公司", "月湖大厦"]),
    ("〔松风水库:WaterBody〕位于我县境内。", ["松风水库"]),
    ("〔星河玻璃公司:Company〕没有落户我县。", []),
    ("〔星河玻璃公司:Company〕落户我市。", []),
    ("邻县〔星河示范项目:Project〕开工。", []),
])
def test_what_is_ours_lies_in_our_area(text: str, things: list[str]):
    assert said(COUNTY + text, KNOWLEDGE, "locatedIn") == {f"{one} locatedIn 云岭县" for one in things}


def test_a_zone_of_ours_is_nearer_than_we():
    text = "〔星河玻璃公司:Company〕落户我县〔月湖园区:Zone〕。"
    assert said(COUNTY + text, KNOWLEDGE, "locatedIn") == {"星河玻璃公司 locatedIn 月湖园区", "月湖园区 locatedIn 云岭县"}


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


@pytest.mark.parametrize(("text", "pairs"), [
    ("〔甲云市:District〕、〔乙松盟:District〕、〔丙石县:District〕合作共建工业园区签约仪式举行。", 3),
    ("〔天云集团:Company〕和〔松影公司:Company〕战略合作签约仪式举行。", 1),
    ("〔天云集团:Company〕、〔松影公司:Company〕出席合作签约仪式。", 0),
])
def test_those_listed_before_a_signing_sign_with_each_other(text: str, pairs: int):
    assert len(said(text, KNOWLEDGE, "signedWith")) == pairs


def test_what_an_item_in_brackets_says_of_its_lead_is_not_of_what_it_names_on_the_way():
    text = "3.合作项目。深化与〔松风大学:Facility〕的交流，在〔云桥产业园:Zone〕试点。（牵头单位：〔云岭县人社局:Organization〕，配合单位：各镇）"
    assert said(text, KNOWLEDGE, "oversees") == set()
    text = "3.〔月湖公园:Park〕。加快建设，学习〔云桥产业园:Zone〕。（牵头单位：〔云岭县人社局:Organization〕，配合单位：各镇）"
    assert said(text, KNOWLEDGE, "oversees") == {"云岭县人社局 oversees 月湖公园"}


def test_the_body_of_a_title_does_not_attend():
    text = "〔云岭县会议:Event〕召开。〔云岭县委:Organization〕书记、县长〔丁一山:Official〕，〔松岭县委:Organization〕、〔云岭县公安局:Organization〕主要负责人出席会议。"
    assert said(text, KNOWLEDGE, "attends") == {f"{one} attends 云岭县会议" for one in ("丁一山", "松岭县委", "云岭县公安局")}


def test_words_that_lead_nowhere_end_no_meeting():
    text = "〔云岭县会议:Event〕召开。〔丁一山:Official〕要求把创建不断引向深入。〔云岭县审计局:Organization〕作表态发言。"
    assert "云岭县审计局 attends 云岭县会议" in said(text, KNOWLEDGE, "attends")


@pytest.mark.parametrize(("text", "told"), [
    ("在〔云岭县:District〕，〔丁一山:Official〕视察了〔月湖服务中心:Facility〕。", "月湖服务中心 locatedIn 云岭县"),
    ("〔丁一山:Official〕来到〔云桥工业园:Zone〕，详细了解〔天云药厂:Company〕规划建设情况。", "天云药厂 locatedIn 云桥工业园"),
    ("〔丁一山:Official〕来到〔云桥工业园:Zone〕，随后参观〔天云药厂:Company〕。", ""),
    ("〔云岭县:District〕很美。〔云岭经开区:Zone〕扩容，〔云岭路:Road〕通车，〔云岭大学:Organization〕招生。", "云岭经开区 locatedIn 云岭县"),
])
def test_where_a_thing_lies_by_the_visit_or_its_name(text: str, told: str):
    assert said(text, KNOWLEDGE, "locatedIn") == ({told} if told else set())


@pytest.mark.parametrize(("text", "things"), [
    ("此次开工的项目有〔天云羊绒项目:Project〕、〔松影化肥项目:Project〕等，还有〔月湖小学:Facility〕。〔石门路:Road〕在建。", {"天云羊绒项目", "松影化肥项目", "月湖小学"}),
    ("没有开工的项目有〔天云羊绒项目:Project〕。", set()),
    ("完成了旧街迁建、〔月湖学校:Facility〕和〔松影中学:Facility〕教学楼改建等25所学校建设项目。", {"月湖学校", "松影中学"}),
    ("〔云桥产业园:Zone〕重点项目开工。", set()),
    ("〔云桥产业园:Zone〕开工。", {"云桥产业园"}),
    ("全面投运〔月湖机场:Facility〕。", {"月湖机场"}),
    ("〔月湖铁路松岭段:Road〕扩能改造全面完成。", {"月湖铁路松岭段"}),
])
def test_steps_of_works_counted_up(text: str, things: set[str]):
    assert {name for name, _ in steps(text)} == things


def test_what_is_at_hand_is_still_to_come():
    told = [c for c in claims("〔月湖大桥:Road〕通车在即。", KNOWLEDGE) if c.relation == "milestone"]
    assert [dict(c.qualifiers)["status"] for c in told] == ["planned"]


def indicators(text: str) -> list[str]:
    return [dict(c.qualifiers)["indicator"] for c in claims("〔云岭县:District〕政府工作报告\n" + text, KNOWLEDGE) if c.relation == "measure"]


@pytest.mark.parametrize(("text", "names"), [
    ("建成〔天云30万吨玻璃52万吨纯碱项目:Project〕。", []),
    ("〔天云、松影等11条干线公路:Road〕建成通车。", ["干线公路建成通车"]),
    ("推进100项重点项目加快实施。", ["重点项目"]),
    ("道路设施完好率不低于98%。", ["道路设施完好率"]),
    ("每年组织100名教授专家分批次赴外县开展交流活动。", []),
    ("机场旅客吞吐能力180万人次。", []),
])
def test_what_is_counted(text: str, names: list[str]):
    assert indicators(text) == names
