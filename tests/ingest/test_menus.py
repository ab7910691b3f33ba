"""What stands around the article of a web page is no part of it, whatever the page's classes are called."""

import pytest

from graphbuild.ingest.html import read_html

MENU = '<div class="x1"><a href="/">首页</a> | <a href="/a">政务公开</a> | <a href="/b">领导之窗</a></div>'
MENU += '<ul><li><a>区长信箱</a></li><li><a>郊县人民政府</a></li></ul>'
ARTICLE = "<h1>区长调研</h1><div>发布时间：2023-08-01</div><div><p>区长柳闻莺到<a href='/q'>青禾产业园</a>调研。</p><p>附：</p></div>"
BESIDE = "<div><h3>相关链接</h3><ul><li><a>邻县县长张三调研民生工程</a></li></ul></div><div>分享到：微信 微博</div>"
FOOT = "<div><p>主办：云岭区人民政府办公室　地址：云岭路1号</p>某ICP备12345678号</div>"
BARE = "区长调研\n发布时间：2023-08-01\n区长柳闻莺到青禾产业园调研。\n附："


def text(body: str) -> str:
    return read_html(f"<html><body>{body}</body></html>".encode(), "a.html").text


@pytest.mark.parametrize("page", [
    ARTICLE,
    MENU + ARTICLE,
    "<div>当前位置：首页 &gt; 新闻中心</div>" + ARTICLE,
    ARTICLE + BESIDE,
    ARTICLE + "<p>上一篇：<a>副区长李四检查防汛工作</a></p><p>下一篇：<a>没有了</a></p>",
    ARTICLE + FOOT,
    f"<div><div>{MENU}</div><div>{ARTICLE}{BESIDE}</div>{FOOT}</div>",
])
def test_only_the_article_is_read(page):
    assert text(page) == BARE


def test_a_page_of_nothing_but_links_is_read_whole():
    assert text(MENU) == "首页 | 政务公开 | 领导之窗\n区长信箱\n郊县人民政府"


def test_a_list_of_works_that_are_links_is_kept_with_its_sentence():
    works = "<div><p>今年开工的有：</p><ul><li><a>青禾路</a>，长2公里；</li><li><a>云水桥</a>，长1公里。</li></ul></div>"
    assert text(works) == "今年开工的有：\n青禾路，长2公里；\n云水桥，长1公里。"


def test_a_table_of_works_above_the_foot_is_kept():
    table = "<table><tr><th>项目</th><th>单位</th></tr><tr><td>青禾路</td><td>区住建局</td></tr></table>"
    assert text(f"<div>{table}{FOOT}</div>") == "| 项目 | 单位 |\n| 青禾路 | 区住建局 |"
