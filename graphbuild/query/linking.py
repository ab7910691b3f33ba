"""A question and what a graph names in, the question read out: things, posts, indicators, days, cues, and what is left over."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graphbuild.knowledge import Knowledge
from graphbuild.model import PartialDate
from graphbuild.query.cues import Cues
from graphbuild.query.spoken_days import spoken_days
from graphbuild.query.things import Thing, Things, plain
from graphbuild.text.either import either
from graphbuild.text.finder import Finder

HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands where something has been understood
LATIN = re.compile(r"[a-z]")
SPACE = re.compile(r"(?<![a-z0-9])\s+|\s+(?![a-z0-9])")
QUOTES = re.compile(r"[“”\"‘’《》〈〉「」『』]|(?<![a-z])'|'(?![a-z])")
REST = re.compile(rf"[^\W_]+(?:[ ·][a-z0-9]+)*|{HOLE}")
SHORTEST = 2
VICE = "副"


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a question and the things that they may mean; `whole` where they are a name and not a part of one."""

    start: int
    words: str
    options: tuple[Thing, ...]
    whole: bool = True


@dataclass(slots=True)
class Reading:
    """What was understood of a question; `left` was not."""

    text: str
    links: list[Link] = field(default_factory=list)
    titles: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)
    days: list[PartialDate] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    left: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Linker:
    """Names in one automaton, cue words in another."""

    things: Things
    cues: Cues
    knowledge: Knowledge

    @cached_property
    def titles(self) -> frozenset[str]:
        known = {row["word"] for row in self.knowledge.rows("titles") if row["post"] == "yes" and len(row["word"]) > 1}
        return frozenset({plain(title) for title in self.things.holders} | known | set(self.cues.posts))

    @cached_property
    def measured(self) -> Mapping[str, str]:
        """How an indicator may be called, and what to look for."""
        own = {plain(name): name for name in self.things.indicators}
        return {**own, **{plain(name): meant for name, meant in self.cues.indicators.items()}}

    @cached_property
    def names(self) -> Finder:
        return Finder(n for n in (*self.things.by_name, *self.titles, *self.measured) if len(n) >= SHORTEST and not self.said(n))

    @cached_property
    def han(self) -> Finder:
        return Finder(word for word in self.cues.words if not LATIN.search(word))

    @cached_property
    def latin(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![a-z])(?:{either(word for word in self.cues.words if LATIN.search(word))})(?![a-z])")

    def said(self, name: str) -> bool:
        """A name that is a word of questions too is not taken for a name."""
        return name in self.cues.words and name not in self.titles

    def read(self, question: str) -> Reading:
        text = SPACE.sub("", QUOTES.sub("", plain_question(question)))
        reading = Reading(text)
        text = self.name(text, reading)
        text, reading.days = spoken_days(text, self.things.newest, self.cues.months, self.knowledge)
        text = self.cue(text, reading)
        self.rest(text, reading)
        return reading

    def name(self, text: str, reading: Reading) -> str:
        for start, end, word in list(self.names.find(text)):
            if LATIN.search(word) and not apart(text, start, end):
                continue
            if options := self.things.by_name.get(word):
                reading.links.append(Link(start, word, options))
            elif word in self.titles:
                reading.titles.append((word, self.posts(word)))
            else:
                reading.indicators.append(self.measured[word])
            text = hole(text, start, end)
        return text

    def posts(self, word: str) -> tuple[str, ...]:
        """The posts of the graph that are called so: 区委书记 is a 书记, 副书记 is none."""
        called = self.cues.posts.get(word, word)
        ends = (t for t in self.things.holders if t.endswith(called) and not t.removesuffix(called).endswith(VICE))
        return (called,) if called in self.things.holders else tuple(sorted(ends))

    def cue(self, text: str, reading: Reading) -> str:
        found = [(m.start(), m.end(), m.group()) for m in self.latin.finditer(text)]
        for start, end, word in [*found, *self.han.find(text)]:
            reading.words.append(word)
            text = hole(text, start, end)
        return text

    def rest(self, text: str, reading: Reading) -> None:
        """What is left may be a part of a name or of an indicator, or a family name before a title."""
        for found in REST.finditer(text):
            run = found.group().strip()
            if run == HOLE or not run:
                continue
            if options := self.partly(run, reading):
                reading.links.append(Link(found.start(), run, options, whole=False))
            elif len(run) >= SHORTEST and any(run in plain(name) for name in self.things.indicators):
                reading.indicators.append(run)
            else:
                reading.left.append((found.start(), run))

    def partly(self, run: str, reading: Reading) -> tuple[Thing, ...]:
        if len(run) >= SHORTEST and not (LATIN.search(run) and run.isascii()):
            return self.things.holding(run)
        titled = [posts for word, posts in reading.titles if run + word in reading.text]
        holders = {iri for posts in titled for post in posts for iri in self.things.holders[post]}
        return tuple(thing for thing in self.things.named if thing.iri in holders and thing.name.startswith(run))


def plain_question(question: str) -> str:
    """In one width and case, its spaces kept."""
    return " ".join(plain(word) for word in question.split())


def apart(text: str, start: int, end: int) -> bool:
    return not LATIN.match(text[start - 1 : start] or " ") and not LATIN.match(text[end : end + 1] or " ")


def hole(text: str, start: int, end: int) -> str:
    return text[:start] + HOLE * (end - start) + text[end:]


def spoken(words: Iterable[str], cues: Cues) -> Iterator[tuple[str, frozenset[str]]]:
    """Every word with what it may say."""
    yield from ((word, cues.words[word]) for word in words)
