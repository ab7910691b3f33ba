"""What a list says that its items are: areas, roads named by their ends, works; one that says nothing leaves them as they are."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.alike import alike
from graphbuild.mentions.gazetteer import gazetteer
from graphbuild.mentions.words import cutter, lines
from graphbuild.model import Mention

KNOWLEDGE = load()


def read(text, **told):
    mentions = [Mention(text.index(name), text.index(name) + len(name), (kind,), name, "told") for name, kind in told.items()]
    return {m.name: m.kinds for m in alike(text, mentions, lines(text, cutter(KNOWLEDGE)), KNOWLEDGE)}


def areas(text, **told):
    return {name for name, kinds in read(text, **told).items() if kinds == ("District",)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("沿线的柞溪、苜山、樾桥等乡镇抓紧征地。", {"柞溪", "苜山", "樾桥"}),
        ("沿线的柞溪、苜山和樾桥3个街道抓紧征地。", {"柞溪", "苜山", "樾桥"}),
        ("沿线的柞溪、苜山、樾桥抓紧征地。", {"樾桥"}),
        ("沿线的柞溪、苜山、樾桥等工程抓紧施工。", {"樾桥"}),
        ("沿线的柞溪、苜山、樾桥等片区抓紧改造。", {"樾桥"}),  # a quarter of a city is a zone
    ],
)
def test_what_stands_in_a_list_of_areas_is_one(text, names):
    assert areas(text, 柞溪="WaterBody", 樾桥="District") == names


def test_what_nobody_saw_is_one_too_unless_it_is_an_everyday_word():
    assert areas("涉及苜山、樾桥、柞溪等镇。", 苜山="District") == {"苜山", "樾桥", "柞溪"}
    assert areas("涉及苜山、市场、群众等镇。", 苜山="District") == {"苜山"}


def test_persons_stay_persons_and_a_list_without_an_area_makes_none():
    assert areas("带队的韦苜山、樾桥、柞溪等村。", 韦苜山="Official", 樾桥="District") == {"樾桥", "柞溪"}
    assert areas("治理柞溪、苜山、樾桥等村。", 柞溪="WaterBody") == set()


@pytest.mark.parametrize(
    ("text", "roads"),
    [
        ("今年，桂葶、菖菘、葶马等4条高速公路将开工。", {"桂葶高速公路", "菖菘高速公路", "葶马高速公路"}),
        ("今年，四川省桂葶、菖菘等两条高速公路将开工。", {"桂葶高速公路", "菖菘高速公路"}),
        ("桂葶、菖菘等公路建成通车。", {"桂葶公路", "菖菘公路"}),
        ("加快桂葶、菖菘等高速公路建设。", {"菖菘高速公路"}),  # 加快桂葶 is no whole name
        ("巡查桂葶、菖菘等公路沿线。", set()),  # neither counted nor built: it may be something else
        ("建成葶川至菖泽、桂山至柞水等公路，", {"葶川至菖泽公路", "桂山至柞水公路"}),
        ("，葶西、沙久等11条国省干线公路建成通车。", {"葶西公路", "沙久公路"}),
        ("今年，桂葶、菖菘、葶马3条高速公路开工。", {"桂葶高速公路", "菖菘高速公路", "葶马高速公路"}),
        ("今年，桂葶、菖菘、葶马5条高速公路开工。", set()),  # it counts others too
        ("推动葶川村至菖泽村等5条农村公路建设。", {"葶川村至菖泽村农村公路"}),
    ],
)
def test_roads_of_a_list_share_what_they_are(text, roads):
    told = {"葶川村": "District", "菖泽村": "District"} if "村" in text else {"菖菘": "Facility"} if "菖菘" in text else {}
    assert {name for name, kinds in read(text, **told).items() if kinds == ("Road",)} == roads


def test_zones_of_a_list_share_what_they_are_unless_they_have_a_last_word():
    told = read("建设菖菘、柞溪、樾桥广场等特色宜居片区。", 菖菘="Facility", 柞溪="WaterBody", 樾桥广场="Facility")
    assert told == {"菖菘片区": ("Zone",), "柞溪": ("WaterBody",), "樾桥广场": ("Facility", "Zone")}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("实施了柞溪、樾桥新型线缆等一批重点项目。", {"柞溪": ("WaterBody", "Project"), "樾桥新型线缆": ("Company", "Project")}),
        ("确保柞溪等5个项目开工。", {"柞溪": ("WaterBody", "Project")}),
        ("确保柞溪等工程项目部到位。", {"柞溪": ("WaterBody",)}),
        ("实施了柞溪、苜山等重大项目。", {"柞溪": ("WaterBody", "Project")}),
        ("韦苜山、柞溪等一批项目。", {"韦苜山": ("Official",), "柞溪": ("WaterBody", "Project")}),
    ],
)
def test_works_of_a_list_are_works_besides(text, kinds):
    told = {"柞溪": "WaterBody", "樾桥新型线缆": "Company", "韦苜山": "Official"}
    assert read(text, **{name: kind for name, kind in told.items() if name in text}) == kinds


def test_many_lists_are_read_to_their_end():
    text = "涉及苜山、樾桥、柞溪等镇。" * 3000
    assert len(list(alike(text, [], lines(text, cutter(KNOWLEDGE)), KNOWLEDGE))) == 0
    mentions = [Mention(n + 2, n + 4, ("District",), "苜山", "told") for n in range(0, len(text), len(text) // 3000)]
    assert len(list(alike(text, mentions, lines(text, cutter(KNOWLEDGE)), KNOWLEDGE))) == 9000


@pytest.mark.parametrize(
    ("text", "times"),
    [("清河县委召开会议。会议指出，清河要学习经验。", 1), ("会议指出，清河要学习经验。", 0), ("清河镇的人说，清河水清。", 0)],
)
def test_a_county_is_known_without_its_ending_where_the_text_says_it_in_full(text, times):
    assert [m.name for m in gazetteer(lines(text, cutter(KNOWLEDGE)), text, KNOWLEDGE)].count("清河") == times
