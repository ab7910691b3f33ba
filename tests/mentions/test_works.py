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
