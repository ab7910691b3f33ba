"""Who is responsible, who builds: in prose, in labelled items, in tables; and what says neither."""

import pytest

from graphbuild.knowledge import load
from tests.claims.marked import said

KNOWLEDGE = load()


def told(text: str, *relations: str) -> set[str]:
    return said(text, KNOWLEDGE, *(relations or ("oversees", "developedBy")))


@pytest.mark.parametrize("text", [
    "〔云桥路:Road〕由〔云岭区住建局:Organization〕牵头。", "〔云桥路:Road〕改造由〔云岭区住建局:Organization〕负责实施。",
    "〔云岭区住建局:Organization〕负责〔云桥路:Road〕改造。", "〔云桥路:Road〕，责任单位：〔云岭区住建局:Organization〕。",
    "〔云桥路:Road〕5月开工。该项目由〔云岭区住建局:Organization〕牵头推进。", "〔云桥路:Road〕责任单位为〔云岭区住建局:Organization〕。",
    "1.〔云桥路:Road〕\n责任单位：〔云岭区住建局:Organization〕\n进展：正在施工。",
])
def test_a_body_oversees(text: str):
    assert told(text) == {"云岭区住建局 oversees 云桥路"}


@pytest.mark.parametrize("text", [
    "〔丁一山:Official〕包联〔云桥河:WaterBody〕。", "〔云桥河:WaterBody〕县级河长〔丁一山:Official〕巡河。",
    "〔丁一山:Official〕担任〔云桥河:WaterBody〕河长。", "〔云桥河:WaterBody〕由副县长〔丁一山:Official〕分包。",
])
def test_a_person_oversees(text: str):
    assert told(text, "oversees") == {"丁一山 oversees 云桥河"}


def test_items_of_a_list_do_not_mix():
    text = "〔云桥路:Road〕由〔丁一山:Official〕包联；〔月湖公园:Park〕由〔许二水:Official〕包联。"
    assert told(text) == {"丁一山 oversees 云桥路", "许二水 oversees 月湖公园"}


def test_a_working_group():
    text = ("一、〔月湖公园工作专班:Organization〕。组长：区长〔丁一山:Official〕；牵头单位：〔区文旅局:Organization〕；"
            "成员单位：〔区财政局:Organization〕。主要任务：负责〔月湖公园:Park〕建设。")
    assert told(text, "oversees", "partOf") == {
        "丁一山 oversees 月湖公园", "区文旅局 oversees 月湖公园", "月湖公园工作专班 oversees 月湖公园", "区财政局 partOf 月湖公园工作专班"}


TABLE = """| 序号 | 项目名称 | 建设单位 | 包联领导 | 责任单位 |
|---|---|---|---|---|
| 1 | 〔云桥大厦:Facility〕 | 〔天云置业公司:Company〕 | 〔丁一山:Official〕（〔区委:Organization〕书记） | 〔区商务局:Organization〕 |
| 2 | 〔月湖公园:Park〕 | 〔天云园林公司:Company〕 | 〔许二水:Official〕 | 〔松岭街道:District〕 |
"""


def test_a_table():
    expected = {"云桥大厦 developedBy 天云置业公司", "丁一山 oversees 云桥大厦", "区商务局 oversees 云桥大厦",
                "月湖公园 developedBy 天云园林公司", "许二水 oversees 月湖公园", "松岭街道 oversees 月湖公园"}
    assert told(TABLE) == expected
    assert told(TABLE.replace(" | ", "\t").replace("| ", "").replace(" |", "").replace("|---|---|---|---|---|\n", "")) == expected


def test_a_heading_is_known_by_its_end():
    text = "| 河道名称 | 街道级河长 |\n|---|---|\n| 〔云桥河:WaterBody〕 | 〔丁一山:Official〕 |\n"
    assert told(text) == {"丁一山 oversees 云桥河"}


@pytest.mark.parametrize("text", [
    "〔云桥大厦:Facility〕由〔天云置业公司:Company〕投资建设。", "〔云桥大厦:Facility〕总投资3亿元，由〔天云置业公司:Company〕承建。",
    "〔天云置业公司:Company〕投资3亿元建设的〔云桥大厦:Facility〕封顶。", "〔云桥大厦:Facility〕施工单位：〔天云置业公司:Company〕。",
    "〔云桥大厦:Facility〕开工。该项目由〔天云置业公司:Company〕负责建设。", "〔天云置业公司:Company〕承建〔云桥大厦:Facility〕。",
])
def test_a_company_builds(text: str):
    assert told(text) == {"云桥大厦 developedBy 天云置业公司"}


def test_what_says_neither():
    for text in (
        "〔云桥大厦:Facility〕负责人〔丁一山:Person〕介绍了情况。", "〔云桥大厦:Facility〕尚未由〔天云置业公司:Company〕承建。",
        "〔云桥路:Road〕由谁牵头，〔区住建局:Organization〕没有说明。", "各单位负责，〔云桥路:Road〕畅通。",
        "一处无名工地长期无人问津由〔天云置业公司:Company〕施工。\n〔云桥大厦:Facility〕封顶。",
    ):
        assert told(text) == set(), text
