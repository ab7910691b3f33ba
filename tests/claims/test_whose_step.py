"""Of which of the things around it a step of works is told: the whole project, the one opened with another, not where it lies."""

import pytest

from graphbuild.claims.milestones import milestones
from tests.claims.invented_things import reading

NAMES = {
    "Road": "松江路 甲山铁路 乙水铁路 清江大桥", "Facility": "河阳体育馆 清江剧院 齐山中学 河阳小区 T3航站楼", "Zone": "城南片区",
    "Project": "北水南送工程 机场改扩建工程 清江供水工程 滨江风电一期",
}


def steps(text):
    return {
        (c.subject.name, *(dict(c.qualifiers).get(key, "") for key in ("kind", "status", "date")))
        for c in milestones(reading(text, **NAMES))
    }


@pytest.mark.parametrize(("text", "want"), [
    ("甲山铁路全长100公里，预计2021年底与乙水铁路同步开通。",
     {("甲山铁路", "open", "planned", "2021-12-31"), ("乙水铁路", "open", "planned", "2021-12-31")}),
    ("甲山铁路将与乙水铁路同步通车。", {("甲山铁路", "open", "planned", ""), ("乙水铁路", "open", "planned", "")}),
    ("甲山铁路和乙水铁路同步通车。", {("甲山铁路", "open", "done", ""), ("乙水铁路", "open", "done", "")}),
    ("甲山铁路连接清江剧院，乙水铁路6月通车。", {("乙水铁路", "open", "done", "--06")}),
    ("配套设施与乙水铁路同步通车。", {("乙水铁路", "open", "done", "")}),
])
def test_what_opens_together(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("新医院位于松江路以南的区域，预计2018年建成。", set()),
    ("新医院在清江剧院旁边，预计2018年建成。", set()),
    ("松江路方向跨线桥完工。", set()),
    ("松江路以南，河阳小区2018年建成。", {("河阳小区", "complete", "done", "2018")}),
    ("松江路段已贯通7座隧道，为全线按期开通奠定基础。", set()),
    ("清江大桥合龙，为松江路2025年通车奠定基础。", {("清江大桥", "complete", "done", ""), ("松江路", "open", "planned", "2025")}),
    ("松江路西段2018年建成。", {("松江路", "complete", "done", "2018")}),
    ("在通铁路的城南片区打造文化综合体。“项目于2021年6月开工。”", set()),
    ("在齐山中学建设体育馆。项目于2021年6月开工。", set()),
    ("河阳城区水厂是北水南送工程，2021年6月建成。", set()),
    ("河阳小区由远山公司投资，有清江剧院、河阳体育馆两大场馆，于2007年动工兴建。", {("河阳小区", "start", "done", "2007")}),
    ("重点项目有清江剧院、河阳体育馆，于2007年动工兴建。", {("清江剧院", "start", "done", "2007"), ("河阳体育馆", "start", "done", "2007")}),
    ("清江大桥是北水南送工程，2021年6月建成。", {("清江大桥", "complete", "done", "2021-06")}),
])
def test_where_and_what_it_is_is_not_built(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("河阳体育馆进展顺利，外立面装修将于5月前完工，整个项目预计8月底竣工。", {("河阳体育馆", "complete", "planned", "--08-31")}),
    ("河阳体育馆进展顺利。内装正在进行。整个场馆计划7月开馆。", {("河阳体育馆", "open", "planned", "--07")}),
    ("另一项目河阳体育馆，是城南片区的主力馆。整个场馆计划7月开馆。", {("河阳体育馆", "open", "planned", "--07")}),
    ("松江路加快建设，道路全段计划10月完工。", {("松江路", "complete", "planned", "--10")}),
    ("位于城南片区的河阳体育馆项目，总投资8000万元。\n目前进展顺利，整个项目预计8月底竣工。",
     {("河阳体育馆", "complete", "planned", "--08-31")}),
    ("位于城南片区的河阳体育馆旁，有一处工地。\n目前进展顺利，整个项目预计8月底竣工。", set()),
    ("松江路即将招标。资金一到位，工程很快就开工。", {("松江路", "start", "planned", "")}),
    ("机场改扩建工程T3航站楼项目混凝土主体结构，提前18天实现封顶目标。", {("T3航站楼", "topOut", "done", "")}),
])
def test_the_whole_of_it(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("清江大桥建于1993年。", {("清江大桥", "complete", "done", "1993")}),
    ("清江大桥始建于1993年。", set()),
    ("清江大桥建于清江之上。", set()),
    ("河阳小区扩建于1993年。", set()),
    ("河阳体育馆基本建成，春节期间已开放成为休闲场所。", {("河阳体育馆", "complete", "done", ""), ("河阳体育馆", "open", "done", "")}),
    ("清江供水工程顺利竣工并正式向县城开闸供水。", {("清江供水工程", "complete", "done", ""), ("清江供水工程", "open", "done", "")}),
    ("滨江风电一期全容量并网发电。", {("滨江风电一期", "open", "done", "")}),
    ("滨江风电一期首台机组并网发电。", set()),
    ("从去年开始试点建设清江供水工程。", {("清江供水工程", "start", "done", "")}),
    ("清江大桥原计划2021年通车，至今仍未完工。", set()),
    ("清江大桥比原计划提前三个月完工。", {("清江大桥", "complete", "done", "")}),
    ("清江大桥预计比原计划提前三个月完工。", {("清江大桥", "complete", "planned", "")}),
])
def test_words_of_a_step(text, want):
    assert steps(text) == want
