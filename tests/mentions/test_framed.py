"""Works told by what stands around their name, works on a firm's own house, homes for those who had to move out."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.mentions.framed import framed
from graphbuild.mentions.resettled import resettled
from graphbuild.mentions.words import cutter, lines
from graphbuild.reading.read import read_source

KNOWLEDGE = load()


def split(text):
    return lines(text, cutter(KNOWLEDGE))


def named(text, kind):
    articles = read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles
    return {mention.name for one in articles for mention in one.found if kind in mention.kinds}


@pytest.mark.parametrize(("text", "names"), [
    ("总投资0.2亿元的青川药业公司野生茶叶种植基地及饮片加工车间项目，", ["青川药业公司野生茶叶种植基地及饮片加工车间项目"]),
    ("总投资0.3亿元的青柏高铁引道绿化、亮化建设项目。", ["青柏高铁引道绿化、亮化建设项目"]),
    ("总投资约3亿元的青川镇高标准设施葡萄项目开", []),
    ("总投资约3亿元的青川镇高标准设施葡萄项目。", ["青川镇高标准设施葡萄项目"]),
    ("总投资5亿元的青川开发区“五通一平”道路建设工程，", ["青川开发区“五通一平”道路建设工程"]),
    ("总投资20亿元的河阳大桥及青浦隧道项目。", []),
    ("总投资20亿元的光伏、风电等项目。", []),
    ("总投资20亿元的9个项目。", []),
    ("总投资3亿元的高标准农田建设项目。", []),
    ("城市规划馆及周边生态绿廊工程位于河阳公园内。", ["城市规划馆及周边生态绿廊工程"]),
    ("河渠连通及秀美乡村建设试点工程已完成投资2亿元。", ["河渠连通及秀美乡村建设试点工程"]),
    ("青川江泵房上移项目已于2月复工。", ["青川江泵房上移项目"]),
    ("全市重点建设项目总投资300亿元。", []),
    ("集中开工项目总投资3亿元。", []),
    ("老旧小区改造项目已于5月完成。", []),
    ("河阳工业园项目位于河阳镇。", []),
    ("推进河渠连通及秀美乡村建设试点工程的力度。", []),
])  # fmt: skip
def test_works_are_named_up_to_what_is_told_of_them(text, names):
    assert [mention.name for mention in framed(text, split(text), KNOWLEDGE)] == names


@pytest.mark.parametrize(("text", "works", "of"), [
    ("河阳县青川轨道车辆有限公司整体搬迁项目进展顺利。", "河阳县青川轨道车辆有限公司整体搬迁项目", "Company"),
    ("青川公司新厂房项目正在加紧建设。", "青川公司新厂房项目", "Company"),
    ("河阳县中医院新建门诊楼项目正在施工。", "河阳县中医院新建门诊楼项目", "Organization"),
    ("河阳县中医院新建门诊楼项目部举行活动。", "", ""),
    ("青川公司计划整体搬迁。", "", ""),
])  # fmt: skip
def test_what_a_body_does_to_its_own_house_is_its_works(text, works, of):
    assert {name for name in named(text, "Project") if "项目" in name} == ({works} if works else set())
    assert not of or any(works.startswith(name) for name in named(text, of))


def test_a_branch_is_named_with_the_group_and_has_works_of_its_own():
    text = "总投资5亿元的青原集团河阳分公司生猪养殖及饲料厂建设项目，"
    assert {"青原集团河阳分公司", "青原集团"} <= named(text, "Company")


@pytest.mark.parametrize(("text", "names"), [
    ("柳渠社区回迁安置房项目由河阳公司实施。", ["柳渠社区回迁安置房"]),
    ("来到河阳县柳城街道柳渠社区（城中村）改造回迁安置房工程现场。", ["柳渠社区（城中村）改造回迁安置房"]),
    ("河阳县棚户区（城中村）改造柏外返迁安置房交房。柏外返迁安置房是首个", 2 * ["河阳县棚户区（城中村）改造柏外返迁安置房"]),
    ("推进建设的松源、柏坊、青浦棚改返迁安置房项目", ["青浦棚改返迁安置房", "柏坊棚改返迁安置房", "松源棚改返迁安置房"]),
    ("中铁九局柳渠回迁房项目经理说", ["柳渠回迁房"]),
    ("加快全市棚改安置房建设，回迁安置房工程事关百姓。", []),
])  # fmt: skip
def test_homes_of_those_who_moved_bear_the_name_of_their_quarter(text, names):
    assert [mention.name for mention in resettled(text, split(text), KNOWLEDGE)] == names
