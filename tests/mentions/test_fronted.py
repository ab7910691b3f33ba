"""An area right before a name is its beginning, unless it is one of a list or a nearer one follows; and what the tagger sees but is none."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions import find
from graphbuild.mentions.fronted import fronted
from graphbuild.mentions.recognise import CITY, GUIDED, UNNAMED, of_all, of_the_nation
from graphbuild.mentions.roles import edges
from graphbuild.mentions.spans import whole
from graphbuild.model import Document, Mention
from graphbuild.text.clean import clean

KNOWLEDGE = load()


def names(text, *marked):
    mentions = [Mention(text.index(name), text.index(name) + len(name), (kind,), name, "tagger") for name, kind in marked]
    return [(m.name, m.names) for m in fronted(text, mentions)]


def test_the_area_is_the_beginning_of_the_name_and_the_rest_still_names_it():
    found = names("位于云岭县星河工业区。", ("云岭县", "District"), ("星河工业区", "Zone"))
    assert found == [("云岭县", ()), ("云岭县星河工业区", ("星河工业区",))]


@pytest.mark.parametrize(("text", "marked"), [
    ("建设青禾县、云岭县星河水厂。", [("云岭县", "District"), ("星河水厂", "Facility")]),
    ("云岭县松风村服务点。", [("云岭县", "District"), ("松风村服务点", "Facility")]),
    ("云岭县松风路。", [("云岭县", "District"), ("松风路", "Road")]),
    ("云岭星河水厂。", [("云岭", "District"), ("星河水厂", "Facility")]),
    ("云岭县的星河水厂。", [("云岭县", "District"), ("星河水厂", "Facility")]),
])
def test_a_name_that_stays_as_it_is(text, marked):
    assert names(text, *marked) == [(name, ()) for name, _ in marked]


def test_what_begins_inside_a_bracket_begins_before_it():
    text = "推进云岭中央区（CBD）北区开发。"
    before, start = (text.index("云"), text.index("（")), text.index("D")
    assert whole(text, start, text.index("开"), before) == (2, text.index("开"))
    assert whole(text, start, text.index("开"), (0, 0)) == (start, text.index("开"))
    assert whole("甲（一期）园", 0, 6, (0, 1)) == (0, 6)


@pytest.mark.parametrize("name", ["市委全会", "县委全体会议", "代表县委向大会"])
def test_a_meeting_without_a_name(name):
    assert UNNAMED.fullmatch(name)
    assert not UNNAMED.fullmatch("市委十一届八次全会")


def test_a_meeting_told_of_for_what_was_said_there():
    text = "学习习近平总书记在推动云岭发展座谈会上的重要讲话精神。"
    start, end = text.index("云岭"), text.index("上的")
    assert of_the_nation(text, start, end)
    assert not of_the_nation(text.replace("总书记", "县长"), start, end - 1)


def test_set_phrases_name_no_body_and_no_centre():
    text = "在市委、市政府的坚强领导下，云岭国家中心城市建设加快。"
    assert GUIDED.match(text, text.index("市政府"))
    assert not GUIDED.match("市委、市政府领导出席。", 3)
    assert CITY.match(text, text.index("城市"))
    assert not CITY.match("云岭市民中心开放。", 6)


def test_works_on_the_waters_of_a_kind_have_no_name():
    assert of_all("黑臭河综合整治", edges(KNOWLEDGE), KNOWLEDGE)
    assert not of_all("云溪河综合整治", edges(KNOWLEDGE), KNOWLEDGE)


@pytest.mark.parametrize(("text", "told"), [
    ("松风片区，龙科项目产业规划要尽快出台。", True),
    ("松风片区，产业项目规划要尽快出台。", False),
    ("松风片区，龙科项目很多。", False),
])
def test_works_called_by_a_firm_of_which_a_matter_is_to_be_done(text, told):
    document = Document("d", "d", text, clean(text))
    assert any(m.name.endswith("项目") and m.rule == "topic" for m in find(document, KNOWLEDGE)) == told


@pytest.mark.parametrize(("text", "part", "way"), [
    ("推进G220云岭至松桥段改造。", "G220云岭至松桥段", "G220"),
    ("推进S308云岭段改造。", "S308云岭段", "S308"),
    ("启动云岭大道西段改造。", "云岭大道西段", "云岭大道"),
])
def test_a_way_is_named_in_its_stretch(text, part, way):
    found = {m.name for m in find(Document("d", "d", text, clean(text)), KNOWLEDGE) if "Road" in m.kinds}
    assert {part, way} <= found
