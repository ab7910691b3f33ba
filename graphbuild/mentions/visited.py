"""Mentions in, the sites that nobody saw in a list of where somebody went out: 一行先后来到甲园、乙中学老校舍和丙村安置房工地等处."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.kinds import by_head
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either
from graphbuild.text.finder import Finder

LIST = re.compile(r"[了到过]?([^，。；：！？\n“”]{6,160})")
ITEM = re.compile(r"(?:以及|[^、和及与]){3,40}")
MORE = re.compile(r"等")
PLACES = frozenset(("Facility", "Project", "Road", "Park", "WaterBody", "Zone", "Organization", "Company"))
NUMBERED = re.compile(r"(?:[一二三四五六七八九十]+|\d{1,3})[中小]")  # 六十二中
PHASE = re.compile(r"[一二三四五六七八九]期")
BREAKS, WHEN = ("cut", "lead"), ("t", "f")  # 早期 and 中 may stand in a name
NEAR, LEAST = 8, 4


def visited(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Only where the list names two things at least, and says 等 or goes on over a third."""
    done = 0
    for start, end, _ in going(knowledge).find(text):
        found = LIST.match(text, end) if start >= done and party(knowledge).search(text, max(0, start - NEAR), start) else None
        if found is None:
            continue
        more = MORE.search(text, *found.span(1))
        stop = more.start() if more else found.end()
        items = [item.span() for item in ITEM.finditer(text, found.start(1), stop)]
        if len(items) >= (2 if more else 3):
            done = stop
            for low, high in items:
                yield from site(text, low, high, [m for m in mentions if m.end > low and m.start < high], words, knowledge)


def site(
    text: str, low: int, high: int, inside: Sequence[Mention], words: Words, knowledge: Knowledge
) -> Iterator[Mention]:
    """The item up to its last word; what tells only of the spot there (在建工地, 现场) is left off."""
    if low not in words.at or any(m.kind != "District" or m.start > low for m in inside):
        return
    last = None
    for n in words.within(low, high):
        kind, strength = by_head(text[low : words.ends[n]], knowledge)
        if strength == "sure" and PLACES & set(kind.split("+")) and words.ends[n] - low >= LEAST:
            last = n, kind
    if last and own(text, words, words.at[low], last[0], inside, knowledge):
        end = words.ends[last[0]]
        yield Mention(low, end, tuple(last[1].split("+")), text[low:end], "visited")


def own(text: str, words: Words, first: int, last: int, inside: Sequence[Mention], knowledge: Knowledge) -> bool:
    """It begins with an area, a word that no everyday word is or a school by its number, or is a phase; no verb stands in it."""
    known = edges(knowledge)
    low, high = words.starts[first], words.ends[last]
    begins = bool(inside) and inside[0].end < high or role(words[first], known) == "proper" and last > first
    numbered = NUMBERED.match(text, low, high)
    breaks = (n for n in range(first, last + 1) if numbered is None or words.ends[n] > numbered.end())
    verb = any(role(words[n], known) in BREAKS and words.tag(n) not in WHEN for n in breaks)
    return not verb and (begins or bool(numbered) or bool(PHASE.search(text, low, high)))


@cache
def going(knowledge: Knowledge) -> Finder:
    told = knowledge.relations["inspects"]
    return Finder((*told["motion"], *told["look"]))


@cache
def party(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(either(knowledge.relations["inspects"]["party"]))
