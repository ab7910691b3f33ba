"""Introduced persons in, what each is out: an Official, another Person, or both, by the titles that they bear."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.introductions import Introduction
from graphbuild.mentions.titles import Title
from graphbuild.text.vitae import WRITTEN_TO

STAFF, ROLL = re.compile("党委|党组|党总支|纪委|团委|总工程师|总会计师|总经济师"), re.compile(r"[^。；！？\n]{2,16}[，、]")
BARE, BOARD = ("主席", "副主席"), re.compile("董事[局会长]")
PUBLIC = re.compile("(?:政协|人大|常委会|工会|文联|残联|妇联|科协|侨联|工商联|自治区|国家)[^，。；\n]{0,6}主席")
LINK = re.compile(r"[、，兼暨]?[^，。；：、！？\n（）]{0,25}")


Borne = list[tuple[int, tuple[str, ...]]]


def bearers(
    text: str, found: Sequence[Title], introduced: Sequence[Introduction], knowledge: Knowledge
) -> dict[str, Borne]:
    """For each name what its bearer is from each introduction on: two of one name are an official and a resident."""
    before = {title.start: earlier for earlier, title in pairwise(found)}
    told: dict[str, list[tuple[int, str]]] = {}
    for one in sorted(introduced, key=lambda one: one.start):
        titles = chain(text, one.title, before)
        said = "Resident" if all(t.row["class"] == "resident" for t in titles) else ""
        official = one.rule == WRITTEN_TO or "Official" in [bearer(text, t, knowledge) for t in titles]
        official = official and not (presides(text, one) or of_firm(text, titles[-1], before, knowledge))
        told.setdefault(one.name, []).append((one.start, said or ("Official" if official else "Person")))
    return {name: borne(those) for name, those in told.items()}


def borne(told: list[tuple[int, str]]) -> Borne:
    """An official stays one wherever named; only a villager of the same name is somebody else."""
    official = any(said == "Official" for _, said in told)
    return [(start, ("Official",) if official and said != "Resident" else ("Person",)) for start, said in told]


def kind_at(told: Borne, start: int) -> tuple[str, ...]:
    """By the nearest introduction before, else by the first."""
    return told[max(0, bisect_right(told, start, key=lambda one: one[0]) - 1)][1]


def chain(text: str, title: Title, before: dict[int, Title]) -> list[Title]:
    """A title with those before it that the same person bears: 区委常委、副区长."""
    linked = [title]
    while (earlier := before.get(linked[-1].start)) and LINK.fullmatch(text, earlier.end, linked[-1].start):
        if text[earlier.end] not in "、兼暨":
            break
        linked.append(earlier)
    return linked


def bearer(text: str, title: Title, knowledge: Knowledge) -> str:
    """A company's party secretary is no official; the person in charge of a bureau is one."""
    said = title.row["bearer"]
    near = text[max(0, title.start - 12) : title.start].removesuffix("工会")
    if said in ("Official", "Body") and near.endswith(heads("Company", knowledge)):
        return "Person"
    if said == "Body":
        return "Official" if title.body or near.endswith(heads("Organization", knowledge)) else "Person"
    return said


def presides(text: str, one: Introduction) -> bool:
    """甲主席 in a text that tells of a board, and of no body else that has a 主席."""
    return one.rule == "title after" and one.title.text in BARE and bool(BOARD.search(text)) and not PUBLIC.search(text)


def of_firm(text: str, title: Title, before: dict[int, Title], knowledge: Knowledge) -> bool:
    """甲集团总经理乙，党委副书记丙，总工程师丁: who is listed with the heads of a firm is of it."""
    earlier = before.get(title.start)
    if not earlier or not STAFF.match(title.text) or not ROLL.fullmatch(text, earlier.end, title.start):
        return False
    near = text[max(0, earlier.start - 12) : earlier.start]
    firm = earlier.row["class"] == "company" or near.endswith(heads("Company", knowledge))
    return firm or of_firm(text, earlier, before, knowledge)


@cache
def heads(kind: str, knowledge: Knowledge) -> tuple[str, ...]:
    return knowledge.words("heads", kind=kind)
