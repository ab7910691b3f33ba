"""Names that a longer name holds or that are told by what stands beside: villages, branches, ceremonies, given names."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions import find
from graphbuild.mentions.rites import begun
from graphbuild.mentions.words import cutter, lines
from graphbuild.model import Document, Mention
from graphbuild.text.clean import clean

KNOWLEDGE = load()


def named(text):
    return {(m.name, m.kind) for m in find(Document("d", "t.txt", text, clean(text)), KNOWLEDGE)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("参观了桐溪村电子商务服务点。", "桐溪村", "District"),
        ("实施南屏片区城市道路管网配套项目。", "南屏片区", "Zone"),
        ("云杉六中江滨分校开工。", "云杉六中", "Organization"),
        ("确保第五人民医院病房楼竣工。", "第五人民医院病房楼", "Facility"),
        ("云溪片区老旧小区改造项目开工。", "云溪片区老旧小区改造项目", "Project"),
        ("开工新港线和12号线三期。", "12号线三期", "Road"),
    ],
)
def test_a_name_in_a_name(text, name, kind):
    assert (name, kind) in named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("建设莲溪街道办事处防汛物资仓库。", "莲溪街道"),
        ("推进电子商务进农村综合示范项目。", "农村"),
    ],
)
def test_what_is_no_place_beside_the_thing(text, name):
    assert name not in {called for called, _ in named(text)}


def test_a_ceremony_is_called_by_the_thing_it_is_held_for():
    told = named("近日，云溪大桥工程举行开工仪式。区长李大山出席开工仪式。")
    assert ("云溪大桥工程开工仪式", "Event") in told or ("云溪大桥开工仪式", "Event") in told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("副区长于景安带队调研。景安副区长一行来到云溪公园。", {"于景安"}),
        ("区委书记张高峰、高峰副区长参加。", {"张高峰", "高峰"}),  # 高 is a family name that many bear
    ],
)
def test_a_given_name_before_a_title_is_the_person_introduced(text, names):
    assert {name for name, kind in named(text) if kind == "Official"} == names


@pytest.mark.parametrize(
    ("name", "things"),
    [
        ("青溪大桥项目暨柏山隧道工程开工仪式", ["青溪大桥", "柏山隧道"]),
        ("青溪智谷产业园项目暨柏溪运营中心（IOC）奠基仪式", ["青溪智谷产业园", "柏溪运营中心"]),
        ("青溪大桥开工仪式", ["青溪大桥"]),
        ("重点项目集中开工仪式暨动员大会", []),
    ],
)
def test_each_of_two_that_share_a_ceremony(name, things):
    mention = Mention(0, len(name), ("Event",), name, "held")
    assert [m.name for m in begun(name, [mention], lines(name, cutter(KNOWLEDGE)), KNOWLEDGE)] == things
