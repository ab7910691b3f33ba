"""Chains of areas become one mention a link; parts and bare meetings are named in full."""

import pytest

from graphbuild.knowledge import load
from graphbuild.knowledge.areas import full_names
from graphbuild.mentions.carry import carry
from graphbuild.mentions.links import links
from graphbuild.model import Mention

KNOWLEDGE = load()


def mention(name: str, *kinds: str, start: int = 0) -> Mention:
    return Mention(start, start + len(name), kinds, name, "test")


def test_a_chain_has_one_mention_a_link_and_each_knows_the_way_to_it():
    found = list(links(mention("清河县柳林镇王家村", "District", start=5), KNOWLEDGE))
    assert [(m.name, m.start, m.end) for m in found] == [("清河县", 5, 8), ("柳林镇", 8, 11), ("王家村", 11, 14)]
    assert found[2].names == ("清河县柳林镇王家村",)


def test_a_committee_and_the_government_beside_it_are_two_bodies():
    found = list(links(mention("柳林县委县政府", "Organization", start=3), KNOWLEDGE))
    assert [(m.name, m.start, m.end) for m in found] == [("柳林县委", 3, 7), ("柳林县政府", 7, 10)]
    assert [m.name for m in links(mention("区委区人民政府", "Organization"), KNOWLEDGE)] == ["区委", "区人民政府"]
    found = list(links(mention("33件市委市政府", "Organization"), KNOWLEDGE))
    assert [(m.name, m.start, m.end) for m in found] == [("市委", 3, 5), ("市政府", 5, 8)]
    assert [m.name for m in links(mention("柳林县政府", "Organization"), KNOWLEDGE)] == ["柳林县政府"]


def test_a_village_taken_for_a_firm_is_an_area():
    assert [m.kind for m in links(mention("柳林镇王家村", "Company"), KNOWLEDGE)] == ["District", "District"]


def test_names_that_only_hold_such_letters_stay_whole():
    for name, kind in (("城乡规划局", "Organization"), ("金乡", "District"), ("市区", "District"), ("村里人家", "Facility")):
        assert [m.name for m in links(mention(name, kind), KNOWLEDGE)] == [name]


def test_an_area_of_the_list_is_one_whatever_letters_it_holds():
    counties = [name for name in full_names(KNOWLEDGE) if name.endswith(("省", "市", "县", "旗", "州", "盟"))]
    for name in ("西乡塘区", "孟村回族自治县", "东乡族自治县", *counties):
        assert [m.name for m in links(mention(name, "District"), KNOWLEDGE)] == [name]
    assert [m.name for m in links(mention("兰州新区", "District"), KNOWLEDGE)] == ["兰州", "新区"]


def test_a_bare_part_belongs_to_the_thing_before_it():
    park, part = mention("云溪产业园", "Zone"), mention("二期", "Zone", "Project", start=20)
    assert [m.name for m in carry("", [park, part], KNOWLEDGE)] == ["云溪产业园", "云溪产业园二期"]
    assert [m.name for m in carry("", [part], KNOWLEDGE)] == []


def test_the_meeting_is_the_one_named_before():
    event, again = mention("云溪区招商推进会", "Event"), mention("大会", "Event", start=30)
    first, second = carry("", [event, again], KNOWLEDGE)
    assert second.name == first.name and second.names == ("大会",)
    assert list(carry("", [again], KNOWLEDGE)) == []


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("平度柳埠镇", ["平度", "柳埠镇"]),
        ("莱阳柏家庄村", ["莱阳", "柏家庄村"]),
        ("南昌路街道", ["南昌路街道"]),
        ("平江街道", ["平江街道"]),
        ("柳埠镇", ["柳埠镇"]),
    ],
)
def test_an_area_without_its_ending_before_a_town_is_a_link(name, parts):
    found = list(links(mention(name, "District"), KNOWLEDGE))
    assert [m.name for m in found] == parts
    assert len(found) == 1 or found[1].names == (name,)
