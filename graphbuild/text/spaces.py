"""A text of whole lines in, the edits out that leave spaces only where they part something: headline parts, names."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from graphbuild.text.edits import Edit

GAP = re.compile(r"[ \u3000](?<=[^\n \u3000].)[ \u3000]*(?=[^\n \u3000])")
HAN = "\u3400-\u9fff"
WORD = re.compile(rf"[{HAN}]+")
BYLINE = re.compile(r"(?:(?<=[（。！？”])|^)[^（），。；：！？]{0,8}(?:记者|通讯员|实习生)[^（），。；：！？]{0,60}")
DISPATCH = re.compile(r"[^，。]{0,12}(?:讯|电|消息)(?:（[^）]{0,60}）)?$")
DATE = re.compile(r"\d ?[年月]$")
HALVES = re.compile(rf"[{HAN}][ \u3000]+[{HAN}]")
NUMBER = re.compile(r"[(（]?\d{1,2}[.、)）]$")
SIGN = re.compile(r"[，。；：！？、（）“”‘’《》「」…]")
SENTENCE_END = "。！？；：”）"
ENOUGH = 45
NUMBERED = 6


def spaces(text: str) -> Iterator[Edit]:
    """One edit for each gap that is not to stay as the single space it is."""
    end, line = -1, Row("", 0)
    for found in GAP.finditer(text):
        if found.start() > end:
            start = text.rfind("\n", 0, found.start()) + 1
            end = text.find("\n", found.end())
            end = len(text) if end < 0 else end
            line = Row(text[start:end], start)
        new = line.space(*found.span())
        if found.group() != new:
            yield *found.span(), new


class Row:
    """One line of text and what its spaces can mean."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start
        self.table = text[:1] == "|"
        pauses = "，" in text and (len(text) > ENOUGH or text[-1] in "，、；：！？”…")
        self.runs = "。" in text or pauses
        self.bylines = [found.span() for found in BYLINE.finditer(text)] if self.runs else []

    def space(self, start: int, end: int) -> str:
        """What stands for the gap text[start:end]: a space, nothing, or a line break where a paragraph begins."""
        start, end = start - self.start, end - self.start
        before, after, wide = self.text[start - 1], self.text[end], self.text[start:end].count("\u3000") > 1
        if self.table:
            return " "
        if wide and before in SENTENCE_END:
            return "\n"
        if not self.runs and (before in "”》」" or after in "“《「"):
            return " "
        numbered = start < NUMBERED and NUMBER.match(self.text[:start]) and WORD.match(after)
        if numbered or SIGN.match(before) or SIGN.match(after):
            return ""
        if not (WORD.match(before) or WORD.match(after)):
            return " "
        if before.isdigit() and after in "年月日" or DATE.search(self.text, max(0, start - 3), start) and after.isdigit():
            return ""
        return self.between_words(start, end)

    def between_words(self, start: int, end: int) -> str:
        left, right = self.left(start), self.right(end)
        if not self.runs or self.signed(start):
            return "" if single(left) and single(right) else " "
        if start < ENOUGH * 2 and DISPATCH.match(self.text[:start]):
            return " "
        names = min(len(left), len(right)) > 1 and (self.inner(start, left, -1) or self.inner(end, right, 1))
        return " " if names or self.slogan(start) else ""

    def slogan(self, place: int) -> bool:
        """The one space of a line, within quotes: two halves of a slogan, for stray spaces come in numbers."""
        opened = self.text.rfind("“", max(0, place - ENOUGH), place)
        if opened < 0 or "”" in self.text[opened:place]:
            return False
        return len(HALVES.findall(self.text, max(0, place - 300), place + 300)) == 1

    def signed(self, place: int) -> bool:
        """Whether a place lies in a byline, where spaces part names."""
        before = bisect_left(self.bylines, (place,)) - 1
        return before >= 0 and place < self.bylines[before][1]

    def left(self, start: int) -> str:
        """The Chinese characters that end at a place, four at most."""
        found = re.search(rf"[{HAN}]*$", self.text[max(0, start - 4) : start])
        return found.group() if found else ""

    def right(self, end: int) -> str:
        found = WORD.match(self.text, end, end + 4)
        return found.group() if found else ""

    def inner(self, place: int, word: str, side: int) -> bool:
        """Whether a word between two spaces is as long as a name: such spaces part the names of a list."""
        other = place - len(word) - 1 if side < 0 else place + len(word)
        return 2 <= len(word) <= 3 and 0 <= other < len(self.text) and self.text[other] in " \u3000"


def single(word: str) -> bool:
    return len(word) == 1
