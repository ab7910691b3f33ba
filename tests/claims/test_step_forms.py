"""Forms in which texts of any place tell what is planned and what is done of works, and when."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading.read import read_source

KNOWLEDGE = load()


def steps(text):
    said = read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles
    claims = [claim for one in said for claim in one.claims if claim.relation == "milestone"]
    return {(c.subject.name, *(dict(c.qualifiers).get(key, "") for key in ("kind", "status", "date"))) for c in claims}


@pytest.mark.parametrize(("text", "want"), [
    ("蓝溪路即将通车，河阳公园建成，河阳一馆基本建成。",
     {("蓝溪路", "open", "planned", ""), ("河阳公园", "complete", "done", ""), ("河阳一馆", "complete", "done", "")}),
    ("加快推进河阳文化馆选址，河阳体育馆实现主体结构封顶。", {("河阳体育馆", "topOut", "done", "")}),
    ("汉中路建成。蓝溪路预计明年通车。", {("汉中路", "complete", "done", ""), ("蓝溪路", "open", "planned", "")}),
    ("清江大桥、城北水厂建成；正加快推进滨河路建设。", {("清江大桥", "complete", "done", ""), ("城北水厂", "complete", "done", "")}),
    ("河阳基地完工；河阳体育馆计划8月竣工。", {("河阳基地", "complete", "done", ""), ("河阳体育馆", "complete", "planned", "--08")}),
    ("河阳体育馆开工建设。项目建成后，将带动就业3000人。", {("河阳体育馆", "start", "done", "")}),
    ("河阳体育馆开工建设。将加快推进。力争早见成效。", {("河阳体育馆", "start", "planned", "")}),
    ("确保河阳体育馆建成、蓝溪路通车。", {("河阳体育馆", "complete", "planned", ""), ("蓝溪路", "open", "planned", "")}),
    ("力争河阳体育馆建成，蓝溪路通车。", {("河阳体育馆", "complete", "planned", ""), ("蓝溪路", "open", "planned", "")}),
])
def test_whose_plan_it_is(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("建成河阳体育馆并投入使用。", {("河阳体育馆", "complete", "planned", ""), ("河阳体育馆", "open", "planned", "")}),
    ("完成红星小区安置房项目主体封顶。", {("红星小区安置房", "topOut", "planned", "")}),
    ("红星小区安置房项目主体封顶。", {("红星小区安置房", "topOut", "done", "")}),
    ("昨日，河阳体育馆投入使用。", {("河阳体育馆", "open", "done", "")}),
])
def test_second_step_goes_with_first(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("2.8月底前河阳体育馆竣工。", {("河阳体育馆", "complete", "planned", "--08-31")}),
    ("任务：\n11.12月底前河阳体育馆竣工。", {("河阳体育馆", "complete", "planned", "--12-31")}),
    ("2.5公里的城北路完工。", {("城北路", "complete", "done", "")}),
])
def test_number_of_an_item_before_a_month(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("河东过境公路、S303线平昌至通江段完成升级改造。",
     {("河东过境公路", "complete", "done", ""), ("S303线平昌至通江段", "complete", "done", "")}),
    ("城南互通全面启动。", {("城南互通", "start", "done", "")}),
    ("城南互通征地拆迁全面启动。", set()),
    ("河阳车站外观改造即将完成。", {("河阳车站", "complete", "planned", "")}),
    ("河阳大桥完成升级改造设计招标。", set()),
    ("河阳体育馆改造完成投资3亿元。", set()),
    ("开通河阳街至南门路公交线路。", set()),
    ("启动河阳体育馆志愿服务。", set()),
    ("启动河阳体育馆建设。", {("河阳体育馆", "start", "planned", "")}),
])
def test_works_and_what_is_none(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("河阳县2022年上半年工作总结\n云川公路已完成设计，目前正招标，11月份建成。滨河大道4月底建成。",
     {("云川公路", "complete", "planned", "2022-11"), ("滨河大道", "complete", "done", "2022-04-30")}),
    ("河阳县2022年工作报告\n云川公路已完成设计，11月份建成。", {("云川公路", "complete", "done", "2022-11")}),
    ("河阳县2022年民生实事任务分解表\n完成河阳体育馆建设并投入使用。",
     {("河阳体育馆", "complete", "planned", "2022"), ("河阳体育馆", "open", "planned", "2022")}),
    ("27.10.2014\n河阳大桥去年建成，滨河路明年10月通车。",
     {("河阳大桥", "complete", "done", "2013"), ("滨河路", "open", "planned", "2015-10")}),
])
def test_when_the_text_was_written(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("城南大道，全长3公里，滨江大道，全长5公里，两条公路明年建成。",
     {("城南大道", "complete", "planned", ""), ("滨江大道", "complete", "planned", "")}),
    ("城南大道，全长3公里，滨江大道，全长5公里，三条公路明年建成。", set()),
    ("城南大道，全长3公里，去年建成，滨江大道，全长5公里，明年建成。",
     {("城南大道", "complete", "done", ""), ("滨江大道", "complete", "planned", "")}),
    ("2016年7月5日\n截至6月底，河阳一馆主体完工，计划8月竣工；河阳二馆主体完工，计划10月竣工；河阳三馆完工。",
     {("河阳一馆", "topOut", "done", "2016-06-30"), ("河阳一馆", "complete", "planned", "2016-08"), ("河阳二馆", "topOut", "done", "2016"),
      ("河阳二馆", "complete", "planned", "2016-10"), ("河阳三馆", "complete", "done", "2016")}),
    ("为河东大桥2024年建成奠定基础。", {("河东大桥", "complete", "planned", "2024")}),
])
def test_what_it_is_about(text, want):
    assert steps(text) == want


SPAN = {("清水河治理工程", "start", "done", "2017-11"), ("清水河治理工程", "complete", "planned", "2019-11")}


@pytest.mark.parametrize(("text", "want"), [
    ("2018年6月1日\n清水河治理工程，投资5463万元，（2017年11月-2019年11月），完成7%。", SPAN),
    ("2018年6月1日\n清水河治理工程规划（2017年11月-2019年11月）。", set()),
    ("2018年6月1日\n| 项目名称 | 建设起止年限 |\n|---|---|\n| 清水河治理工程 | 2017年11月—2019年11月 |", SPAN),
    ("关于滨河路改造工程的批复\n2018年6月1日\n建设内容\n项目名称：清水河治理工程\n建设期限：2017年11月1日至2019年11月30日",
     {("清水河治理工程", "start", "planned", "2017-11-01"), ("清水河治理工程", "complete", "planned", "2019-11-30")}),
    ("2018年6月1日\n| 项目名称 | 公示期限 |\n|---|---|\n| 清水河治理工程 | 2017年11月—2019年11月 |", set()),
])
def test_a_span_of_time(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("河阳县举行重点项目集中开工仪式。主会场设在河阳体育馆项目施工现场，两个分会场分别设在清江剧院、城北水厂工程现场。",
     {("河阳体育馆", "start", "done", ""), ("清江剧院", "start", "done", ""), ("城北水厂工程", "start", "done", "")}),
    ("河阳县举行项目集中开工活动，设河阳体育馆项目主会场；同时设有2个分会场，分别是河阳物流园（一期）分会场、清江食品包装项目分会场。",
     {("河阳体育馆", "start", "done", ""), ("河阳物流园（一期）", "start", "done", ""), ("清江食品包装项目", "start", "done", "")}),
    ("河阳县将举行项目集中开工活动，主会场设在河阳体育馆项目现场。", set()),
    ("河阳县举行广场舞大赛，主会场设在河阳体育馆。", set()),
    ("全市项目集中开工仪式举行。县长在河阳宾馆分会场参加，会后到河阳体育馆调研。", set()),
])
def test_works_at_whose_sites_a_ceremony_is_held(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("滨江湿地公园北段将于6月开放。", {("滨江湿地公园北段", "open", "planned", "--06")}),
    ("滨江公园中段落成。", {("滨江公园中段", "complete", "done", "")}),
    ("东山绿道南段国庆节建成。", {("东山绿道南段", "complete", "done", "--10-01")}),
    ("河阳公园预计“十一”向市民开放。", {("河阳公园", "open", "planned", "--10-01")}),
])
def test_a_stretch_of_a_park_and_the_feast_on_which_it_opens(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "kind"), [("东山绿道南段建成。", "Park"), ("滨江公园北段建成。", "Park"), ("松江路北段建成。", "Road")])
def test_a_stretch_is_of_the_kind_of_its_whole(text, kind):
    said = read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles
    assert [m.kind for one in said for m in one.found if m.name.endswith("段")] == [kind]


@pytest.mark.parametrize(("text", "want"), [
    ("河阳县2022年7月14日\n| 学校 | 1.4月底前天目中学主体完工。 2.11月底前天目中学竣工交付。 |",
     {("天目中学", "topOut", "planned", "2022-04-30"), ("天目中学", "complete", "planned", "2022-11-30")}),
    ("河阳县2022年7月14日\n| 学校 | 4月底前天目中学已主体完工。 |", {("天目中学", "topOut", "done", "2022-04-30")}),
    ("河阳县2022年7月14日\n4月底前天目中学主体完工。", {("天目中学", "topOut", "done", "2022-04-30")}),
    ("河阳县2022年7月14日\n前天天目中学竣工。", {("天目中学", "complete", "done", "2022-07-12")}),
])
def test_the_limit_of_a_task_in_a_table(text, want):
    assert steps(text) == want
