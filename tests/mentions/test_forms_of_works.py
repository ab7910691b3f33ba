"""Sections of ways, works that a firm's name opens, headings of a catalogue, wholes of phases: named by their form alone."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.catalogue import catalogue
from graphbuild.mentions.owned import owned
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
