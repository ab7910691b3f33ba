"""Introduced persons in, what each is out: an Official, another Person, or both, by the titles that they bear."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.introductions import Introduction
from graphbuild.mentions.titles import Title

LINK = re.compile(r"[、，兼暨]?[^，。；：、！？\n（）]{0,25}")


def bearers(
    text: str, found: Sequence[Title], introduced: Sequence[Introduction], knowledge: Knowledge
) -> dict[str, tuple[str, ...]]:
    """The kinds of each name, the weightier first."""
    before = {title.start: earlier for earlier, title in pairwise(found)}
    borne: dict[str, list[str]] = {}
    for one in introduced:
        borne.setdefault(one.name, []).extend(bearer(text, t, knowledge) for t in chain(text, one.title, before))
    return {name: kinds(those) for name, those in borne.items()}


def kinds(borne: list[str]) -> tuple[str, ...]:
    """Officials stay officials; one who also runs a company or teaches is both."""
    return ("Official",) if "Official" in borne else ("Person",)


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
    near = text[max(0, title.start - 12) : title.start]
    if said in ("Official", "Body") and near.endswith(heads("Company", knowledge)):
        return "Person"
    if said == "Body":
        return "Official" if title.body or near.endswith(heads("Organization", knowledge)) else "Person"
    return said


@cache
def heads(kind: str, knowledge: Knowledge) -> tuple[str, ...]:
    return knowledge.words("heads", kind=kind)
