"""Firms by the seat that bears their name, works of a list, and what only looks like a name."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading.read import read_source

KNOWLEDGE = load()


def named(text, kind):
    articles = read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles
    return {mention.name for one in articles for mention in one.found if kind in mention.kinds}


@pytest.mark.parametrize(("text", "firms"), [
    ("柏青石川西南总部、协柏西南总部等10余个项目即将落地。", {"柏青石", "协柏"}),
    ("当天，中铁智服总部项目、青浦新材料项目等20个项目集中开工。", {"中铁智服"}),
    ("青川科技新型材料等项目已建成投产。", {"青川科技"}),
    ("城市总部项目开工，南部总部项目开工，金融总部大厦建成。", set()),
    ("青川科技产业园项目开工，河阳科技创新中心建成。", set()),
])  # fmt: skip
def test_a_seat_names_its_firm(text, firms):
    assert {name for name in named(text, "Company") if "总部" not in name} == firms


def test_a_firm_of_a_list_may_begin_with_its_town():
    assert "深圳柏科基" in named("引进正柏电子、青浦科技、深圳柏科基等企业。", "Company")


@pytest.mark.parametrize(("text", "want"), [
    ("柏试矿用平板车、青浦煤化液渣综合利用、河阳天然气综合利用等一批重点项目建成投产。", {"柏试矿用平板车"}),
    ("道路硬化、管网改造、垃圾清运等一批项目开工建设。", set()),
    ("河阳县、青浦县等项目开工。", set()),
])  # fmt: skip
def test_works_of_a_list_need_no_last_word(text, want):
    found = named(text, "Project")
    assert want <= found if want else not found


@pytest.mark.parametrize(("text", "kind", "name"), [
    ("举办河阳地区招商引资推介及项目签约仪式。", "Project", "河阳地区招商引资推介及项目"),
    ("“产业项目建设年”启动暨智能制造项目集中签约仪式举行。", "Project", "智能制造项目"),
    ("正在建设的是柏池土石方工程及桩基工程。", "Project", "柏池土石方工程"),
    ("河阳晚报青浦网大河客户端记者李明", "Facility", "河阳晚报青浦网大河"),
    ("长期为江苏能源发展规划等提供咨询工作。", "Company", "江苏能源"),
    ("将在储能、虚拟电厂、通航机场、优质农产品展销中心等基础设施领域开展合作。", "Facility", "农产品展销中心"),
    ("正在依托“两大新区”（河阳柏林新区、河阳松山新区）。", "Zone", "“两大新区”（河阳柏林新区"),
    ("2所新建小学均为滨海新城安置房小区小学。", "Facility", "滨海新城安置房小区小学"),
    ("县城投集团公司党委书记、董事长王刚介绍。", "Organization", "县城投集团公司"),
])  # fmt: skip
def test_what_only_looks_like_a_name_is_none(text, kind, name):
    assert name not in named(text, kind)


def test_what_stands_beside_it_is_still_named():
    assert "县城投集团公司" in named("县城投集团公司党委书记、董事长王刚介绍。", "Company")
    assert {"河阳柏林新区", "河阳松山新区"} <= named("正在依托“两大新区”（河阳柏林新区、河阳松山新区）。", "Zone")
    assert {"青川实验中学", "柏庄初级中学"} <= named("安排青川实验中学帮扶柏庄初级中学。", "Organization")
    assert "青川-河口高速公路柏县-松上段" in named("推进青川-河口高速公路柏县-松上段前期工作。", "Road")
