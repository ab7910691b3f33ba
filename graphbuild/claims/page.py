"""A Reading in, a Page out: its text with one private character for each mention, so that patterns see names as units."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from graphbuild.claims.reading import Reading
from graphbuild.claims.titles import BODIES, PEOPLE, ends_of_titles, with_title
from graphbuild.claims.wording import Wording, wording
from graphbuild.model import Mention
from graphbuild.text.sentences import sentences

NOISE = re.compile(r"[*“”\"'‘’「」『』 \t\u3000\ue000-\uf8ff]+")
SHORT_FOR = re.compile(r"（(?:以下|下)?(?:简称|称)[^（）\n]{1,30}）")
ENDS = re.compile(r"[，；：。！？|\n]")
SEGMENTS = re.compile(r"[；。！？|\n]")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that announces a relation; `start` and `end` count in the page."""

    start: int
    end: int
    word: str
    roles: frozenset[str]


@dataclass(frozen=True, eq=False)
class Page:
    """`text` holds a mark for each outermost mention, persons together with their titles, and no quotation marks."""

    reading: Reading
    known: Wording
    text: str
    places: Sequence[int]
    mentions: Sequence[Mention]
    cuts: Sequence[int]
    shifts: Sequence[int]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        return sentences(self.text)

    @cached_property
    def cues(self) -> list[Cue]:
        roles = self.known.roles
        return [Cue(s, e, word, roles[word]) for s, e, word in self.known.finder.find(self.text) if roles[word]]

    @cached_property
    def cue_starts(self) -> list[int]:
        return [cue.start for cue in self.cues]

    def cues_in(self, start: int, end: int) -> Sequence[Cue]:
        return self.cues[bisect_left(self.cue_starts, start) : bisect_left(self.cue_starts, end)]

    def marks(self, start: int, end: int, kinds: frozenset[str] | None = None) -> list[tuple[int, Mention]]:
        """The mentions in text[start:end] with their places on the page, of some kinds."""
        low, high = bisect_left(self.places, start), bisect_left(self.places, end)
        found = zip(self.places[low:high], self.mentions[low:high], strict=True)
        return [(place, m) for place, m in found if kinds is None or kinds.intersection(m.kinds)]

    def at(self, place: int) -> Mention | None:
        """The mention whose mark stands at a place."""
        index = bisect_left(self.places, place)
        return self.mentions[index] if index < len(self.places) and self.places[index] == place else None

    @cached_property
    def placed(self) -> dict[Mention, int]:
        return dict(zip(self.mentions, self.places, strict=True))

    def back(self, place: int) -> int:
        """Where a place of the page lies in the view."""
        return place + self.shifts[bisect_right(self.cuts, place) - 1]

    def around(self, start: int, end: int, ends: re.Pattern[str] = ENDS) -> tuple[int, int]:
        """The clause, or with SEGMENTS the segment, that holds a stretch."""
        low = max(self.text.rfind("\n", 0, start) + 1, start - 400)
        for found in ends.finditer(self.text, low, start):
            low = found.end()
        behind = ends.search(self.text, end)
        return low, behind.start() if behind else len(self.text)

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence that holds a place."""
        index = bisect_right(self.sentences, (place, len(self.text))) - 1
        return self.sentences[max(index, 0)]

    def line(self, place: int) -> tuple[int, int]:
        end = self.text.find("\n", place)
        return self.text.rfind("\n", 0, place) + 1, end if end >= 0 else len(self.text)

    def evidence(self, first: int, last: int) -> tuple[int, int]:
        """The place in the view of text[first:last], without line ends and blanks around it."""
        view = self.reading.text
        start, end = self.back(first), self.back(max(first, last - 1)) + 1
        mention = self.at(last - 1)
        end = max(end, mention.end) if mention else end
        while start < end - 1 and view[start].isspace():
            start += 1
        while end > start + 1 and view[end - 1].isspace():
            end -= 1
        return start, end


def page(reading: Reading) -> Page:
    known = wording(reading.knowledge)
    builder = Builder(reading.text)
    for start, end, mention in sorted([*marks(reading, known), *noise(reading.text)], key=lambda piece: (piece[0], -piece[1])):
        builder.put(start, end, mention, known.mark(mention.kinds) if mention else "")
    return builder.page(reading, known)


def marks(reading: Reading, known: Wording) -> Iterator[tuple[int, int, Mention | None]]:
    """The outermost mentions, persons with their titles; a body inside a title makes no mark of its own."""
    outer = outermost(reading, known)
    titles = ends_of_titles(reading, known)
    bodies = {m.end: m.start for m in outer if BODIES.intersection(m.kinds)}
    people = {m: with_title(reading, m, titles, bodies) for m in outer if m.kind in PEOPLE}
    ahead: list[tuple[int, int, Mention | None]] = []
    for mention in outer:
        start, end = people.get(mention) or whole(reading, mention)
        while mention in people and ahead and ahead[-1][0] >= start and ahead[-1][2] not in people:
            ahead.pop()
        if not ahead or mention.start >= ahead[-1][1]:
            ahead.append((max(start, ahead[-1][1]) if ahead else start, end, mention))
    yield from ahead


def outermost(reading: Reading, known: Wording) -> list[Mention]:
    outer: list[Mention] = []
    for mention in sorted(reading.mentions, key=lambda m: (m.start, -m.end)):
        if known.mark(mention.kinds) and (not outer or mention.start >= outer[-1].end):
            outer.append(mention)
    return outer


def whole(reading: Reading, mention: Mention) -> tuple[int, int]:
    """A name with the bracket that gives its short form."""
    behind = SHORT_FOR.match(reading.text, mention.end)
    return mention.start, behind.end() if behind else mention.end


def noise(text: str) -> Iterator[tuple[int, int, None]]:
    return ((found.start(), found.end(), None) for found in NOISE.finditer(text))


class Builder:
    """Puts a page together from left to right."""

    def __init__(self, view: str) -> None:
        self.view, self.read, self.length = view, 0, 0
        self.pieces: list[str] = []
        self.places: list[int] = []
        self.mentions: list[Mention] = []
        self.cuts, self.shifts = [0], [0]

    def put(self, start: int, end: int, mention: Mention | None, mark: str) -> None:
        """The text before a piece as it is, then the mark in the piece's stead; what lies inside a piece is left out."""
        if start < self.read:
            return
        self.copy(start)
        if mention:
            self.cut(mention.start)  # the mark stands for the name itself, not for the title before it
            self.places.append(self.length)
            self.mentions.append(mention)
            self.pieces.append(mark)
            self.length += 1
        self.read = end
        self.cut(end)

    def copy(self, end: int) -> None:
        self.pieces.append(self.view[self.read : end])
        self.length += end - self.read
        self.read = end

    def cut(self, place: int) -> None:
        self.cuts.append(self.length)
        self.shifts.append(place - self.length)

    def page(self, reading: Reading, known: Wording) -> Page:
        self.copy(len(self.view))
        return Page(reading, known, "".join(self.pieces), self.places, self.mentions, self.cuts, self.shifts)
