"""Forms in which reports of any place tell the figures of their area: what is carried on, lent, lost or no figure of it."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading.read import read_source

KNOWLEDGE = load()
REPORT = "河阳县2022年政府工作报告\n"


def rows(text):
    said = read_source(Source("报告", data=(REPORT + text).encode()), KNOWLEDGE).articles
    told = [dict(claim.qualifiers) for one in said for claim in one.claims if claim.relation == "measure"]
    return {(q["indicator"], q.get("value", "") + q.get("unit", ""), q.get("change", "")) for q in told}


@pytest.mark.parametrize(("text", "want"), [
    ("预算收入完成2.05亿元；争取上级资金较2021年增加1.86亿元，增长15%。", {("预算收入", "2.05亿元", "")}),
    ("预算收入完成2.05亿元，比上年增加1.86亿元，增长15%。", {("预算收入", "2.05亿元", "15")}),
    ("固定资产投资完成17亿元，超额完成年度任务2.1亿元，增长20.6%。", {("固定资产投资", "17亿元", "20.6")}),
])
def test_growth_of_another_figure(text, want):
    assert rows(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("扶持创业1550人，培训失业人员和毕业生等5000人。", {("扶持创业", "1550人", ""), ("培训失业人员和毕业生等", "5000人", "")}),
    ("新增幼儿园学位460个，中小学学位240个。", {("新增幼儿园学位", "460个", ""), ("新增中小学学位", "240个", "")}),
    ("增加学位500个，其中幼儿园420个，中小学80个。",
     {("增加学位", "500个", ""), ("幼儿园学位", "420个", ""), ("中小学学位", "80个", "")}),
    ("新辟公交线路10条，优化调整20条。", {("新辟公交线路", "10条", ""), ("优化调整公交线路", "20条", "")}),
    ("新建公园30个，改造12个。", {("新建公园", "30个", ""), ("改造公园", "12个", "")}),
])
def test_what_is_carried_on(text, want):
    assert rows(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("一、二、三产业增加值分别达到10亿元、20亿元和30亿元。",
     {("第一产业增加值", "10亿元", ""), ("第二产业增加值", "20亿元", ""), ("第三产业增加值", "30亿元", "")}),
    ("第二、第三产业占生产总值的比重分别回落2.16和1.66个百分点。",
     {("第二产业占生产总值的比重", "", "-2.16"), ("第三产业占生产总值的比重", "", "-1.66")}),
    ("工业增加值、固定资产投资分别达到10、20亿元。", {("工业增加值", "10亿元", ""), ("固定资产投资", "20亿元", "")}),
    ("耕地1 139.33公顷，粮食产量2 000吨。", {("耕地", "1139.33公顷", ""), ("粮食产量", "2000吨", "")}),
    ("新增安装300套监控设备，安装边石1000延长米。", {("新增安装监控设备", "300套", ""), ("安装边石", "1000延长米", "")}),
])
def test_shared_and_set_apart(text, want):
    assert rows(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("涉及11个方面。", set()),
    ("出台稳经济40条、高质量发展36条。", set()),
    ("2.5公里的城北路完工。", set()),
    ("听取14个项目的进展情况。", set()),
    ("实施276栋楼的改造。", set()),
    ("滨河路建设工程，投资2395万元，总户数612户，总库容90万立方米。", set()),
    ("项目建成后，产生税收1亿元，就业岗位5000个。", set()),
    ("此次集中签约项目25个。", set()),
    ("全县完成固定资产投资20亿元。", {("固定资产投资", "20亿元", "")}),
    ("五年交通建设投资331.9亿元。", {("交通建设投资", "331.9亿元", "")}),
    ("实施既有建筑节能改造20万平方米，实施易地搬迁项目34个。",
     {("既有建筑节能改造", "20万平方米", ""), ("实施易地搬迁项目", "34个", "")}),
    ("5所新建学校在本学期投入使用。", {("新建学校", "5所", "")}),
    ("46项绩效任务全部完成。", {("绩效任务", "46项", "")}),
    ("实现并网面积20万平方米。", {("并网面积", "20万平方米", "")}),
])
def test_what_is_no_figure_of_the_area(text, want):
    assert rows(text) == want
