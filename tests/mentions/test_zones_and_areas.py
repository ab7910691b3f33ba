"""Zones, parts of towns and areas read in whole texts: what names one, and what only counts, tells a sort or looks like one."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading.read import read_source

KNOWLEDGE = load()


def named(text, kind):
    articles = read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles
    return {mention.name for one in articles for mention in one.found if kind in mention.kinds}


@pytest.mark.parametrize(("text", "want"), [
    ("推进五大新城、三大园区建设。五大园区齐头并进。", set()),
    ("河阳县推进九大片区城市更新。九大片区，甲川路建设加快。", set()),
    ("县长李明到四方片区、八里片区、三里河片区调研。", {"四方片区", "八里片区", "三里河片区"}),
    ("副市长王刚到高新区、综合保税区、出口加工区、台商投资区调研。", {"高新区", "综合保税区", "出口加工区", "台商投资区"}),
    ("综合保税区封关运行。推进综改区会展中心建设。", {"综合保税区", "综改区"}),
    ("申报综合保税区。争创国家级高新区、经开区。", set()),
    ("国际陆港区加快建设。", {"国际陆港区"}),
])
def test_zones(text, want):
    assert named(text, "Zone") == want


@pytest.mark.parametrize(("text", "want"), [
    ("河阳县建设西城区九年制学校、城东区实验小学。", {"河阳县"}),
    ("西城区召开会议。西城区区委书记李明参加。西城区实验小学竣工。", {"西城区"}),
    ("河阳县推进东海、城东、北峰丰州、江南等环湾新区建设。江南学园竣工。", {"河阳县", "北峰丰州"}),
    ("“五一”前完成南宫改造，国庆前完成五一广场改造。", set()),
    ("河阳市启动青山湖清淤。", {"河阳市"}),
    ("县长李明检查科右前旗、科右中旗、葶盖通用机场建设。", {"科右前旗", "科右中旗"}),
    ("建设清河区、东山区、葶坪镇污水处理厂。", {"清河区", "东山区", "葶坪镇"}),
])
def test_areas(text, want):
    assert named(text, "District") == want


def test_an_area_of_a_list_is_no_name_of_its_works():
    text = "建设清河区、东山区、葶坪镇污水处理厂。"
    articles = read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles
    assert {form for one in articles for m in one.found if "Facility" in m.kinds for form in m.names} <= {"葶坪镇污水处理厂", "东山区污水处理厂"}
