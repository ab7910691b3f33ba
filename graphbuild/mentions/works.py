"""A text's words in, Mentions of works on a named thing out: 云门路改造提升工程, where no tagger is needed to see it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.edge import works_on
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either
from graphbuild.text.finder import Finder

MADE = "工程"
SITES = frozenset(("Road", "WaterBody", "Park", "Facility", "Zone"))
OPEN = ("Park", "WaterBody")
PHASED = re.compile(r"[一二三四五六七八九十\d]期工程")
LEAST = 3
LONGEST, WIDEST, LAST = 5, 60, 8  # words of a name; letters of what is done to it; of a last word


def works(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """A name that no everyday word begins, up to a head word, and what is done to it."""
    known, pattern = edges(knowledge), works_on(knowledge)
    for found in made(text, pattern):
        n = words.until.get(found.start())
        first = begin(words, n, known) if n is not None else None
        if n is None or first is None:
            continue
        name = text[words[first].start : words[n].end]
        kind = lexicon(knowledge).get(last_word(name, knowledge), ("", ""))[0]
        if SITES & set(kind.split("+")):
            start = words[first].start
            yield Mention(start, found.end(), ("Project",), text[start : found.end()], "works")
    yield from on_sites(text, words, knowledge)
    yield from phased(text, words, knowledge)


def phased(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """道路综合改造二期工程: everyday words that are counted name one works."""
    for found in PHASED.finditer(text):
        n = words.until.get(found.start())
        first = n
        while n is not None and first and n - first < LONGEST and words[first - 1].end == words[first].start:
            if role(words[first - 1], edges(knowledge)) in ("cut", "lead", "measure"):
                break
            first -= 1
        if n is not None and first is not None and role(words[first], edges(knowledge)) not in ("cut", "lead", "measure"):
            start = words[first].start
            if found.start() - start >= LEAST:
                yield Mention(start, found.end(), ("Project",), text[start : found.end()], "phase of works")


def on_sites(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """甲湖公园综合整治, without a 工程 at its end: the works, where nothing goes on after it; its park or water is named too."""
    for start, end, _ in doing(knowledge).find(text):
        place = where(knowledge).search(text, max(0, start - 2), start)
        site = place.start() if place else start
        n, after = words.until.get(site), words.at.get(end)
        if n is None or after is not None and role(words[after], edges(knowledge)) not in ("cut", "lead"):
            continue
        kind, _ = lexicon(knowledge).get(last_word(text[max(0, site - LAST) : site], knowledge), ("", ""))
        first = begin(words, n, edges(knowledge), True)
        begins = words[first].start if first is not None else 0
        if first is not None and kind in OPEN and edges(knowledge).get(text[begins : begins + 2]) != "generic":
            yield Mention(begins, end, ("Project",), text[begins:end], "works on a site")


def named_in(works: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """The park or water inside the name of works on it."""
    for mention in works:
        if mention.kind == "Project" and (found := ending(knowledge).search(mention.name)):
            name = mention.name[: found.start()]
            kind = lexicon(knowledge).get(last_word(name, knowledge), ("", ""))[0]
            if kind in OPEN and name.isalnum() and mention.end - mention.start == len(mention.name):
                yield Mention(mention.start, mention.start + len(name), (kind,), name, "site of works")


@cache
def doing(knowledge: Knowledge) -> Finder:
    return Finder(row["word"] for row in knowledge.rows("heads") if row["strength"] == "works")


@cache
def where(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(f"(?:{either(knowledge.words('works', role='where'))})$")


@cache
def ending(knowledge: Knowledge) -> re.Pattern[str]:
    done = either(row["word"] for row in knowledge.rows("heads") if row["strength"] == "works")
    return re.compile(f"(?:{either(knowledge.words('works', role='where'))})?(?:{done})$")


def made(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Each place of the pattern; it is sought only before its last word."""
    done, last = 0, text.find(MADE)
    while last >= 0:
        if found := pattern.search(text, max(done, last - WIDEST), last + len(MADE)):
            done = found.end()
            yield found
        last = text.find(MADE, last + len(MADE))


def begin(words: Words, last: int, known: dict[str, str], inside: bool = False) -> int | None:
    """The first of the words without a break before the head, if it, or one after it (inside), is no everyday word."""
    first = last
    while first > 0 and last - first < LONGEST and words[first - 1].end == words[first].start:
        if role(words[first - 1], known) in ("cut", "lead", "soft", "measure"):
            break
        first -= 1
    proper = any(role(words[n], known) == "proper" for n in range(first, last if inside else min(first + 1, last)))
    return first if proper and not words[first].text.isascii() else None
