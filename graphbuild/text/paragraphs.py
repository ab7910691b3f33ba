"""An even text in, the edits out that make its lines its paragraphs: broken lines joined, marks and blank lines gone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graphbuild.text.edits import Edit
from graphbuild.text.lines import OWN, Line, ended, lines

STATES = re.compile(r"[，。；！？]")
OPEN = re.compile(r"(?:[、的和与及在]|“[^”]*|《[^》]*|（[^）]*)$")
NARROW, LONG = 60, 40


def broken(text: str) -> Iterator[Edit]:
    """One edit for every gap between two lines that is not already a single line break."""
    all_lines = lines(text)
    end, joins = 0, Joins(all_lines)
    for number, line in enumerate(all_lines):
        new = joins.between(number) if number else ""
        if text[end : line.start] != new:
            yield end, line.start, new
        end = line.end
    if end < len(text):
        yield end, len(text), ""


class Joins:
    """Decides for two neighbouring lines whether the second goes on; `ends` tells if a line's block ends a sentence."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.apart = sum(line.apart for line in lines) * 2 >= len(lines) - 1
        self.width = 0 if self.apart else wrapped(lines)
        self.running = False
        self.ends = [False] * len(lines)
        for number in range(len(lines) - 1, -1, -1):
            last = number + 1 == len(lines) or lines[number + 1].apart
            self.ends[number] = ended(lines[number].words) if last else self.ends[number + 1]

    def between(self, number: int) -> str:
        first, second = self.lines[number - 1], self.lines[number]
        self.running = not ended(first.words) and self.continues(number, first, second)
        if self.running:
            return " " if first.words[-1].isascii() and second.words[0].isascii() else ""
        return " " if number == 1 and self.heading_goes_on(first, second) else "\n"

    def heading_goes_on(self, first: Line, second: Line) -> bool:
        plain = not STATES.search(first.words + second.words) and not first.mark and not OWN.match(second.words)
        short = max(len(first.words), len(second.words)) <= 2 * LONG
        return plain and short and bool(OPEN.search(first.words))

    def continues(self, number: int, first: Line, second: Line) -> bool:
        """Only running text goes on, never into a heading, an item, a byline, a table or an indented paragraph."""
        hangs = first.words[-1] in "，、"
        if first.mark or second.mark or first.words[0] == "|" or not STATES.search(second.words):
            return False
        if OWN.match(second.words) and not (hangs and second.words[0].isdigit()) or second.indented and not hangs:
            return False
        if hangs or self.running or "。" in first.words:
            return hangs or second.apart or self.apart or self.full(first)
        if alike(first.words, second.words) or " " in first.words and number == 1:
            return False
        if second.apart:
            return self.apart and self.long(number, first)
        return "，" in first.words and (self.apart and self.ends[number] or self.full(first))

    def long(self, number: int, line: Line) -> bool:
        """A paragraph without a full stop yet: long, listing or pausing, no heading of several parts."""
        whole = number > 1 and len(line.words) >= LONG and " " not in line.words
        return whole and line.words[0] > "\u3400" and bool(re.search("[，、]", line.words))

    def full(self, line: Line) -> bool:
        return bool(self.width) and width(line.words) >= self.width - 2


def alike(first: str, second: str) -> bool:
    """Two items of one list open with the same sign."""
    return first[0] == second[0] and first[0] < "\u3400"


def width(words: str) -> int:
    return len(words.encode("gb18030", "replace")) // 2


def wrapped(lines: Sequence[Line]) -> int:
    """The width at which the lines of a text are broken, 0 where they are not."""
    widths = Counter(width(line.words) for line in lines if len(line.words) <= 2 * NARROW)
    if len(lines) < 5 or not widths:
        return 0
    near = {size: sum(widths[size + step] for step in (-2, -1, 0, 1)) for size in widths if 12 <= size <= NARROW}
    best = max(near, key=lambda size: (near[size], size), default=0)
    return best if best and near[best] * 5 >= len(lines) * 2 else 0
