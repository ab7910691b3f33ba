"""Steps told one after the other in a sentence: what stays planned, of which thing each is, what only belongs to it."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading.read import read_source

KNOWLEDGE = load()
SEVERAL = (
    "昨日，河阳县举行集中开工仪式。产业类6项，分别是总投资5亿元的河阳影视城项目，总投资3亿元的丰水产业园项目。"
    "基础设施类3项，分别是总投资1亿元的青云大桥，总投资1亿元的滨江开发区道路工程。"
)


def steps(text):
    articles = read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles
    claims = [claim for one in articles for claim in one.claims if claim.relation == "milestone"]
    return {(c.subject.name, *(dict(c.qualifiers).get(key, "") for key in ("kind", "status", "date"))) for c in claims}


@pytest.mark.parametrize(("text", "want"), [
    ("力争甲水路2026年建成，河阳大桥2026年全面贯通，丰水水库2027年完工。",
     {("甲水路", "planned"), ("河阳大桥", "planned"), ("丰水水库", "planned")}),
    ("河阳影视城预计明年下半年动工建设，2019年上半年主体封顶，2020年下半年竣工。", {("河阳影视城", "planned")}),
    ("河阳影视城2019年3月开工，2020年竣工。河阳大厦2021年竣工。", {("河阳影视城", "done"), ("河阳大厦", "done")}),
])
def test_what_comes_after_a_planned_step_is_planned(text, want):
    assert {(name, status) for name, _, status, _ in steps(text)} == want


@pytest.mark.parametrize(("text", "want"), [
    ("年底前贯通青云路延伸段、河阳隧道。", {("青云路延伸段", "complete"), ("河阳隧道", "complete")}),
    ("青云路全线贯通。", {("青云路", "complete")}),
    ("甲水路全长3公里，贯通河阳大道与滨江路。", set()),
    ("河阳地铁1号线、3号线空载试运行。", set()),
    ("河阳地铁1号线试运营。", {("河阳地铁1号线", "open")}),
    ("河阳体育馆主体工程完工。", {("河阳体育馆", "topOut")}),
    ("河阳机场改建主体工程完工。", set()),
    ("完成或开工河阳大道、青云路等10个项目。", set()),
    ("开工新建西环路。启动新建南环路。", {("西环路", "start"), ("南环路", "start")}),
    ("河阳影视城项目计划于今年6月末完成全部建设工作。", {("河阳影视城项目", "complete")}),
])
def test_what_the_words_say(text, want):
    assert {(name, kind) for name, kind, _, _ in steps(text)} == want


@pytest.mark.parametrize(("text", "want"), [
    ("完成河阳铁路连接站点建设。完成丰水公园慢线建设。完成太平河黑臭水体治理。", set()),
    ("滨海公园、河阳广场、丰水公园慢线基本完工。", {"滨海公园", "河阳广场"}),
    ("完成丰水公园建设。", {"丰水公园"}),
    ("滨江新城4所新建幼儿园均为滨江新城安置房配建项目，总投资1亿元，今年动工。", set()),
    ("青禾学校为滨江新城安置房配建项目，总投资1亿元，今年动工。", {"青禾学校"}),
])
def test_what_belongs_to_a_thing_is_not_the_thing(text, want):
    assert {name for name, *_ in steps(text)} <= want


@pytest.mark.parametrize(("text", "want"), [
    ("推进河阳地铁1号线东段6月试运营，年底全线试运营。", {("河阳地铁1号线东段", "--06"), ("河阳地铁1号线", "--12-31")}),
    ("京海高速甲段全长5公里，计划9月全线通车。", {("京海高速甲段", "--09")}),
])
def test_the_whole_line_opens_after_its_section(text, want):
    assert {(name, date) for name, _, _, date in steps(text)} == want


def test_the_headline_says_the_year_and_the_text_the_month():
    text = "河阳影视城年内竣工\n河阳影视城计划于今年6月底竣工。"
    assert {date for *_, date in steps(text)} == {"--06-30"}


@pytest.mark.parametrize(("text", "want"), [
    ("昨日，河阳影视城、丰水产业园、青云大桥三项重点工程开工仪式，北环路竣工通车仪式分别举行。", {"河阳影视城", "丰水产业园", "青云大桥"}),
    ("昨日，河阳影视城、丰水产业园等十个项目的集中开工仪式在河阳县举行。", {"河阳影视城", "丰水产业园"}),
    (SEVERAL, {"河阳影视城项目", "丰水产业园", "青云大桥", "滨江开发区道路工程"}),
    ("昨日，河阳县举行集中开工仪式。随后签约项目分别是总投资2亿元的甲水市场。", set()),
    ("河阳县将举行集中开工仪式。分别是总投资2亿元的甲水市场。", set()),
    ("县委书记李大明宣布河阳影视城项目开工令。", {"河阳影视城项目"}),
])
def test_ceremonies(text, want):
    assert {name for name, kind, status, _ in steps(text) if (kind, status) == ("start", "done")} == want
