"""Mentions and their text's own place in, the same with bodies called by their full names out: 区委 is 甲区委."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.areas import short_names
from graphbuild.mentions.carry import as_name
from graphbuild.model import Mention
from graphbuild.text.own import REGION

LEVELS = "省市区县旗州"
OF_AREA = re.compile(rf"(?P<area>(?:[一-鿿]{{1,7}})?[{LEVELS}])[一-鿿]{{1,6}}[局委办厅]")
BUREAU = re.compile(rf"(?:(?![{LEVELS}])[一-鿿]){{2,5}}[局委办厅]")
TERM = re.compile("(?:上一?|本|新一|下一?|历)届(?=[省市区县旗镇乡](?:委|政府|人民政府|人大|政协))")  # 上届镇政府 is the 镇政府
JOINTS = ("、", "和", "及")


def with_place(mentions: Sequence[Mention], place: str, text: str, knowledge: Knowledge) -> list[Mention]:
    """A body that begins with the level of the text's own place gets that place's name; its short form stays an alias."""
    return of_the_first([full(of_term(mention), place) for mention in mentions], text, knowledge)


def of_term(mention: Mention) -> Mention:
    found = TERM.match(mention.name) if mention.kind == "Organization" and mention.literal else None
    return replace(mention, start=mention.start + found.end(), name=mention.name[found.end() :]) if found else mention


def full(mention: Mention, place: str) -> Mention:
    name = mention.name
    if mention.kind != "Organization" or not place or place.endswith(REGION) or name[0] != place[-1] or name.startswith(place):
        return mention
    return as_name(mention, place[:-1] + name)


def of_the_first(mentions: Sequence[Mention], text: str, knowledge: Knowledge) -> list[Mention]:
    """甲县发改局、财政局、住建局: the first of a list bears the area of all."""
    found: list[Mention] = []
    areas: dict[int, str] = {}
    for mention in mentions:
        area = areas.get(mention.start - 1, "") if text[mention.start - 1 : mention.start] in JOINTS else ""
        body = mention.kind == "Organization"
        found.append(as_name(mention, area + mention.name) if body and area and bureau(mention.name, knowledge) else mention)
        if body and (own := OF_AREA.fullmatch(found[-1].name)):
            areas[mention.end] = own["area"]
    return found


def bureau(name: str, knowledge: Knowledge) -> bool:
    """财政局, but neither 广州局 nor 甲县财政局."""
    return bool(BUREAU.fullmatch(name)) and name[:2] not in short_names(knowledge)

