"""Names told by their form alone: quoted sites, items beside named ones, two names in one span."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions import find
from graphbuild.mentions.edge import edge
from graphbuild.mentions.inner import inside_sites
from graphbuild.mentions.listed import listed
from graphbuild.mentions.quoted import quoted
from graphbuild.mentions.recognise import bare
from graphbuild.mentions.roles import edges
from graphbuild.mentions.spans import parted
from graphbuild.mentions.words import cutter, lines
from graphbuild.model import Document, Mention
from graphbuild.text.clean import clean

KNOWLEDGE = load()


def cut(text):
    return lines(text, cutter(KNOWLEDGE))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("打造“同心”广场以及游园。", "“同心”广场"),
        ("来到“明德”法治教育基地参观。", "“明德”法治教育基地"),
        ("开展“明德”主题活动。", None),
        ("“明德”“正心”广场", "“正心”广场"),
        ("他说：“走吧。”广场上人很多。", None),
    ],
)
def test_a_quoted_name_and_what_it_names(text, name):
    assert [m.name for m in quoted(text, cut(text), KNOWLEDGE)] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("完成云浦路、槐荫大街以及东溪大桥。", ["槐荫大街", "东溪大桥"]),
        ("完成云浦路、城市更新示范区。", []),  # another class, and no name
        ("完成云浦路、两条市控道路。", []),
        ("完成云浦路。槐荫大街通车。", []),
    ],
)
def test_what_stands_beside_a_road_in_a_list_is_one(text, names):
    road = Mention(2, 5, ("Road",), "云浦路", "told")
    assert [m.name for m in listed(text, [road], cut(text), KNOWLEDGE)] == names


@pytest.mark.parametrize(
    ("name", "group", "parts"),
    [
        ("青石路至白沙路", "thing", ["青石路", "白沙路"]),
        ("青石路至白沙路段", "thing", ["青石路至白沙路段"]),
        ("青石小区由白沙建设公司", "thing", ["青石小区", "白沙建设公司"]),
        ("青石自由贸易试验区", "thing", ["青石自由贸易试验区"]),
        ("国际茶业博览会及第二届海产品洽谈会", "event", ["国际茶业博览会", "第二届海产品洽谈会"]),
        ("安全及环保工作会议", "event", ["安全及环保工作会议"]),
    ],
)
def test_two_names_in_one_span(name, group, parts):
    assert [name[a:b] for a, b in parted(0, len(name), group, name, KNOWLEDGE)] == parts


def test_a_body_begins_with_its_party():
    text = "他代表中国人民政治协商会议第十届青石县委员会常务委员会作报告。"
    start, end = text.index("青石"), text.index("作报告")
    mend = edge(text, cut(text), edges(KNOWLEDGE), KNOWLEDGE)
    assert text[slice(*mend(start, end, "thing"))] == "中国人民政治协商会议第十届青石县委员会常务委员会"


@pytest.mark.parametrize(
    ("name", "told"), [("“甲乙”广场", "“甲乙”广场"), ("“甲乙”", "甲乙"), ("甲“乙”丙", "甲“乙”丙"), ("《甲乙》", "甲乙")]
)
def test_marks_that_belong_to_a_name_stay(name, told):
    assert bare(name) == told


@pytest.mark.parametrize(
    ("name", "kind", "inside"),
    [
        ("青白公路梅岭段", "Road", ["青白公路"]),
        ("青白高速梅岭段", "Road", []),  # a line across the country, of which only the section is spoken of
        ("青白铁路梅岭段", "Road", []),
        ("国道518线梅岭段", "Road", ["国道518线"]),
        ("云浦公园停车场", "Facility", ["云浦公园"]),
        ("轨道交通9号线青石站", "Facility", ["轨道交通9号线"]),
        ("9号线站", "Facility", []),
        ("梅岭广场东地块", "Zone", ["梅岭广场"]),
        ("洛阳市污水处理厂", "Facility", ["洛阳市"]),
        ("云浦公园二期", "Park", []),  # told by its phase alone
        ("青石遗址生态文化公园", "Park", []),
        ("云浦大道人行天桥", "Road", []),
    ],
)
def test_a_site_inside_the_name_of_its_part(name, kind, inside):
    assert [m.name for m in inside_sites([Mention(0, len(name), (kind,), name, "told")], KNOWLEDGE)] == inside


def of(text):
    return {m.name: m.kinds for m in find(Document("t", "t.txt", text, clean(text)), KNOWLEDGE)}


def test_one_works_on_several_waters():
    told = of("尽快完成云浦河、沧水河生态提升工程。")
    assert told["云浦河、沧水河生态提升工程"] == ("Project",)
    assert "WaterBody" in told["云浦河"]


def test_a_street_named_after_an_area_is_no_area():
    told = of("整修大同街、洛阳路。")
    assert told == {"大同街": ("Road",), "洛阳路": ("Road",)}
    assert "District" in of("前往洛阳市路演。")["洛阳市"]


def test_a_remark_in_brackets_and_works_on_all_of_a_kind_are_no_names():
    assert of("建设河湖综合治理。") == {}
    assert "（中转库）" not in of("建成云浦西路（中转库）、青石大道等道路。")


def test_roads_of_the_city_s_own_are_a_kind():
    assert of("推进21条新建、续建道路及市定支线建设。") == {}
