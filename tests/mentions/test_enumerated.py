"""A list that says what all of its things are names them all; one that does not, or whose items are everyday words, names none."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.bare import bare
from graphbuild.mentions.enumerated import enumerated
from graphbuild.mentions.words import cutter, lines
from graphbuild.model import Mention

KNOWLEDGE = load()


def added(text, *sites):
    mentions = [Mention(text.index(name), text.index(name) + len(name), ("Park",), name, "told") for name in sites]
    return [(m.name, m.kinds) for m in enumerated(text, mentions, lines(text, cutter(KNOWLEDGE)), KNOWLEDGE)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("力争年底前青竹谷、白鹭公园、松涛海岸等核心产业开工。", "松涛海岸"),
        ("察看青竹谷、松涛海岸、白鹭公园等重点项目。", "松涛海岸"),
        ("察看青竹谷、白鹭公园及梅岭秘境等景区。", "梅岭秘境"),
    ],
)
def test_the_unknown_one_among_sites_is_one(text, name):
    assert added(text, "青竹谷", "白鹭公园") == [(name, ("Park",))]


@pytest.mark.parametrize(
    "text",
    [
        "推进青竹谷、白鹭公园、征地拆迁等重点项目。",
        "推进青竹谷、白鹭公园和市民等项目。",
        "推进青竹谷、白鹭公园、松涛海岸建设。",
        "推进青竹谷、白鹭公园、松涛海岸等，全县项目加快。",
        "推进青竹谷、" + "白鹭公园、" + "甲、" * 5000 + "等项目。",
    ],
)
def test_nothing_is_added_without_a_sort_or_to_everyday_words(text):
    assert added(text, "青竹谷", "白鹭公园") == []


def test_many_lists_of_many_sites_are_read_to_their_end():
    """Each list looks for what opens it by its own joint: looked for among all sites it would take the square of their number."""
    text = "察看青竹谷、白鹭公园、松涛海岸等景区。" * 5000
    step, sites = len(text) // 5000, ((2, 5), (6, 10))
    mentions = [Mention(n * step + a, n * step + b, ("Park",), text[a:b], "told") for n in range(5000) for a, b in sites]
    assert len(list(enumerated(text, mentions, lines(text, cutter(KNOWLEDGE)), KNOWLEDGE))) == 5000


def test_one_site_is_not_enough():
    assert added("推进青竹谷、松涛海岸等项目。", "青竹谷") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("加快启动二期项目建设。", ["二期"]), ("完成三期工程，", ["三期"]), ("第二期项目建设", []), ("启动一二期刊物", []),
    ],
)
def test_a_part_that_is_begun_is_one(text, names):
    assert [mention.name for mention in bare(text, KNOWLEDGE)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青谷电子、白鹭轴承、三维陶土等11家企业投产。", ["三维陶土"]),
        ("引进青谷电子、白鹭轴承、松屏陶土等企业。", ["松屏陶土"]),
        ("青谷电子、白鹭轴承、三维陶土等，都在这里。", []),
        ("服务青谷电子、白鹭轴承、加强培训等企业。", []),
    ],
)
def test_the_unknown_one_among_firms_is_one(text, names):
    firms = [Mention(text.index(name), text.index(name) + 4, ("Company",), name, "told") for name in ("青谷电子", "白鹭轴承")]
    found = enumerated(text, firms, lines(text, cutter(KNOWLEDGE)), KNOWLEDGE)
    assert [(m.name, m.kinds) for m in found] == [(name, ("Company",)) for name in names]
