"""A name that words cut at its beginning, put whole again; what only looks cut; and forms that name nothing."""

import pytest

from graphbuild.ingest import Source
from graphbuild.knowledge import load
from graphbuild.reading.read import read_source

KNOWLEDGE = load()


def named(text):
    articles = read_source(Source("新闻", data=text.encode()), KNOWLEDGE).articles
    return {mention.name for one in articles for mention in one.found if mention.kind not in ("Official", "Post")}


@pytest.mark.parametrize(("text", "want"), [
    ("县长李明检查黄土坡、查看飞行岭片区棚户区改造。", {"飞行岭片区棚户区改造", "飞行岭片区"}),
    ("县长李明走访北片区棚户区改造。", {"北片区棚户区改造"}),
    ("218国道至313省道连接线竣工。", {"218国道至313省道连接线"}),
    ("建设石湾港、中葶铁路大桥。", {"石湾港", "中葶铁路大桥"}),
    ("河阳县获批国家考古遗址公园。", {"河阳县"}),
    ("河阳县启动引黄入葶工程。", {"河阳县", "引黄入葶工程"}),
    ("县长李明来到河阳县新闻宣传中心。在河阳县新闻宣传中,李明慰问了职工。", {"河阳县", "河阳县新闻宣传中心"}),
    ("河阳撤镇设市三十年。", set()),
])
def test_where_names_begin_and_end(text, want):
    assert named(text) == want
