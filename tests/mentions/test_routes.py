"""Roads named by their two ends, alone or in a list that says their kind once."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.routes import routes
from graphbuild.mentions.words import cutter, lines

KNOWLEDGE = load()


def named(text: str) -> list[str]:
    found = list(routes(text, lines(text, cutter(KNOWLEDGE)), KNOWLEDGE))
    assert all(text[m.start : m.end] in (m.name, *m.names) for m in found)
    return [mention.name for mention in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("建成桂林至柳州高速公路。", ["桂林至柳州高速公路"]),
        ("加快桂林至柳州、南宁至北海高速公路建设。", ["桂林至柳州高速公路", "南宁至北海高速公路"]),
        ("南宁至北海高铁和桂林至柳州公路", ["南宁至北海高铁", "桂林至柳州公路"]),
        ("建成葶川至菖泽高速公路。", ["葶川至菖泽高速公路"]),
        ("南接葶川—菖泽高速公路，", ["葶川—菖泽高速公路"]),
        ("建成葶川至菖泽、菘湖至苈崖等公路。", ["葶川至菖泽公路", "菘湖至苈崖公路"]),
    ],
)
def test_two_ends_and_what_lies_between(text, names):
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    ["从桂林至柳州考察。", "3月至5月高速增长", "桂林至柳州，南宁至北海高速公路"[:8], "甲地至乙地高速公路", "至高速公路", "桂林至", "", "至" * 5000],
)
def test_no_way_is_named(text):
    assert named(text) == []


def test_the_first_letters_of_both_ends_are_a_name_where_the_text_uses_them():
    text = "葶川至菖泽高速公路开工，葶菖高速全线需要三年。"
    (one,) = routes(text, lines(text, cutter(KNOWLEDGE)), KNOWLEDGE)
    assert one.names == ("葶菖高速公路",)


def test_a_list_that_breaks_off_shares_nothing():
    assert named("桂林至柳州。南宁至北海高速公路") == ["南宁至北海高速公路"]
