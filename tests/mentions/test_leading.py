"""Which area stands at the front of a body's name: a word that begins with its level, a deed or a count is none."""

import pytest

from graphbuild.knowledge import load
from graphbuild.mentions.leading import leading
from graphbuild.mentions.words import cutter, lines
from graphbuild.model import Mention

KNOWLEDGE = load()


def area(text: str, body: str, told: tuple[str, ...] = ()) -> str:
    start = text.index(body)
    mention = Mention(start, start + len(body), ("Organization",), body, "test")
    found = leading(mention, text, lines(text, cutter(KNOWLEDGE)), set(told), KNOWLEDGE)
    return found.name if found else ""


@pytest.mark.parametrize(
    ("text", "body", "wanted"),
    [
        ("澜台区人民政府印发通知。", "澜台区人民政府", "澜台区"),
        ("中共澜台县委召开全会。", "中共澜台县委", "澜台县"),
        ("浔溪街道办事处负责。", "浔溪街道办事处", "浔溪街道"),
        ("澜台经开区管委会负责。", "澜台经开区管委会", "澜台经开区"),
        ("认真执行市人大及其常委会的决议。", "认真执行市人大", ""),
        ("在行使市政府委托的权限时。", "行使市政府", ""),
        ("精简规范市政府议事协调机构。", "精简规范市政府", ""),
        ("充分发挥街道办事处的作用。", "充分发挥街道办事处", ""),
        ("落户国家区域医疗中心。", "国家区域医疗中心", ""),
        ("发挥资本市场服务中心作用。", "资本市场服务中心", ""),
        ("建成省级创新中心和农村社区服务中心。", "农村社区服务中心", ""),
        ("依托一产业省级创新中心。", "一产业省级创新中心", ""),
        ("成立四城区社会保险中心。", "四城区社会保险中心", ""),
        ("建成两大景区管委会。", "两大景区管委会", ""),
        ("市中医院争创省级中医医疗中心。", "市中医院争创省级中医医疗中心", ""),
        ("三次全会暨省委工作会议。", "三次全会暨省委", ""),
    ],
)
def test_the_area_before_a_body(text, body, wanted):
    assert area(text, body) == wanted


def test_what_the_text_calls_an_area_elsewhere_needs_no_level():
    assert area("澜台人民医院开工。", "澜台人民医院", ("澜台",)) == "澜台"
