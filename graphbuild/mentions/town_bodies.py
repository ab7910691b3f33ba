"""Mentions in, the same with the bodies of a town out that its text calls by their bare names: 党委书记甲, 乙党委 beside 乙管委会."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from operator import itemgetter

from graphbuild.model import Mention

TOWNS = ("镇", "乡", "街道")
BARE = re.compile("党委|党工委|人大工委|人大(?!代表)|纪委|纪工委|武装部")
BOARD, PARTY = re.compile("(?:管委会|管理委员会|街道办事处|办事处)$"), re.compile("党工委|党委(?!会)")
OPENS, BREAKS = frozenset("，。；：！？\n"), "。；！？\n"
OTHER = ("Company", "Facility")


def town_bodies(text: str, mentions: Sequence[Mention], place: str) -> list[Mention]:
    """What the tagger saw there gives way to the full name."""
    named = [*own(text, mentions, place), *beside_boards(text, mentions)]
    if not named:
        return list(mentions)
    spans = {(m.start, m.end) for m in named}
    return [*(m for m in mentions if m.kind == "Post" or (m.start, m.end) not in spans), *named]


def own(text: str, mentions: Sequence[Mention], place: str) -> Iterator[Mention]:
    """At the head of a clause and on in its chain of titles, where nothing else is spoken of that has a party committee."""
    if not place.endswith(TOWNS):
        return
    firms = sorted(((m.start, m) for m in mentions if m.kind in OTHER or m.kind == "Organization"), key=itemgetter(0))
    end = -1
    for post in sorted((m for m in mentions if m.kind == "Post"), key=lambda m: m.start):
        at = post.start - len(post.of) * text.endswith(post.of, 0, post.start)
        opens = at == 0 or text[at - 1] in OPENS and not others(text, firms, at, place)
        if opens or text[at - 1] == "、" and end == at - 1:
            end = post.end
            if body := BARE.match(text, at, post.end):
                yield Mention(at, body.end(), ("Organization",), place + body.group(), "own town's body")


def others(text: str, firms: Sequence[tuple[int, Mention]], at: int, place: str) -> bool:
    """A firm, a school or another body named before in the sentence."""
    low = 0
    for sign in BREAKS:  # the next need not be sought before the last that was found
        low = max(low, text.rfind(sign, low, at) + 1)
    inside = takewhile(lambda one: one[0] < at, islice(firms, bisect_left(firms, low, key=itemgetter(0)), None))
    return any(m.end <= at and (m.kind in OTHER or not m.name.startswith(place)) for _, m in inside)


def beside_boards(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The party committee of what has a board: 乙党委副书记、管委会主任 where 乙管委会 is named."""
    names = dict.fromkeys(BOARD.sub("", m.name) for m in mentions if m.kind == "Organization" and BOARD.search(m.name))
    taken = {place for m in mentions if m.kind != "Post" for place in range(m.start, m.end)} if names else set()
    for name in names:
        for found in re.finditer(rf"{re.escape(name)}(?:{PARTY.pattern})", text) if len(name) > 1 else ():
            if taken.isdisjoint(range(*found.span())):
                yield Mention(*found.span(), ("Organization",), found.group(), "party committee beside a board")
