"""Figures that only compare the one before them with a plan or with others, and names that share their ends."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading.read import read_source

KNOWLEDGE = load()


def rows(text):
    articles = read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles
    said = [dict(claim.qualifiers) for one in articles for claim in one.claims if claim.relation == "measure"]
    return {tuple(one.get(key, "") for key in ("indicator", "value", "change")) for one in said}


@pytest.mark.parametrize(("text", "want"), [
    ("河阳县地区生产总值635亿元，完成年计划710亿元的89.4%（主要是工业下滑），增长2.0%。", {("地区生产总值", "635", "2")}),
    ("河阳县工业总产值65.82亿元，目标完成率为27.43%，同比增长17.6%，高出全市平均增速7个百分点。", {("工业总产值", "65.82", "17.6")}),
    ("河阳县工业总产值65.82亿元，同比增长17.6%。", {("工业总产值", "65.82", "17.6")}),
    ("河阳县工业、制造业投资分别增长14.5%和35.1%。", {("工业投资", "", "14.5"), ("制造业投资", "", "35.1")}),
    ("河阳县城镇、农村居民收入分别增长4.5%和5.1%。", {("城镇居民收入", "", "4.5"), ("农村居民收入", "", "5.1")}),
    ("河阳县60个县级重点项目竣工38个。", {("县级重点项目", "60", "")}),
])
def test_rows(text, want):
    assert rows(text) == want
