"""The whole at the front of the name of its section or first part."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.phased import before_parts
from graphbuild.model import Mention

KNOWLEDGE = load()


@pytest.mark.parametrize(("name", "kind", "want"), [
    ("葶明路北段", "Road", "葶明路"),
    ("市域铁路S8线樾溪段", "Road", "市域铁路S8线"),
    ("葶柞线樾溪段", "Road", "葶柞线"),
    ("葶江新城起步区", "Zone", "葶江新城"),
    ("葶圩机场第二跑道", "Project", "葶圩机场"),
    ("六中新校区", "Facility", "六中"),
    ("葶花山公园二期工程", "Park", ""),
    ("葶溪县第一中学新校区", "Facility", ""),
    ("城市快速路网一期工程", "Project", ""),
    ("葶江新区一期", "Zone", ""),
    ("葶溪路延伸段", "Road", ""),
    ("葶柞线樾溪至石川段", "Road", ""),
    ("葶柞线二标段", "Road", ""),
    ("二期工程", "Project", ""),
    ("葶河综合治理一期", "Project", ""),
])
def test_the_whole_of_a_part(name, kind, want):
    assert [m.name for m in before_parts([Mention(0, len(name), (kind,), name, "told")], KNOWLEDGE)] == ([want] if want else [])
