"""Mentions in, the same with the area that stands right before a name as its beginning out: 甲区 and 乙工业园 in 甲区乙工业园."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuild.model import Mention

SITES = frozenset(("Zone", "Facility", "Park", "Project", "Company", "Organization"))
NEVER = frozenset(("Road", "WaterBody"))
LEVELS = ("省", "市", "区", "县", "旗", "州")
NEARER = re.compile(r"[一-鿿]{1,6}?(?:[县镇乡村]|街道|社区)")  # 甲县乙村服务点 is the village's
JOINTS = "、和与及至"


def fronted(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Only where the area is said by its full name and alone: not 甲县、乙县污水处理厂."""
    areas = {m.end: m for m in mentions if m.kind == "District" and m.name.endswith(LEVELS)}
    for mention in mentions:
        area = areas.get(mention.start)
        if area and begun(mention) and text[area.start - 1 : area.start] not in tuple(JOINTS):
            names = (*mention.names, mention.name)
            yield replace(mention, start=area.start, name=text[area.start : mention.end], names=names)
        else:
            yield mention


def begun(mention: Mention) -> bool:
    """Whether an area may be the beginning of its name: of a way or a water it is not, of a village's house neither."""
    fit = mention.kind in SITES and not NEVER & set(mention.kinds)
    return fit and mention.rule.startswith("tagger") and not NEARER.match(mention.name)
