"""The whole of finding: every mention is where it says, none cross, and the same text gives the same mentions."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild import mentions
from graphbuild.knowledge import load
from graphbuild.model import Document
from graphbuild.text.clean import clean

KNOWLEDGE = load()
PIECES = "青岚区委书记何远山调研了，在松涛湖公园、和翠谷产业园二期“”（）。\n 由区住建局牵头2023年底前建成投用；全县0123"


def find(text: str) -> list[mentions.Mention]:
    return mentions.find(Document("t", "t.txt", text, clean(text)), KNOWLEDGE)


def kinds(text: str) -> dict[str, str]:
    return {m.name: m.kind for m in find(text)}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*list(PIECES), "松涛湖公园", "何远山", "青岚区人民政府"]), max_size=60).map("".join))
def test_mentions_may_nest_but_never_cross(text):
    found = [m for m in find(text) if m.kind != "Post"]  # a title may hold the last letter of its body: 市公安局长
    assert found == sorted(found, key=lambda m: m.start)
    for one in found:
        assert 0 <= one.start < one.end <= len(clean(text).text)
        for other in found:
            assert other.end <= one.start or one.end <= other.start or nested(one, other)


def nested(one, other):
    return one.start <= other.start and other.end <= one.end or other.start <= one.start and one.end <= other.end


def test_the_same_text_gives_the_same_mentions():
    text = "8月1日，青岚区委书记何远山到松涛湖公园调研。"
    assert find(text) == find(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("江西、湖北等地客商参加。", "江西", "District"),
        ("项目由华辰建设集团有限公司承建。", "华辰建设集团有限公司", "Company"),
        ("推进松涛湖公园、翠谷湿地公园建设。", "松涛湖公园", "Park"),
        ("完成望江路、临水路、迎宾大道改造。", "望江路", "Road"),
    ],
)
def test_things_are_found_with_their_class(text, name, kind):
    assert kinds(text).get(name) == kind


@pytest.mark.parametrize("text", ["加强老旧小区改造。", "推进重点项目建设。", "坚持以人民为中心的发展思想。", "深化改革，扩大开放。", ""])
def test_generic_words_are_no_things(text):
    assert find(text) == []


def test_a_body_called_by_its_level_gets_the_name_of_the_own_place():
    found = find("青岚区召开会议。区应急局、区住建局负责人参加。全区上下要抓好落实。")
    names = {m.name: m.names for m in found if "Organization" in m.kinds}
    assert names.get("青岚区应急局") == ("区应急局",)
