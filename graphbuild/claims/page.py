"""A text with one character for each mention, so that patterns see names as units; places lead back to the view."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from graphbuild.claims.reading import Reading
from graphbuild.claims.wording import FIRST_MARK, Wording
from graphbuild.model import Mention
from graphbuild.text.sentences import sentences

NOISE = re.compile(r"[*“”\"'‘’「」『』 \t\u3000\ue000-\uf8ff]+")
ENDS = re.compile(r"[，；：。！？|\n]")
LONGEST = 1000  # no clause is longer; a text without any punctuation must not be searched to its end each time
PEOPLE, NEAR = ("Official", "Person"), 12
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
    def sentences(self) -> tuple[tuple[int, int], ...]:
        return sentences(self.text)

    @cached_property
    def openings(self) -> list[int]:
        """Where each sentence begins."""
        return [start for start, _ in self.sentences]

    @cached_property
    def cues(self) -> list[Cue]:
        roles, led = self.known.roles, self.known.words("behind_people")
        found = ((s, e, word) for s, e, word in self.known.finder.find(self.text) if roles[word])
        return [Cue(s, e, word, roles[word]) for s, e, word in found if word not in led or self.of_person(s)]

    def of_person(self, place: int) -> bool:
        """甲（正厅级）率: somebody is named right before a place."""
        before = self.text.rfind("（", max(0, place - NEAR), place) if self.text[place - 1 : place] == "）" else place
        mention = self.at(before - 1)
        return mention is not None and mention.kind in PEOPLE

    @cached_property
    def cues_of(self) -> dict[str, list[Cue]]:
        """The cues that announce each relation."""
        found: dict[str, list[Cue]] = {}
        for cue in self.cues:
            for relation in {role.partition(".")[0] for role in cue.roles}:
                found.setdefault(relation, []).append(cue)
        return found

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

    def held(self, start: int, end: int) -> int:
        """The bits of all kinds that the marks of text[start:end] have."""
        kinds = 0
        for place in self.places[bisect_left(self.places, start) : bisect_left(self.places, end)]:
            kinds |= ord(self.text[place]) - FIRST_MARK
        return kinds

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
        low = max(self.text.rfind("\n", 0, start) + 1, start - LONGEST)
        for found in ends.finditer(self.text, low, start):
            low = found.end()
        reach = min(end + LONGEST, len(self.text))
        behind = ends.search(self.text, end, reach)
        return low, behind.start() if behind else reach

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence that holds a place."""
        return self.sentences[max(bisect_right(self.openings, place) - 1, 0)]

    def line(self, place: int) -> tuple[int, int]:
        end = self.text.find("\n", place)
        return self.text.rfind("\n", 0, place) + 1, end if end >= 0 else len(self.text)

    def behind(self, place: int) -> int:
        """Where what stands before a place ends in the view: a mark leads to its name, this to the title before it."""
        if place == 0:
            return 0
        mention = self.at(place - 1)
        return mention.end if mention else self.back(place - 1) + 1

    def evidence(self, first: int, last: int) -> tuple[int, int]:
        """The place in the view of text[first:last], without line ends and blanks around it."""
        view = self.reading.text
        start, end = self.behind(first), self.behind(last)
        while start < end - 1 and view[start].isspace():
            start += 1
        while end > start + 1 and view[end - 1].isspace():
            end -= 1
        return start, end
