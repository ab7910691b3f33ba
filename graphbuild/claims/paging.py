"""A Reading in, its Page out: every outermost mention a mark, persons together with their titles, noise left out."""

import re
from collections.abc import Iterator

from graphbuild.claims.page import Page
from graphbuild.claims.reading import Reading
from graphbuild.claims.titles import BODIES, PEOPLE, ends_of_titles, with_title
from graphbuild.claims.wording import Wording, wording
from graphbuild.model import Mention

NOISE = re.compile(r"[*“”\"'‘’「」『』 \t\u3000\ue000-\uf8ff]+")  # the private area is kept for marks
SHORT_FOR = re.compile(r"（(?:以下|下)?(?:简称|称)[^（）\n]{1,30}）")


def page(reading: Reading) -> Page:
    known = wording(reading.knowledge)
    builder = Builder(reading.text)
    pieces = [*marks(reading, known), *noise(reading.text)]
    for start, end, mention in sorted(pieces, key=lambda piece: (piece[0], -piece[1])):
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
        """The text before a piece, then the mark in the piece's stead; what lies inside it is left out."""
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
