"""Which planned figures are not to be exceeded, by the words around them."""

import pytest

from graphbuild.claims.limits import limited
from graphbuild.claims.measures import measures
from graphbuild.knowledge import load
from tests.claims.invented_things import reading

KNOWLEDGE = load()


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("浓度控制在45微克以下", True), ("失业率控制在4%以内", True), ("涨幅不超过3%", True), ("能耗降至0.3吨", True), ("办结4个工作日之内", True),
        ("占比不低于60%", False), ("合格率达到4%以上", False), ("新增就业20000人", False), ("突破500家", False), ("20个，控制在", False),
        ("4", False), ("5家、10家以内", False),
    ],
)  # fmt: skip
def test_what_limits_a_figure(text, most):
    place = next(n for n, letter in enumerate(text) if letter.isdigit())
    assert limited(text, place, KNOWLEDGE) == most


def test_only_a_planned_figure_says_it():
    found = measures(reading("确保PM2.5平均浓度控制在45微克/立方米以下。", "2021-01-05", District="云溪区"))
    assert [dict(claim.qualifiers)["limit"] for claim in found] == ["most"]
    found = measures(reading("去年PM2.5平均浓度控制在45微克/立方米以下。", "2021-01-05", District="云溪区"))
    assert ["limit" in dict(claim.qualifiers) for claim in found] == [False]
