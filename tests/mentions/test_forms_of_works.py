"""Sections of ways, works that a firm's name opens, headings of a catalogue, wholes of phases: named by their form alone."""

import numpy as np
import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.areas import short_names
from graphbuild.mentions.catalogue import catalogue
from graphbuild.mentions.edge import edge
from graphbuild.mentions.inner import zone_before
from graphbuild.mentions.kinds import classes
from graphbuild.mentions.owned import owned
from graphbuild.mentions.recognise import above, of_all, torn
from graphbuild.mentions.roles import edges
from graphbuild.mentions.sections import sections
from graphbuild.mentions.wholes import wholes
from graphbuild.mentions.words import cutter, lines
from graphbuild.model import Mention

KNOWLEDGE = load()


def split(text):
    return lines(text, cutter(KNOWLEDGE))


def at(text, name, kind):
    return Mention(text.index(name), text.index(name) + len(name), (kind,), name, "told")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("今年实施的73省道至318国道段全长9公里。", ["73省道至318国道段"]),
        ("此外，417复线柳家埠至松山段工程年底完成。", ["417复线柳家埠至松山段工程"]),
        ("加快青浦公路柏林场至红柳农场段建设。", ["青浦公路柏林场至红柳农场段"]),
        ("改造青浦路（松江路至柏河路段）。", []),
        ("从年初至现阶段落实到位。", []),
        ("由上午至下午，分段施工。", []),
    ],
)
def test_a_section_is_named_by_its_ends(text, names):
    assert [m.name for m in sections(text, split(text), KNOWLEDGE)] == names


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("青浦柏松塑业有限公司圆织生产线智能化升级项目开工！", "青浦柏松塑业有限公司圆织生产线智能化升级项目"),
        ("青浦柏松塑业有限公司新型薄膜及节能门窗生产项目、", "青浦柏松塑业有限公司新型薄膜及节能门窗生产项目"),
        ("青浦柏松塑业有限公司投资建设的薄膜生产项目开工。", ""),
        ("青浦柏松塑业有限公司承建薄膜生产项目，", ""),
        ("青浦柏松塑业有限公司重点项目开工。", ""),
        ("青浦柏松塑业有限公司签约项目竣工。", ""),
    ],
)
def test_works_that_a_firm_names_are_named_with_it(text, works):
    firm = at(text, "青浦柏松塑业有限公司", "Company")
    found = list(owned(text, [firm], split(text), KNOWLEDGE))
    assert found[0] == firm
    assert [m.name for m in found[1:]] == ([works] if works else [])


def test_works_that_were_found_without_their_firm_reach_back_to_it():
    text = "青浦柏松电业有限公司新建年产9000台变压器项目竣工。"
    mentions = [at(text, "青浦柏松电业有限公司", "Company"), at(text, "年产9000台变压器项目", "Project")]
    assert [m.name for m in owned(text, mentions, split(text), KNOWLEDGE)] == ["青浦柏松电业有限公司", text[:-3]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("松柏家园项目\n该项目由青浦公司投资建设。", [("松柏家园", "Facility")]),
        ("3.青浦长途客运站\n\n　　项目位于松江镇。", [("青浦长途客运站", "Facility")]),
        ("重点项目\n该项目由青浦公司投资建设。", []),
        ("松柏家园项目\n记者来到现场。", []),
        ("推进松柏家园建设\n项目总投资3亿元。", []),
    ],
)
def test_a_line_of_its_own_names_the_works_told_of_under_it(text, found):
    assert [(m.name, m.kind) for m in catalogue(text, split(text), KNOWLEDGE)] == found


def test_two_phases_of_the_same_are_phases_of_something():
    text = "完成松柏湖观光带一期工程，启动松柏湖观光带二期工程，建成青浦园一期、道路改造一期和道路改造二期。"
    named = [at(text, name, "Project") for name in ("松柏湖观光带一期工程", "松柏湖观光带二期工程", "青浦园一期", "道路改造一期", "道路改造二期")]
    assert [m.name for m in wholes(named, KNOWLEDGE)] == ["松柏湖观光带"]
    assert not list(wholes([*named, at(text, "松柏湖观光带", "Park")], KNOWLEDGE))


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("柏水开发区松雅工业园", "柏水开发区"),
        ("柏水街工业园区机械装备制造产业园", "柏水街工业园区"),
        ("柏水文化区北部片区", ""),
        ("柏水开发区管网", ""),
        ("柏水开发区一期", ""),
        ("松雅工业园", ""),
    ],
)
def test_a_zone_before_another_site_is_named_too(name, zone):
    assert zone_before(name, KNOWLEDGE) == zone


@pytest.mark.parametrize(("text", "area"), [("金华跨入高铁时代", "金华"), ("金华高铁新城", ""), ("柏水跨入高铁时代", "")])
def test_an_area_and_what_it_does_are_no_name(text, area):
    end = torn(split(text), 0, len(text), short_names(KNOWLEDGE), edges(KNOWLEDGE))
    assert text[:end] == area


@pytest.mark.parametrize(
    ("text", "areas"),
    [("浙江宁波青松隧道", ["浙江", "宁波"]), ("宁波杭州湾新区", []), ("北京贵阳数据研究院", []), ("浙江省宁波青松隧道", [])],
)
def test_a_city_in_front_of_a_name_lies_in_the_province_before_it(text, areas):
    assert [text[start:end] for start, end in above(text, 0, len(text), KNOWLEDGE)] == areas


def test_two_areas_joined_by_to_are_a_way():
    text, weights = "柏水至松雅", np.zeros((1 << 15, 12), np.int32)
    assert classes(text, 0, len(text), "thing", weights, KNOWLEDGE) == ("Road",)


@pytest.mark.parametrize(
    ("text", "rest"),
    [("另“一横”是指松雅公路，", "松雅公路"), ("柏水镇（除松溪外）、", "松溪"), ("终点接304国道，", "304国道"), ("经溪南柏桥镇接304国道，", "304国道"), ("指南公园", "指南公园")],
)
def test_what_leads_up_to_a_name_is_no_part_of_it(text, rest):
    end = text.index(rest) + len(rest)
    start = end - len(rest) - (0 if text == rest else 1)
    assert text[slice(*edge(text, split(text), edges(KNOWLEDGE), KNOWLEDGE)(start, end, "thing"))] == rest


def test_a_date_at_the_end_of_the_line_before_is_no_amount():
    text = "发布时间：2024-03-29\n柏水高新区投资2亿元。"
    start = text.index("柏水")
    assert edge(text, split(text), edges(KNOWLEDGE), KNOWLEDGE)(start, start + 5, "thing") == (start, start + 5)


@pytest.mark.parametrize("text", ["松溪分洪区蓄洪工程", "柏江支堤堤防加固工程", "松溪分洪区安置房改建工程"])
def test_works_on_a_site_are_named_with_it(text):
    site = text.index("区") + 1 if "区" in text else text.index("堤") + 1
    site = text.index("安置房") + 3 if "安置房" in text else site
    assert edge(text, split(text), edges(KNOWLEDGE), KNOWLEDGE)(0, site, "thing") == (0, len(text))


def test_a_set_phrase_is_no_name():
    assert of_all("德政工程", edges(KNOWLEDGE), KNOWLEDGE)
    assert not of_all("德政路", edges(KNOWLEDGE), KNOWLEDGE)
