"""What can be the name of an area: one of the country's lists, or a name of its own before a level."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.settled import settled
from graphbuild.mentions.words import cutter, lines

KNOWLEDGE = load()


def can_be(text, name):
    start = text.index(name)
    return settled(text, start, start + len(name), lines(text, cutter(KNOWLEDGE)), KNOWLEDGE)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("来到溪畔村看望老人。", "溪畔村"),
        ("在云杉街道调研。", "云杉街道"),
        ("湟中县撤县设区。", "湟中县"),  # a former name
        ("与厚街、虎门等镇比较。", "厚街"),  # a town of the country's list
        ("走进禾木镇和谐社区。", "和谐社区"),  # right behind the area above it
        ("青峦区召开会议，青峦代表发言。", "青峦代表"[:2]),  # said in full elsewhere
        ("岜马乡、沅芷县联合举办。", "沅芷县"),
        ("到保吉寨调研。", "保吉寨"),
        ("来到三家村。", "三家村"),
        ("走访河东镇中心村。", "中心村"),  # right behind the area above it
        ("在永和镇调研。", "永和镇"),
    ],
)
def test_an_area_by_its_name(text, name):
    assert can_be(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("改造老旧社区12个。", "老旧社区"),
        ("创建示范街道。", "示范街道"),
        ("辖五县两区。", "五县"),
        ("推进57乡的改水。", "57乡"),
        ("面向东南亚地区开放。", "东南亚地区"),
        ("建设智慧城市。", "智慧城市"),
        ("海马、英利等骨干企业。", "英利"),  # beside a name, but beside no area
        ("党的十八届四中全会提出。", "四中"),
        ("帮扶薄弱村30个。", "薄弱村"),
        ("在市和县委的领导下。", "市和县"),
        ("改造城中村和城边村。", "城中村"),
        ("建设互嵌式社区。", "互嵌式社区"),
        ("开展第二批未来公园社区创建。", "第二批未来公园社区"),
        ("入选全国百强镇。", "百强镇"),
        ("实施万村千乡市场工程。", "万村千乡"),
        ("推行扩权强镇改革。", "扩权强镇"),
        ("推进村财乡管。", "村财乡"),
        ("打造健康杭州。", "健康杭州"),
        ("助力新广州建设。", "助力新广州"),
        ("扩大杭州市区供水。", "杭州市区"),
        ("沿路、沿城和镇周边绿化。", "沿城和镇"),
    ],
)
def test_what_only_ends_like_an_area(text, name):
    assert not can_be(text, name)
