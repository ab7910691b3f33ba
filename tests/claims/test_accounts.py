"""What looks back though no verb says so: annals, chronicles, the account of a year, figures that nobody plans."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading.read import read_source

KNOWLEDGE = load()


def steps(text):
    said = read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles
    claims = [claim for one in said for claim in one.claims if claim.relation == "milestone"]
    return {(c.subject.name, *(dict(c.qualifiers).get(key, "") for key in ("kind", "status", "date"))) for c in claims}


@pytest.mark.parametrize(("text", "status"), [
    ("2020年，河阳县完成滨河路改造工程。", "done"),
    ("全年完成滨河路改造工程。", "done"),
    ("截至目前，完成滨河路改造工程。", "done"),
    ("是年，完成滨河路改造工程。", "done"),
    ("2009年\n3月，举行典礼。同月，完成滨河路改造工程。", "done"),
    ("河阳年鉴2009\n完成滨河路改造工程。", "done"),
    ("甲州市乙溪街道志\n2008年\n完成滨河路改造工程。", "done"),
    ("投入资金3577万元，安装路灯227盏，供热改造6310户。完成滨河路改造工程。", "done"),
    ("2022年工作计划\n完成滨河路改造工程。", "planned"),
    ("2022年重点任务\n2022年，完成滨河路改造工程。", "planned"),
    ("今年要完成滨河路改造工程。", "planned"),
    ("2020年，确保完成滨河路改造工程。", "planned"),
    ("全年力争完成滨河路改造工程。", "planned"),
    ("截至目前，计划完成滨河路改造工程。", "planned"),
    ("县志办公室2022年工作计划\n完成滨河路改造工程。", "planned"),
    ("新增绿地4.5万平方米，新建公园30个，改造小区200户。完成滨河路改造工程。", "planned"),
    ("完成滨河路改造工程。", "planned"),
])
def test_an_account_of_what_was_done(text, status):
    assert {(name, step, told) for name, step, told, _ in steps(text)} == {("滨河路改造工程", "complete", status)}


@pytest.mark.parametrize(("text", "want"), [
    ("1月18日，县召开会议。2月21日，县府布告。8月，石口水库建成。9月，县办公楼建成。1990年改名。",
     {("石口水库", "complete", "done", "--08"), ("县办公楼", "complete", "done", "--09")}),
    ("1982年\n8月，石口水库建成。\n12月，县自来水厂建成。\n1983年\n3月，河阳大桥通车。",
     {("石口水库", "complete", "done", "1982-08"), ("县自来水厂", "complete", "done", "1982-12"), ("河阳大桥", "open", "done", "1983-03")}),
    ("2021年1月5日，河阳县召开会议。3月，举行典礼。8月，石口水库建成。", {("石口水库", "complete", "done", "2021-08")}),
    ("2021年1月5日，河阳县召开会议。计划3月招标。预计8月石口水库建成。", {("石口水库", "complete", "planned", "2021-08")}),
])
def test_month_after_month(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("滨河大桥开工建设（总长300米）。", {("滨河大桥", "start", "done", "")}),
    ("明山水库开工建设（2000年10月8日投入运行，库容1273万立方米）。",
     {("明山水库", "start", "done", ""), ("明山水库", "open", "done", "2000-10-08")}),
    ("滨河大桥建成（2020年9月通车）。", {("滨河大桥", "complete", "done", ""), ("滨河大桥", "open", "done", "2020-09")}),
    ("明山水库竣工（2001年10月）。", {("明山水库", "complete", "done", "2001-10")}),
    ("滨河大桥建成（甲州大桥2020年9月通车）。", {("滨河大桥", "complete", "done", "")}),
    ("滨河大桥启动会（2020年9月通车）。", set()),
])
def test_a_bracket_behind_the_step(text, want):
    assert steps(text) == want


@pytest.mark.parametrize(("text", "want"), [
    ("滨河大桥正式奠基兴建。", {("滨河大桥", "start", "done", "")}),
    ("河阳花园小区竣工验收入住。", {("河阳花园小区", "complete", "done", ""), ("河阳花园小区", "open", "done", "")}),
    ("完成滨河路改建工程项目建议书批复。", set()),
    ("完成白溪引水渠土方修正700m。", set()),
    ("已完成白溪引水渠治理工程。", {("白溪引水渠治理工程", "complete", "done", "")}),
    ("参观了新建成的青山公园、绿水广场、红旗广场。", {("青山公园", "complete", "done", "")}),
    ("建成青山公园、绿水广场。", {("青山公园", "complete", "planned", ""), ("绿水广场", "complete", "planned", "")}),
    ("建成的有青山公园、绿水广场。", {("青山公园", "complete", "done", ""), ("绿水广场", "complete", "done", "")}),
    ("新建成的青山公园、绿水广场等2个项目。", {("青山公园", "complete", "done", ""), ("绿水广场", "complete", "done", "")}),
])
def test_forms_of_verbs_and_how_far_they_reach(text, want):
    assert steps(text) == want
