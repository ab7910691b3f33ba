"""A list of where somebody went names sites that have no other sign; what tells of the spot alone, and everyday places, are none."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.visited import visited
from graphbuild.mentions.words import cutter, lines
from graphbuild.model import Mention

KNOWLEDGE = load()


def sites(text, *areas):
    mentions = [Mention(text.index(name), text.index(name) + len(name), ("District",), name, "told") for name in areas]
    return [m.name for m in visited(text, mentions, lines(text, cutter(KNOWLEDGE)), KNOWLEDGE)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("韩思源一行先后来到青山路、五十八中早期人防工程、北岸管网改造等地，询问进展。", ["五十八中早期人防工程"]),
        ("随后，一行先后察看了松语一期物业小区地下空间、城东变电站等处。", ["松语一期物业小区", "城东变电站"]),
        ("她先后走访了学校、医院、建筑工地等处。", []),
        ("一行来到松语一期物业小区。", []),
        ("来到松语一期物业小区、城东变电站等处。", []),
        ("一行先后来到已建成的五十八中、正在推进的早期人防工程等处。", []),
    ],
)
def test_items_of_a_visit_are_sites(text, names):
    assert sites(text) == names


def test_an_area_before_a_last_word_opens_the_name_of_a_site():
    text = "一行先后来到青石路、柏家村安置房在建工地基坑等处，"
    assert sites(text, "柏家村") == ["柏家村安置房"]


def test_a_site_that_is_known_is_not_named_again():
    text = "一行先后来到青石路、柏家村安置房在建工地等处，"
    known = Mention(text.index("柏"), text.index("在建"), ("Facility",), "柏家村安置房", "told")
    assert not list(visited(text, [known], lines(text, cutter(KNOWLEDGE)), KNOWLEDGE))
