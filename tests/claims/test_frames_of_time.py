"""The time that headings, openings and five-year accounts set for the steps and figures below them."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading.read import read_source

KNOWLEDGE = load()
OPENING = "河阳市政府工作报告\n2021年2月2日在河阳市第九届人民代表大会第六次会议上\n各位代表：\n"
BACK = "一、“十三五”发展回顾和2020年主要工作\n"


def claims(text, relation):
    articles = read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles
    return [claim for one in articles for claim in one.claims if claim.relation == relation]


def steps(text):
    told = ((claim.subject.name, dict(claim.qualifiers)) for claim in claims(text, "milestone"))
    return {(name, said["kind"], said["status"], said.get("date", "")) for name, said in told}


def figures(text):
    told = (dict(claim.qualifiers) for claim in claims(text, "measure"))
    return {(said["indicator"], said["status"], said.get("period", "")) for said in told}


@pytest.mark.parametrize(("part", "want"), [
    ("三、全力以赴做好“十四五”开局工作\n推进交通建设。建成云溪大桥。", ("complete", "planned", "2021")),
    ("三、奋力谱写高质量发展新篇章\n推进交通建设。建成云溪大桥。", ("complete", "planned", "2021")),
    ("二、今年重点工作\n推进交通建设。建成云溪大桥。", ("complete", "planned", "2021")),
    ("二、“十四五”时期的奋斗目标和主要任务\n推进交通建设。建成云溪大桥。", ("complete", "planned", "2025")),
    ("二、今后五年的目标任务\n推进交通建设。建成云溪大桥。", ("complete", "planned", "2025")),
    ("二、2020年目标任务完成情况\n推进交通建设。建成云溪大桥。", ("complete", "done", "2020")),
    ("推进交通建设。云溪大桥建成通车。", ("complete", "done", "2020")),
    ("五年来，我们推进交通建设。云溪大桥建成通车。", ("complete", "done", "")),
    ("“十三五”时期，我们推进交通建设。\n云溪大桥建成通车。", ("complete", "done", "")),
    ("五年来，我们推进交通建设。\n各位代表！2020年是极不平凡的一年。\n云溪大桥建成通车。", ("complete", "done", "2020")),
])
def test_a_part_of_a_report_sets_the_time(part, want):
    assert ("云溪大桥", *want) in steps(OPENING + BACK + part)


@pytest.mark.parametrize(("part", "want"), [
    ("五年来，全市新建公厕30座。", ("新建公厕", "done", "")),
    ("五年来，全市工业总产值达到80亿元。", ("工业总产值", "done", "2020")),
    ("全市服务业增加值年均增长7.8%。", ("服务业增加值", "done", "")),
    ("全市服务业增加值增长7.8%。", ("服务业增加值", "done", "2020")),
    ("全市PM2.5年均浓度25微克/立方米。全市服务业增加值增长7.8%。", ("服务业增加值", "done", "2020")),
    ("建议今年经济社会发展主要预期目标为：全市服务业增加值增长7.8%。", ("服务业增加值", "planned", "2021")),
    ("二、未来展望\n“十四五”期间，力争全市城镇新增就业45万人。", ("城镇新增就业", "planned", "2025")),
])
def test_a_figure_of_several_years_has_no_single_one(part, want):
    assert want in figures(OPENING + BACK + part)


@pytest.mark.parametrize(("text", "want"), [
    ("人民网1月14日电 2025年1月14日上午，会议开幕。政府工作报告中指出，2025年，河阳县将抓投资。\n加快建设。建成云溪大桥。", "2025"),
    ("2017年3月17日，会议召开。\n今年，河阳县将办好“十件实事”\n1.实施道路建设。建成云溪大桥。\n2.开工建设。", "2017"),
    ("2017年3月17日，会议召开。\n今年，各方面反响热烈。\n加快建设。建成云溪大桥。", ""),
])
def test_an_opening_dates_what_is_planned_below_it(text, want):
    assert ("云溪大桥", "complete", "planned", want) in steps(text)


@pytest.mark.parametrize(("text", "want"), [
    ("昨天，云溪大桥正式开工建设，将于2019年通车。年内还将开工云溪小学。", ("云溪小学", "start", "planned", "--12-31")),
    ("昨日获悉，云溪小学今年动工建设，预计明年主体封顶，2019年竣工验收，2020年投用。", ("云溪小学", "complete", "planned", "2019")),
    ("2018年，云溪大桥开工建设，将于2019年通车。年内还将开工云溪小学。", ("云溪小学", "start", "planned", "2018-12-31")),
])
def test_a_year_ahead_is_not_that_of_the_text(text, want):
    assert want in steps(text)
