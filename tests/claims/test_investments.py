"""What one work costs in all; nothing of its parts, of a year, of many works together, or of a whole zone."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading.read import read_source

KNOWLEDGE = load()


def sums(text):
    read = read_source(Source("新闻", data=text.encode()), KNOWLEDGE)
    said = [claim for one in read.articles for claim in one.claims if claim.relation == "investment"]
    return {(c.subject.name, *(dict(c.qualifiers)[key] for key in ("value", "unit"))) for c in said}


@pytest.mark.parametrize(("text", "want"), [
    ("总投资5.2亿元的河阳县体育馆项目开工。", ("河阳县体育馆", "5.2", "亿元")),
    ("河阳县体育馆项目总投资约1,200万元，占地20亩。", ("河阳县体育馆", "1200", "万元")),
    ("青竹湖水厂项目位于白石镇，占地200亩，总投资5.2亿元，预计2024年底建成。", ("青竹湖水厂", "5.2", "亿元")),
    ("白石大道开工建设。该项目总投资21.3亿元。", ("白石大道", "21.3", "亿元")),
    ("河阳县投资3亿元建设的白石大桥通车。", ("白石大桥", "3", "亿元")),
    ("白石隧道通车，总投资5亿元、全长9公里的青龙大桥开工。", ("青龙大桥", "5", "亿元")),
    ("白石大桥总造价8600万元。", ("白石大桥", "8600", "万元")),
    ("河阳县体育馆项目总投资达20亿，分两期建设。", ("河阳县体育馆", "20", "亿元")),
    ("总投资2亿美元的青竹湖水厂项目签约。", ("青竹湖水厂", "2", "亿美元")),
])  # fmt: skip
def test_the_sum_of_one_work(text, want):
    assert sums(text) == {want}


@pytest.mark.parametrize("text", [
    "河阳县25个项目集中开工，总投资157.6亿元。",
    "总投资9.8亿元的9个项目开工。",
    "总投资12亿元的河阳县体育馆、白石大桥等项目开工。",
    "河阳县体育馆和白石大桥总投资12亿元。",
    "河阳县体育馆、白石大桥分别总投资2亿元、3亿元。",
    "白石大道今年完成投资3亿元。",
    "白石大道项目，其中一期投资6亿元。",
    "白石大道年度总投资3亿元。",
    "河阳县高新区共有项目30个，总投资200亿元。",
    "河阳县体育馆项目总投资的32%已到位。",
    "河阳县体育馆项目总投资5至6亿元。",
    "该项目总投资5亿元。",
    "河阳县高新区产业园加快建设，累计引进23个项目，投资总额65亿元。",
    "建设白石变电站等工程44项，总投资18亿元。",
    "总投资5亿元的河阳县高新区“九通一平”道路建设开工。",
])  # fmt: skip
def test_other_sums(text):
    assert sums(text) == set()


def test_a_list_of_works_each_with_its_own():
    text = "集中开工的有总投资2亿元的河阳县体育馆项目，总投资3亿元的白石大桥项目，总投资0.5亿元的某项目。"
    assert sums(text) == {("河阳县体育馆", "2", "亿元"), ("白石大桥", "3", "亿元")}
