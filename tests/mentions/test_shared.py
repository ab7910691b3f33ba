"""Names that share their last word in a list: each is named in full, and only where half of it is missing."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.shared import shared
from graphbuild.mentions.words import cutter, lines
from graphbuild.model import Mention

KNOWLEDGE = load()


def names(text, *marked):
    mentions = [Mention(text.index(name), text.index(name) + len(name), tuple(kind.split()), name, "told") for name, kind in marked]
    return [m.name for m in shared(text, mentions, lines(text, cutter(KNOWLEDGE)), KNOWLEDGE)]


@pytest.mark.parametrize(
    ("text", "marked", "full"),
    [
        ("加快梅岭、竹溪湿地公园建设。", [("梅岭", "Zone"), ("竹溪湿地公园", "Park")], "梅岭湿地公园"),
        ("完成云浦和青田污水处理厂扩建。", [("云浦", "District"), ("青田污水处理厂", "Facility")], "云浦污水处理厂"),
    ],
)
def test_the_first_takes_the_last_word_of_the_second(text, marked, full):
    assert names(text, *marked)[0] == full


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("察看柳湖公园、竹溪湿地公园。", [("柳湖公园", "Park"), ("竹溪湿地公园", "Park")]),
        ("梅岭建设竹溪湿地公园。", [("梅岭", "Zone"), ("竹溪湿地公园", "Park")]),
        ("来到上河村、竹溪湿地公园。", [("上河村", "District"), ("竹溪湿地公园", "Park")]),
        ("芦溪河、梅岭河生态水系治理。", [("芦溪河", "WaterBody"), ("梅岭河生态水系", "WaterBody")]),
        ("鹭池智慧仓、北闸口再生水厂。", [("鹭池智慧仓", "Facility"), ("北闸口再生水厂", "Facility")]),
        ("青溪天主堂、同庆楼茶园。", [("青溪天主堂", "Facility"), ("同庆楼茶园", "Facility")]),
        ("云浦县与青田大学合作。", [("云浦县", "District"), ("青田大学", "Organization Facility")]),
        ("县政府、云浦县人民医院。", [("县政府", "Organization"), ("云浦县人民医院", "Facility")]),
    ],
)
def test_a_name_that_is_whole_stays_as_it_is(text, marked):
    assert names(text, *marked) == [name for name, _ in marked]


@pytest.mark.parametrize("text", ["梅岭路通车，孙坡、竹溪湿地公园开工建设。", "孙坡、竹溪湿地公园开工。"])
def test_a_name_that_was_not_read_before_one_that_was(text):
    assert names(text, ("竹溪湿地公园", "Park")) == ["孙坡湿地公园", "竹溪湿地公园"]


@pytest.mark.parametrize(
    "text", ["教育、竹溪湿地公园开放。", "同时、竹溪湿地公园开放。", "加快推进、竹溪湿地公园开放。", "石坡村、竹溪湿地公园开放。", "北街、竹溪湿地公园开放。"]
)
def test_an_everyday_word_before_it_is_no_name(text):
    assert names(text, ("竹溪湿地公园", "Park")) == ["竹溪湿地公园"]
