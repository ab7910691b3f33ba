"""Visits: who goes where, with whom; subjects carried from sentence to sentence; and what is no visit."""

import pytest

from graphbuild.knowledge import load
from tests.claims.marked import claims, said

KNOWLEDGE = load()


def visits(text: str) -> set[str]:
    return {line.replace(" inspects ", "→") for line in said(text, KNOWLEDGE, "inspects")}


def company(text: str) -> set[str]:
    return {line.replace(" accompanies ", "→") for line in said(text, KNOWLEDGE, "accompanies")}


def test_a_list_behind_the_verb():
    assert visits("区委书记〔丁一山:Official〕调研〔云桥产业园:Zone〕、〔松风路:Road〕及〔月湖公园:Park〕等项目推进情况。") == {
        "丁一山→云桥产业园", "丁一山→松风路", "丁一山→月湖公园"}


def test_a_list_with_tails_between():
    assert visits("〔丁一山:Official〕一行先后来到〔云桥小区:Facility〕地下车库、〔松风路雨水管网工程:Project〕等现场，查看进度。") == {
        "丁一山→云桥小区", "丁一山→松风路雨水管网工程"}


def test_leaders_who_part_go_to_different_places():
    text = ("区委书记〔丁一山:Official〕、区长〔许二水:Official〕分别带队检查防汛工作。\n"
            "〔丁一山:Official〕一行来到〔云桥水库:WaterBody〕。\n〔许二水:Official〕先后到〔松风泵站:Facility〕、〔月湖公园:Park〕察看。")
    assert visits(text) == {"丁一山→云桥水库", "许二水→松风泵站", "许二水→月湖公园"}


def test_each_goes_where_his_own_verb_says():
    text = ("区长〔丁一山:Official〕、副区长〔许二水:Official〕分别带队走访慰问。\n"
            "〔丁一山:Official〕到〔云桥敬老院:Facility〕，〔许二水:Official〕到〔松风福利院:Facility〕慰问。")
    assert visits(text) == {"丁一山→云桥敬老院", "许二水→松风福利院"}


def test_the_subject_is_carried_over_paragraphs():
    text = ("县长〔丁一山:Official〕调研重点项目。\n在〔云桥产业园:Zone〕，一排排厂房正在施工。随后，调研组来到〔松风大厦:Facility〕。\n"
            "〔月湖公园:Park〕绿树成荫。〔丁一山:Official〕沿步道察看绿化。")
    assert visits(text) == {"丁一山→云桥产业园", "丁一山→松风大厦", "丁一山→月湖公园"}


def test_a_carried_subject_is_less_sure_and_its_evidence_reaches_back_when_near():
    text = "县长〔丁一山:Official〕调研重点项目。随后来到〔云桥产业园:Zone〕。"
    (claim,) = [c for c in claims(text, KNOWLEDGE) if c.relation == "inspects"]
    assert claim.confidence < 0.9
    assert claim.quote == "县长丁一山调研重点项目。随后来到云桥产业园。"


def test_the_scene_is_the_site_told_before():
    text = "〔云桥医院新院区:Facility〕今日启用。副县长〔丁一山:Official〕到现场察看启用情况。"
    assert visits(text) == {"丁一山→云桥医院新院区"}


def test_an_area_is_visited_where_its_name_stands_alone():
    assert visits("市长〔丁一山:Official〕到〔云岭区:District〕调研。") == {"丁一山→云岭区"}
    assert visits("市长〔丁一山:Official〕到〔云岭区:District〕旧村改造点位看望群众。") == set()
    assert visits("市长〔丁一山:Official〕调研〔全区:District〕工业经济。") == set()


def test_where_a_place_lies_is_not_visited():
    text = "〔丁一山:Official〕来到位于〔松风路:Road〕与〔云桥路:Road〕交叉口的〔云桥广场:Facility〕。"
    assert visits(text) == {"丁一山→云桥广场"}


def test_no_visits():
    for text in (
        "〔丁一山:Official〕希望各位到〔云桥产业园:Zone〕走访。",
        "〔丁一山:Official〕邀请客商来〔云桥产业园:Zone〕考察。",
        "〔丁一山:Official〕没有到〔云桥产业园:Zone〕调研。",
        "如果〔丁一山:Official〕来到〔云桥产业园:Zone〕，大家会高兴。",
        "〔丁一山:Official〕强调，要深入〔云桥产业园:Zone〕检查安全。",
        "〔丁一山:Official〕在〔云桥产业园:Zone〕召开现场会。",
        "二级调研员〔丁一山:Official〕介绍了〔云桥产业园:Zone〕。",
        "〔丁一山:Official〕驾车到〔云岭县:District〕探亲访友。",
    ):
        assert visits(text) == set(), text


def test_those_who_accompany():
    lead = "县长〔丁一山:Official〕到〔云桥产业园:Zone〕调研。"
    for text in ("副县长〔许二水:Official〕、〔方三木:Official〕参加调研。", "县领导〔许二水:Official〕、〔方三木:Official〕参加。",
                 "副县长〔许二水:Official〕，县政府办主任〔方三木:Official〕陪同。", "〔许二水:Official〕、〔方三木:Official〕一同前往。"):
        assert company(lead + text) == {"许二水→丁一山", "方三木→丁一山"}, text


def test_company_in_the_same_sentence():
    assert company("县长〔丁一山:Official〕带领副县长〔许二水:Official〕到〔云桥产业园:Zone〕调研。") == {"许二水→丁一山"}
    assert company("县长〔丁一山:Official〕带队，副县长〔许二水:Official〕参加视察，局长〔方三木:Official〕陪同。") == {
        "许二水→丁一山", "方三木→丁一山"}


def test_no_company():
    lead = "县长〔丁一山:Official〕到〔云桥产业园:Zone〕调研。"
    assert company(lead + "\n〔云岭县经济工作会议:Event〕召开。副县长〔许二水:Official〕参加。") == set()
    assert company(lead + "县住建局、县水利局负责人参加。") == set()
    assert company("副县长〔许二水:Official〕参加植树活动。") == set()


@pytest.mark.parametrize("took_part", ["参加了视察活动", "参加调研视察", "参加调研"])
def test_the_first_who_takes_part_in_a_party_s_visit_goes_the_others_with_him(took_part):
    told = said(
        f"主任〔丁一山:Official〕、副主任〔许二水:Official〕{took_part}。县长〔方三木:Official〕陪同。调研组一行来到〔柳湖公园:Park〕。",
        KNOWLEDGE, "inspects", "accompanies",
    )
    assert told == {"丁一山 inspects 柳湖公园", "许二水 accompanies 丁一山", "方三木 accompanies 丁一山"}


def test_a_host_without_a_guest_visits_nothing():
    text = "县长〔方三木:Official〕陪同调研。调研组一行来到〔柳湖公园:Park〕。"
    assert said(text, KNOWLEDGE, "inspects", "accompanies") == set()
