"""Roads named by their two ends, alone or in a list that says their kind once."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.routes import routes

KNOWLEDGE = load()


def named(text: str) -> list[str]:
    found = list(routes(text, KNOWLEDGE))
    assert all(text[m.start : m.end] in (m.name, *m.names) for m in found)
    return [mention.name for mention in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("建成桂林至柳州高速公路。", ["桂林至柳州高速公路"]),
        ("加快桂林至柳州、南宁至北海高速公路建设。", ["桂林至柳州高速公路", "南宁至北海高速公路"]),
        ("南宁至北海高铁和桂林至柳州公路", ["南宁至北海高铁", "桂林至柳州公路"]),
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


def test_a_list_that_breaks_off_shares_nothing():
    assert named("桂林至柳州。南宁至北海高速公路") == ["南宁至北海高速公路"]
