"""Works told by whose they are and how much they make, and the firm inside: named where they are works, not where a firm is described."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.outputs import outputs, whose
from graphbuild.mentions.owned import owned
from graphbuild.mentions.words import cutter, lines
from graphbuild.model import Mention

KNOWLEDGE = load()


def named(text):
    return [mention.name for mention in outputs(text, lines(text, cutter(KNOWLEDGE)), KNOWLEDGE)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青溪水泥日产3000吨熟料线点火试产。", ["青溪水泥日产3000吨熟料线"]),
        ("柏达公司年产8万吨铜杆、松磊公司年产20万平方米石板材2个项目开工。", ["柏达公司年产8万吨铜杆", "松磊公司年产20万平方米石板材"]),
        ("抓好松砺活塞40万套缸套扩产。", ["松砺活塞40万套缸套扩产"]),
        ("柏煤矿业60万吨矿井联合试运转。", ["柏煤矿业60万吨矿井"]),
        ("柏达钢铁1200立方米高炉相继投产。", ["柏达钢铁1200立方米高炉"]),
    ],
)
def test_works_by_their_output(text, names):
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "柏达公司年产8万吨铜杆，产品远销海外。",
        "该公司年产8万吨铜杆项目开工。",
        "全县水泥年产300万吨生产能力建成。",
        "新材料公司年产8万吨项目开工。",
        "新增企业30家，建成标准厂房8万平方米。",
        "市场年交易5万吨水果项目建成。",
    ],
)
def test_what_a_firm_makes_is_no_works(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("name", "firm"),
    [
        ("青溪纸业二期", ["青溪纸业"]),
        ("柏润制药新生产线", ["柏润制药"]),
        ("松岭化工搬迁", ["松岭化工"]),
        ("柏达公司年产8万吨铜杆", ["柏达公司"]),
        ("松溪电厂一期", []),
        ("松溪食品产业园", []),
        ("青溪县水泥厂房", []),
        ("新材料产业园二期", []),
    ],
)
def test_the_firm_whose_works_they_are(name, firm):
    mention = Mention(0, len(name), ("Project",), name, "told")
    assert [m.name for m in whose([mention], KNOWLEDGE)] == firm


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("柏坪铅锌矿技改完成井巷掘进。", ["柏坪铅锌矿技改"]),
        ("推进柏坪铅锌矿扩能、电网改造。", ["柏坪铅锌矿扩能"]),
        ("柏坪铅锌矿煤化工一体化等项目加快。", ["柏坪铅锌矿煤化工一体化"]),
        ("柏坪铅锌矿技改，职工满意。", []),
        ("柏坪铅锌矿和职工搬迁、安置。", []),
    ],
)
def test_what_is_done_to_a_plant_is_a_works(text, works):
    at = text.index("柏坪铅锌矿")
    firm = Mention(at, at + 5, ("Company",), "柏坪铅锌矿", "told")
    found = owned(text, [firm], lines(text, cutter(KNOWLEDGE)), KNOWLEDGE)
    assert [m.name for m in found if m.kind == "Project"] == works
