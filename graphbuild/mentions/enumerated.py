"""Mentions in, the things that a list names between and behind them out: 丙 in 甲公园、乙广场、丙等重点项目, whatever it ends with."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.inner import SITES
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

JOINT = re.compile(r"[、和及与]|以及")
ITEM = re.compile(r"[一-鿿\dA-Za-z]{2,8}")
BREAKS = frozenset(("cut", "lead", "measure", "generic"))
LISTED, COUNT = SITES | {"Company"}, r"[\d一二两三四五六七八九十百]{1,4}(?:多|余)?家"
FIRMS = rf"(?:{COUNT})?[一-鿿]{{0,6}}?(?:企业|公司|厂商)|{COUNT}"
KNOWN, LONGEST = 2, 120  # things of a list that are known by themselves; letters of a list
LEAST = 2  # letters of a firm behind its town: 甲市乙丙


def enumerated(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Where two of a list are sites or firms, and the list says what sort all are, each other item is of the kind before it."""
    known = edges(knowledge)
    sites = {mention.start: mention for mention in mentions if LISTED & set(mention.kinds)}
    ends = {mention.end: mention for mention in sites.values()}
    taken: set[int] = set()
    for found in sorts(knowledge).finditer(text):
        parts = items(text, max(0, found.start() - LONGEST), found.start(), sites, ends)
        if sum(start in sites for start, _ in parts) < KNOWN:
            continue
        taken = taken or {n for mention in mentions for n in range(mention.start, mention.end)}
        towns = {m.start: m.end for m in mentions if m.rule == "known area"}
        kinds = next(sites[start].kinds for start, _ in parts if start in sites)
        for start, end in parts:
            kinds = sites[start].kinds if start in sites else kinds
            town = towns.get(start, start) if kinds == ("Company",) and end - towns.get(start, start) >= LEAST else start
            if start not in sites and taken.isdisjoint(range(town, end)) and name(start, end, words, known):
                yield Mention(start, end, kinds, text[start:end], "one of a list")


def items(
    text: str, low: int, end: int, sites: dict[int, Mention], ends: dict[int, Mention]
) -> list[tuple[int, int]]:
    """The items of the list that ends here, back to where something else stands between two joints."""
    found: list[tuple[int, int]] = []
    joints = [joint.span() for joint in JOINT.finditer(text, low, end)]
    stops = [*(first for first, _ in joints[1:]), end]
    for start, stop in reversed([(last, stop) for (_, last), stop in zip(joints, stops, strict=False)]):
        if not (start in sites and sites[start].end == stop or ITEM.fullmatch(text, start, stop)):
            break
        found.append((start, stop))
    first = found[-1][0] if found else end
    opening = next((ends[start] for start, last in joints if last == first and start in ends), None)
    return [*([(opening.start, opening.end)] if opening else []), *reversed(found)]


def name(start: int, end: int, words: Words, known: dict[str, str]) -> bool:
    """An everyday word alone is none."""
    roles = whole(start, end, words, known)
    return len(roles) > 1 or roles == ["proper"]


def whole(start: int, end: int, words: Words, known: dict[str, str]) -> list[str]:
    """What each word between two places does, where these are whole words and none breaks a name."""
    first, last = words.at.get(start), words.until.get(end)
    if first is None or last is None:
        return []
    roles = [role(words[n], known) for n in range(first, last + 1)]
    return [] if BREAKS & set(roles) else roles


@cache
def sorts(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(rf"等(?=[一-鿿]{{0,6}}?(?:{either(knowledge.words('works', role='sort'))})|{FIRMS})")
