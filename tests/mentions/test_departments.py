"""Departments that a list names by their business alone, where they take part in something."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions import find
from graphbuild.mentions.departments import departments
from graphbuild.mentions.words import cutter, lines
from graphbuild.model import Document
from graphbuild.text.clean import clean

KNOWLEDGE = load()


def told(text):
    return [(m.name, text[m.start : m.end]) for m in departments(text, lines(text, cutter(KNOWLEDGE)), KNOWLEDGE)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县公安、工商、物价等部门负责人参加会议。", ["县公安", "县工商", "县物价"]),
        ("市发改、财政和住建等相关部门陪同调研。", ["市发改", "市财政", "市住建"]),
        ("区教育局、民政、残联等8个部门参加。", ["区教育局", "区民政", "区残联"]),
        ("阳朔县公安、消防等部门参与演练。", ["阳朔县公安", "阳朔县消防"]),
    ],
)
def test_each_is_named_with_its_level(text, names):
    assert [name for name, _ in told(text)] == names
    assert all(name.endswith(said) for name, said in told(text))


def test_who_takes_part_once_is_named_wherever_he_is_listed():
    text = "县公安、工商等部门参加会议。县公安、物价等部门要加强检查。"
    assert [name for name, _ in told(text)] == ["县公安", "县工商", "县公安"]


@pytest.mark.parametrize(
    "text",
    [
        "区财政、税务等部门要优化服务。",  # what all such departments shall do
        "发改、财政等部门参加。",  # of nowhere
        "县公安、美丽山川等部门参加。",  # one that is known and one that may be anything
        "市场、技术等部门参加。",
        "推进县教育、医疗等事业。",
    ],
)
def test_what_names_no_department(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县发改局、财政局、住建局参加会议。", {"云溪县发改局", "云溪县财政局", "云溪县住建局"}),
        ("县委办、政府办负责人参加会议。", {"云溪县委办", "云溪县政府办"}),
        ("海角县发改局、财政局参加会议。", {"海角县发改局", "海角县财政局"}),
        ("县发改局、海角县财政局参加会议。", {"云溪县发改局", "海角县财政局"}),
    ],
)
def test_the_first_of_a_list_bears_the_area_of_all(text, names):
    whole = f"云溪县召开工作会议\n云溪县召开工作会议，{text}我县经济平稳。"
    found = find(Document("d", "d", whole, clean(whole)), KNOWLEDGE)
    assert {m.name for m in found if m.kind == "Organization"} == names


def test_they_are_the_own_countys():
    text = "云溪县召开食品安全工作会议\n云溪县召开食品安全工作会议，县公安、工商、物价等部门参加。我县食品安全。"
    found = find(Document("d", "d", text, clean(text)), KNOWLEDGE)
    assert {"云溪县公安", "云溪县工商", "云溪县物价"} <= {m.name for m in found}
