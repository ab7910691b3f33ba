"""A question and what a graph names in, the question read out: things, posts, days, cues, and what is left over."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from rdflib import URIRef

from graphbuild.knowledge import Knowledge
from graphbuild.model import PartialDate
from graphbuild.query.covering import Piece, cover
from graphbuild.query.cues import Cues
from graphbuild.query.glance import Glance
from graphbuild.query.placed import AT, apart, home, meant, places
from graphbuild.query.spoken_days import spoken_days
from graphbuild.query.things import Thing, Things, plain
from graphbuild.query.values import iri, label

IRI = re.compile(r"<([^<>\s]+)>|(?<!<)(https?://[^<>\s？?]+)")
LATIN = re.compile(r"[a-z]")
SPACE = re.compile(r"(?<![a-z0-9])\s+|\s+(?![a-z0-9])")
QUOTES = re.compile(r"[“”\"‘’《》〈〉「」『』']")
OWN = re.compile(r"[’']s\b")
REST = re.compile(r"[^\W_]+(?:[ ·'-][a-z0-9]+)*")
SHORTEST = 2
VICE, GOVERNMENT = "副", "政府"
NAME, CUE, PART = "name", "cue", "part"
LEAST_PART, MOST_PART = 3, 20
SIGNS = " ？?。.！!，,；;：:…~～"


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a question and the things that they may mean; `whole` where they are a name and not a part of one."""

    start: int
    words: str
    options: tuple[Thing, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Title:
    """A post that is named, and the posts of the graph that are called so."""

    start: int
    words: str
    posts: tuple[str, ...]

    def beside(self, link: Link) -> bool:
        """It only says who a person is: it stands right before the name, or right after it and is the person's post."""
        after = link.start + len(link.words) == self.start
        return self.start + len(self.words) == link.start or after and any(self.words in post for post in self.posts)


@dataclass(slots=True)
class Reading:
    """What was understood of a question; `left` was not."""

    text: str
    links: list[Link] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)
    days: list[PartialDate] = field(default_factory=list)
    told: list[PartialDate] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    left: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Linker:
    """All names and cue words: a question is short, so each piece of it is looked up.

    Where it is asked but `once` names are sought for the question; for many questions they are all read.
    """

    things: Things
    cues: Cues
    knowledge: Knowledge
    once: bool = False

    @cached_property
    def titles(self) -> frozenset[str]:
        known = {row["word"] for row in self.knowledge.rows("titles") if row["post"] == "yes" and len(row["word"]) > 1}
        held = {plain(title) for title in self.things.holders}
        return frozenset((known | set(self.cues.posts)) - set(self.cues.words) | held)

    @cached_property
    def measured(self) -> Mapping[str, str]:
        """How an indicator may be called, and what to look for."""
        own = {plain(name): name for name in self.things.indicators}
        return {**own, **{plain(name): meant for name, meant in self.cues.indicators.items()}}

    @cached_property
    def longest(self) -> int:
        return max(map(len, chain(self.things.by_name, self.titles, self.measured, self.cues.words)))

    def means(self, word: str) -> str:
        """Whether it is a name or a cue, if anything at all; a cue may have one sign, a name has two."""
        if word in self.cues.words and word not in self.titles:
            return CUE
        named = any(word in known for known in (self.things.by_name, self.titles, self.measured))
        return NAME if len(word) >= SHORTEST and named else ""

    def read(self, question: str, eager: bool = False) -> Reading:
        """The whole question; an eager reader looks for parts of names before cues."""
        words = OWN.sub(" s", IRI.sub(self.spelled, question)).split()
        text = SPACE.sub("", QUOTES.sub("", " ".join(map(plain, words)))).rstrip(SIGNS)
        ending = next((end for end in self.cues.ends if text.endswith(end)), "")
        text = text.removesuffix(ending)
        reading = Reading(text, words=[self.cues.ends[ending]] if ending else [])
        (self if eager or not self.once else self.glance(text)).understand(reading, eager)
        return reading

    def spelled(self, found: re.Match[str]) -> str:
        """A thing that is given by its IRI as NAME@PLACE."""
        node = iri(self.things.store, found[1] or found[2])
        if node is None:
            return found[0]
        name = label(self.things.store, node)
        return AT.join(filter(None, (name, home(node.value, name))))

    def glance(self, text: str) -> "Linker":
        """One who has read no more names than this text needs."""
        return replace(self, things=Glance(self.things.store, self.things.terms, self.things, text), once=False)

    def understand(self, reading: Reading, eager: bool) -> None:
        text = reading.text
        days = spoken_days(text, self.things.newest, self.cues.months, self.knowledge)
        pieces = cover(len(text), [*self.pieces(text), *self.placed(text), *days, *(self.parts(text) if eager else ())])
        for piece in pieces:
            self.take(piece, text, reading)
        for start, end in zip([0, *(p.end for p in pieces)], [*(p.start for p in pieces), len(text)], strict=True):
            self.rest(start, text[start:end], reading)

    def pieces(self, text: str) -> Iterator[Piece]:
        for start in range(len(text)):
            for end in range(start + 1, min(start + self.longest, len(text)) + 1):
                if (kind := self.means(text[start:end])) and not inside_word(text, start, end):
                    yield Piece(start, end, kind)

    def placed(self, text: str) -> Iterator[Piece]:
        """NAME@PLACE, as people write which of several bearers they mean."""
        for sign in (n for n, char in enumerate(text) if char == AT):
            for start in range(max(sign - self.longest, 0), sign):
                for thing in self.things.by_name.get(text[start:sign], ()):
                    for place in places(self.things.store.graph, URIRef(thing.iri)):
                        if text.startswith(place, sign + 1):
                            yield Piece(start, sign + 1 + len(place), NAME)

    def bearers(self, word: str) -> tuple[Thing, ...]:
        if (found := self.things.by_name.get(word)) or AT not in word:
            return found or ()
        name, place = apart(word)
        bearers = {URIRef(thing.iri): thing for thing in self.things.by_name.get(name, ())}
        return tuple(bearers[node] for node in meant(self.things.store.graph, bearers, place))

    def parts(self, text: str) -> Iterator[Piece]:
        """Pieces of the question that are pieces of names."""
        for start in range(len(text)):
            for end in range(start + LEAST_PART, min(start + MOST_PART, len(text)) + 1):
                if text[start:end] not in self.joined:
                    break
                if not text[start:end].isascii():
                    yield Piece(start, end, PART)

    @cached_property
    def joined(self) -> str:
        return "\n".join(sorted({*self.things.by_name, *map(plain, self.things.indicators)}))

    def take(self, piece: Piece, text: str, reading: Reading) -> None:
        word = text[piece.start : piece.end]
        if piece.day:
            reading.days.append(piece.day)
            reading.told.append(piece.told or piece.day)
        elif piece.kind == CUE:
            reading.words.append(word)
        elif piece.kind == PART:
            self.take_part(piece.start, word, reading)
        elif options := self.bearers(word):
            reading.links.append(Link(piece.start, word, options))
        elif word in self.titles:
            reading.titles.append(Title(piece.start, word, self.posts(word)))
        else:
            reading.indicators.append(self.measured[word])

    def take_part(self, start: int, word: str, reading: Reading) -> None:
        if options := self.things.holding(word):
            reading.links.append(Link(start, word, options, whole=False))
        else:
            reading.indicators.append(word)

    def posts(self, word: str) -> tuple[str, ...]:
        """The posts of the graph that are called so: 区人民政府区长 is a 区长; 区委书记 is a 书记, 副书记 is none."""
        called = tuple(self.cues.posts.get(word, word).split())
        ends = [(t, t.removesuffix(c)) for t in sorted(self.things.holders) for c in called if t.endswith(c)]
        exact = tuple(title for title, whose in ends if not whose or whose.endswith(GOVERNMENT))
        return exact or tuple(title for title, whose in ends if not whose.endswith(VICE))

    def rest(self, start: int, text: str, reading: Reading) -> None:
        """What is left may be a part of a name or of an indicator, or a family name before a title."""
        for found in REST.finditer(text):
            run, at = found.group(), start + found.start()
            if options := self.partly(at, run, reading):
                reading.links.append(Link(at, run, options, whole=False))
            elif len(run) >= SHORTEST and self.things.measured(run):
                reading.indicators.append(run)
            else:
                reading.left.append((at, run))

    def partly(self, at: int, run: str, reading: Reading) -> tuple[Thing, ...]:
        if len(run) >= SHORTEST and not run.isascii():
            return self.things.holding(run)
        posts = {post for title in reading.titles if at + len(run) == title.start for post in title.posts}
        holders = {iri for post in posts for iri in self.things.holders.get(post, ())}
        return tuple(thing for thing in self.things.of(holders) if plain(thing.name).startswith(run))


def inside_word(text: str, start: int, end: int) -> bool:
    """An English word is not found inside another one; in Chinese nothing parts words."""
    before, after = text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1]
    return any(len(pair) == 2 and pair.isascii() and pair.isalnum() for pair in (before if start else "", after))
