"""Tables of duties and days, in one line or with each cell on a line of its own, and the same said by labels."""

import pytest

from tests.claims.test_news_forms import steps, told

HEADS = ("项目名称", "责任单位", "完成时限")
ROWS = (("新建滨河路改造工程", "县住建局", "12月底前"), ("县图书馆新馆", "县文体局", "2017年10月31日前投用"))
OPEN = ("县图书馆新馆", "open", "planned", "2017-10-31")
DONE = ("滨河路改造工程", "complete", "planned", "2016-12-31")
TOP = "河阳县2016年民生实事分解表\n2016年3月1日\n现将河阳县今年的民生实事分解下达，请各单位抓好落实。\n"
NUMBERED = (("序号", *HEADS), *((str(n), *row) for n, row in enumerate(ROWS, 1)))


def lines(rows, between):
    return "".join(between.join(row) + "\n" for row in rows)


@pytest.mark.parametrize("between", ["|", " | ", "\t", "\t\t", "\n", "\n\n", "\n   "])
def test_a_row_says_who_sees_to_it_and_by_when(between):
    text = TOP + lines(NUMBERED, between)
    duties = {(subject[-4:], thing) for subject, thing in told(text, "oversees")}
    assert duties == {("县住建局", "滨河路改造工程"), ("县文体局", "县图书馆新馆")}
    assert steps(text) == {DONE, OPEN}


def test_cells_of_several_lines_stand_under_what_they_fit():
    text = TOP + """序号

民生实事

责任单位

完成时限

1

启动建设东河综合治理工程和东湖湿地公园。

县水务局

县住建局

县护城河指挥部

12月底前

2

新建2座人行天桥。

县住建局

9月投入使用

3

建成县残疾人服务中心。

县残联

5月底前动工

开工建设幸福养老院。

12月底前

4

加快推进石滩水库建设。

县水务局

12月底前

附件说明

请各单位于12月底前将完成情况报县督查室。
"""
    things = ("东河综合治理工程", "东湖湿地公园")
    offices = ("县水务局", "县住建局", "县护城河指挥部")
    duties = {(subject.removeprefix("河阳"), thing) for subject, thing in told(text, "oversees")}
    assert duties == {
        *((office, thing) for office in offices for thing in things),
        ("县残联", "县残疾人服务中心"), ("县残联", "幸福养老院"), ("县水务局", "石滩水库"),
    }
    begun = {(thing, "start", "planned", "2016-12-31") for thing in (*things, "幸福养老院")}
    assert steps(text) >= begun | {("县残疾人服务中心", "start", "planned", "2016-05-31")}
    assert not any(thing == "石滩水库" for thing, *_ in steps(text))  # to push on is not to finish


@pytest.mark.parametrize(("item", "want"), [
    ("1.新建滨河路改造工程。责任单位：县住建局；完成时限：12月底前。", {DONE}),
    ("县图书馆新馆\n开工时间：2016年5月\n竣工时间：2017年12月",
     {("县图书馆新馆", "start", "planned", "2016-05"), ("县图书馆新馆", "complete", "planned", "2017-12")}),
    ("县图书馆新馆项目，开工时间：2015年5月，计划竣工时间：2017年12月。",
     {("县图书馆新馆", "start", "done", "2015-05"), ("县图书馆新馆", "complete", "planned", "2017-12")}),
])
def test_a_label_says_the_same(item, want):
    assert steps(TOP + item + "\n") == want


@pytest.mark.parametrize("label", ["公示期限", "发布时间", "招标时间", "更新日期", "时间", "会议时间", "受理时限", "合同期限"])
def test_other_days_are_no_milestones(label):
    assert steps(f"{TOP}滨河路改造工程\n{label}：2016年12月31日\n") == set()
    assert steps(TOP + lines((("序号", "项目名称", "责任单位", label), ("1", "滨河路改造工程", "县住建局", "12月31日")), "|")) == set()


HELD = "类别 | 民生事项名称 | 2022年度任务目标 | 责任单位 | 分管县领导 | 完成情况 | 监督电话 |\n"
CULTURE = "四、教育文化 | 14.改扩建泉水学校及庙后初级中学 | 泉水学校主体完工。 | 县教体局 | 刘福明 | 泉水学校:主体完工 | 0535-8246306 |\n"
FIELDS = "15.建设运动场地 | 完成罗山学校及13处学校场地。 | 县教体局 | 刘福明 | 罗山学校:9月份开始施工。 | 0535-8246306 | |\n"


@pytest.mark.parametrize(("table", "want"), [
    (HELD + CULTURE, {(who, thing) for who in ("河阳县教体局", "刘福明") for thing in ("泉水学校", "庙后初级中学")}),
    (HELD + CULTURE + FIELDS, {(who, thing) for who in ("河阳县教体局", "刘福明") for thing in ("泉水学校", "庙后初级中学", "罗山学校")}),
    (("序号 | 实事项目 | 工作举措及实施计划 | 责任单位 | 配合单位 |\n1 | 新建幼儿园3所。 | 4月底前学府路幼儿园、宝龙幼儿园主体完工；天目山幼儿园完成基础工程。"
     " | 县教育局 | 县住建局 |\n"), {("河阳县教育局", thing) for thing in ("学府路幼儿园", "宝龙幼儿园", "天目山幼儿园")}),
    ("序号 | 实事项目 | 责任单位 | 配合单位 |\n1 | 新建成托育7家。 | 县卫健局 | 县财政局、县教育局 |\n", set()),
    ("任务名称 | 牵头单位 | 区政府分管领导\n滨河路改造工程 | 县住建局 | 李大海\n", {("河阳县住建局", "滨河路改造工程"), ("李大海", "滨河路改造工程")}),
])
def test_a_table_without_rules_between_its_lines(table, want):
    assert told(TOP + table, "oversees") == want
