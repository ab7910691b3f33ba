"""Works on a park or a water without 工程 at their end: both are named; talk of works in general names nothing."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions import find
from graphbuild.model import Document
from graphbuild.text.clean import clean

KNOWLEDGE = load()


def named(text: str) -> dict[str, str]:
    found = find(Document("a", "a.txt", text, clean(text)), KNOWLEDGE)
    return {mention.name: mention.kind for mention in found if mention.kind in ("Project", "Park", "WaterBody")}


@pytest.mark.parametrize(
    ("text", "site", "works", "kind"),
    [
        ("加快松涛湖公园综合整治拆迁扫尾。", "松涛湖公园", "松涛湖公园综合整治", "Park"),
        ("完成梅坞水库周边生态提升，确保安全。", "梅坞水库", "梅坞水库周边生态提升", "WaterBody"),
        ("推动芦溪河上游治理顺利推进。", "芦溪河", "芦溪河上游治理", "WaterBody"),
        ("年底前完成芦溪河综合整治提升。", "芦溪河", "芦溪河综合整治提升", "WaterBody"),
        ("实施云溪公园提升改造和道路建设。", "云溪公园", "云溪公园提升改造", "Park"),
    ],
)
def test_works_and_site(text, site, works, kind):
    assert named(text).items() >= {works: "Project", site: kind}.items()


@pytest.mark.parametrize(
    "text",
    [
        "推进老旧公园改造提升。", "开展城市公园提升改造。", "黑臭河综合整治见成效。", "推进河道综合整治。", "加快湖泊生态修复。",
        "全域综合治理，改造提升。", "综合治理", "统筹湖河综合治理能力提升。", "", "公园改造提升，河湖综合治理。",
    ],
)  # fmt: skip
def test_no_works_on_anything_named(text):
    assert [name for name, kind in named(text).items() if kind == "Project"] == []


def test_a_plan_of_works_is_not_the_works():
    assert "芦溪河综合治理" not in named("讨论芦溪河综合治理方案。")


def test_hostile_length_is_read_in_one_pass():
    assert named("综合治理" * 3000) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("确保道路综合改造二期工程3条道路春节前完工。", "道路综合改造二期工程"),
        ("城市快速路网一期工程基本建成投用。", "城市快速路网一期工程"),
        ("完成云溪园二期工程。", "云溪园二期工程"),
        ("道路综合改造二期工程春节前完工，三期工程6月底前完工。", "道路综合改造三期工程"),
        ("梅坞双创园加快收储，启动项目二期建设。", "梅坞双创园二期"),
    ],
)
def test_counted_works_are_named(text, name):
    assert name in named(text) | {m.name: "" for m in find(Document("a", "a.txt", text, clean(text)), KNOWLEDGE)}


@pytest.mark.parametrize("text", ["加快推进二期工程建设。", "二期工程。", "长期工程建设要抓好。", "一期工程、二期工程"])
def test_a_count_alone_names_nothing(text):
    assert named(text) == {}
