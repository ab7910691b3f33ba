"""A text's words in, Mentions of works on a named thing out: 云门路改造提升工程, where no tagger is needed to see it."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.edge import doing, works_on
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import by_head, last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.unnamed import PHASE_ALONE
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

MADE = re.compile("工程|项目")
SITES = frozenset(("Road", "WaterBody", "Park", "Facility", "Zone"))
PHASED = re.compile(r"[一二三四五六七八九十\d]期工程")
UNITS = "省市县区旗镇乡村"
TO, PLACES, FAR_WAY = "至", frozenset(("ns", "nz", "nr", "n")), re.compile("高速|公路|铁路|高铁|城际|快速路|快速通道")
LEVELS, LONG = frozenset("市区县旗"), 8
ALL = re.compile(r"(?:[各个所家座等两级类类公乡镇村户些批全城市县校]|\w[、及和与])$")
LEAST = 3
LONGEST, WIDEST = 5, 60  # words of a name; letters of what is done to it


def works(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """A name that no everyday word begins, up to a head word, and what is done to it."""
    known, pattern = edges(knowledge), works_on(knowledge)
    for found in made(text, pattern, lasts(knowledge)):
        n = words.until.get(found.start())
        first = begin(words, n, known) if n is not None else None
        if first is None and (start := institution(text, found.start(), knowledge)) is not None:
            yield Mention(start, found.end(), ("Project",), text[start : found.end()], "works on an institution")
        if n is None or first is None:
            continue
        name = text[words[first].start : words[n].end]
        kind = by_head(name, knowledge)[0]
        if SITES & set(kind.split("+")):
            start = way(words, first, name)
            yield Mention(start, found.end(), ("Project",), text[start : found.end()], "works")
    yield from phased(text, words, knowledge)


def way(words: Words, first: int, name: str) -> int:
    """Where 甲至乙高速公路 begins, by both its ends."""
    ends = first > 1 and words.texts[first - 1] == TO and words.ends[first - 2] == words.starts[first - 1]
    before = words.texts[first - 2]
    place = ends and words.tag(first - 2)[:2] in PLACES and len(before) > 1 and before[-1] not in UNITS and FAR_WAY.search(name)
    return words.starts[first - 2] if place else words.starts[first]


def institution(text: str, end: int, knowledge: Knowledge) -> int | None:
    """Where 县医院 or 中医院 begins, the one of its area, which needs no name; all of a kind (各县医院, 3所中医院) are none."""
    head = last_word(text[max(0, end - LONG) : end], knowledge)
    start = end - len(head)
    level = text[start - 1 : start] in LEVELS
    only = level or len(head) > len("医院")
    sure = only and lexicon(knowledge).get(head, ("", ""))[0].startswith("Organization")
    return start - level if sure and not ALL.search(text, max(0, start - level - 3), start - level) else None


def phased(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """管网改造二期: everyday words that are counted name one works."""
    known = edges(knowledge)
    for found in PHASED.finditer(text):
        last = words.until.get(found.start())
        if last is None or not words[last].text.isalnum():
            continue
        first = last  # 市定一期工程: the word before the count may be what others are not
        while first > 0 and last - first < LONGEST and words[first - 1].end == words[first].start:
            if role(words[first - 1], known) in ("cut", "lead", "measure"):
                break
            first -= 1
        start = words[first].start
        if found.start() - start >= LEAST and not PHASE_ALONE.match(text, start, found.end()):
            yield Mention(start, found.end(), ("Project",), text[start : found.end()], "phase of works")


def made(text: str, pattern: re.Pattern[str], lasts: frozenset[str]) -> Iterator[re.Match[str]]:
    """Each place of the pattern; it is sought only before its last word, behind a letter with which a work ends."""
    done = 0
    for last in MADE.finditer(text):
        if text[last.start() - 1] in lasts and (found := pattern.search(text, max(done, last.start() - WIDEST), last.end())):
            done = found.end()
            yield found


@cache
def lasts(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(word[-1] for word in (*doing(knowledge), *"和及"))


def begin(words: Words, last: int, known: dict[str, str], inside: bool = False) -> int | None:
    """The first of the words without a break before the head, if it, or one after it (inside), is no everyday word."""
    first = last
    while first > 0 and last - first < LONGEST and words[first - 1].end == words[first].start:
        if role(words[first - 1], known) in ("cut", "lead", "soft", "measure"):
            break
        first -= 1
    if opens_item(words, first - 1):
        return first - 1
    proper = any(role(words[n], known) == "proper" for n in range(first, last if inside else min(first + 1, last)))
    return first if proper and not words[first].text.isascii() else None


def opens_item(words: Words, n: int) -> bool:
    """须 in 甲湖、须石河: behind a name in a list no adverb stands, it is a letter of the next name."""
    listed = n > 0 and words.texts[n - 1] == "、" and words.ends[n] == words.starts[n + 1]
    return listed and len(words.texts[n]) == 1 and words.tag(n) == "d"
