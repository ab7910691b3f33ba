"""A cue in its sentence in, its status and date out: planned or done, and the last day that the text allows."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from operator import itemgetter

from graphbuild.claims.reading import Reading
from graphbuild.claims.steps import Step, Words, words
from graphbuild.model import PartialDate
from graphbuild.text.dates import Dated, dates
from graphbuild.text.years import Years, years

CLAUSE = re.compile(r"[，：；。！？|\n]")
SENTENCE = re.compile(r"[。！？\n]")
OWN_YEAR = re.compile(r"年|今冬")
BEFORE = re.compile(r"前")
CERTAIN = re.compile(r"[已了]")
GOES_ON = re.compile(r"(?:建设|推进|推动|实施|进行|开展)?[，。；！\n]")
AHEAD = ("在即", "在望")
BACK = ("done", "past")  # 获评, 累计 look back and say nothing of the step beside them
PURE = 4
REACH = 800


@dataclass(frozen=True, slots=True)
class Told:
    status: str
    date: PartialDate


def line_start(text: str, place: int) -> int:
    """Where the line begins, or not too far before: one endless line must not make reading slow."""
    return max(text.rfind("\n", 0, place) + 1, place - REACH)


@dataclass(frozen=True, eq=False)
class Speech:
    """A text, when it speaks, and the words by which it tells what is planned from what is done."""

    text: str
    known: Words
    when: Years

    def tell(self, step: Step) -> Told | None:
        """None where the step is denied, wished for or only supposed."""
        text = self.text
        line = line_start(text, step.start)
        start = max([line, *(found.end() for found in SENTENCE.finditer(text, line, step.start))])
        clauses = [start, *(found.end() for found in CLAUSE.finditer(text, start, step.start))]
        said = self.tone(clauses[-1], step.start)
        if said == "never":
            return None
        dated = self.chosen(list(self.named(start, step.start)), clauses)
        past = text[step.end : step.end + 1] == "了" or text[step.end : step.end + 2] == "以来"
        status = (
            ("planned" if text.startswith(AHEAD, step.end) else "done" if past else said)
            or self.compared(dated) or ("planned" if self.until(dated) else "")
            or self.tone(start, clauses[-1]).replace("never", "") or self.guessed(dated)
            or ("" if text[step.start - 1 : step.start] == "的" and not step.act else self.mood(step.start))  # 甲路的开工建设
            or ("planned" if step.act else "done")
        )
        return Told(status, dated.date if dated else self.when.part(step.start))

    def tone(self, start: int, end: int) -> str:
        """The last word on it; 已 after 计划 is done, 正式 after 将 is still to come."""
        said = ""
        for _, kind, certain in self.between(start, end):
            if kind == "never":
                return kind
            if kind == "planned" or kind == "done" and (not said or certain):
                said = kind
        return said

    @cached_property
    def tones(self) -> list[tuple[int, str, bool]]:
        """Where each word on it ends, once for the whole text: figures are many and their paragraphs long."""
        found = ((end, self.weight(word, end), word) for _, end, word in self.known.tones.find(self.text))
        return [(end, weight, bool(CERTAIN.search(word))) for end, weight, word in found if weight]

    def weight(self, word: str, end: int) -> str:
        """加快推进A is to be done; A加快推进 at the end of a clause only tells how it goes."""
        kind = self.known.tone_of[word]
        if kind == "pace":
            return "" if GOES_ON.match(self.text, end) else "planned"
        return kind

    def between(self, start: int, end: int) -> list[tuple[int, str, bool]]:
        first = bisect_right(self.tones, start, key=itemgetter(0))
        return self.tones[first : bisect_right(self.tones, end, key=itemgetter(0))]

    @cached_property
    def tally(self) -> list[tuple[int, int]]:
        """How often planned and done were said before each of them."""
        steps = ((int(kind == "planned"), int(kind in BACK)) for _, kind, _ in self.tones)
        return list(accumulate(steps, lambda one, two: (one[0] + two[0], one[1] + two[1]), initial=(0, 0)))

    def named(self, start: int, end: int) -> Iterator[Dated]:
        """The dates of a sentence; a bare month after a year that lies ahead is in that year."""
        year = self.when.at(start)
        for dated in dates(self.text, start, end, self.when.said, self.known.holidays, year):
            if OWN_YEAR.search(self.text, dated.start, dated.end) and (dated.date.year or 0) > (year or 0):
                year = dated.date.year
            yield dated

    def chosen(self, found: Sequence[Dated], clauses: Sequence[int]) -> Dated | None:
        """The date in the clause, else one that stands alone as a clause before it (9月6日，随着…)."""
        own = [dated for dated in found if dated.start >= clauses[-1]]
        if own:
            return own[-1]
        for start, end in reversed(list(pairwise(clauses))):
            inside = [dated for dated in found if start <= dated.start < end]
            if inside and len(self.known.left(self.text[start : end - 1])) <= PURE:
                return inside[-1]
        return None

    def until(self, dated: Dated | None) -> bool:
        return dated is not None and bool(BEFORE.search(self.text, dated.start, dated.end + 3))

    def compared(self, dated: Dated | None) -> str:
        """A date before the day of the text is past, one after it ahead."""
        said = self.when.said
        if dated is None or dated.date.year is None or said.year is None:
            return ""
        if dated.date.year != said.year:
            return "planned" if dated.date.year > said.year else "done"
        return by_month(dated.date, said)

    def guessed(self, dated: Dated | None) -> str:
        """A date without a year: 于 looks back, else months are compared."""
        if dated is None:
            return ""
        return "done" if self.text[dated.start - 1 : dated.start] == "于" else by_month(dated.date, self.when.said)

    def backwards(self, start: int, place: int) -> str:
        """A figure whose sentence compares it (同比增长8%) and plans nothing is a result."""
        ends = SENTENCE.search(self.text, place, place + REACH)
        kinds = {kind for _, kind, _ in self.between(start, ends.start() if ends else place + REACH)}
        return "done" if "past" in kinds and "planned" not in kinds else ""

    def mood(self, place: int) -> str:
        """Nothing in the sentence: the year of the part, else how its paragraph and then its whole text speak."""
        year, now = self.when.at(place), self.when.said.year
        if year is not None and now is not None and year != now:
            return "planned" if year > now else "done"
        line, end = line_start(self.text, place), self.text.find("\n", place, place + REACH)
        return self.leaning(line, end if end > 0 else min(len(self.text), place + REACH)) or self.throughout

    @cached_property
    def throughout(self) -> str:
        return self.leaning(0, len(self.text))

    def leaning(self, start: int, end: int) -> str:
        first, last = (self.tally[bisect_right(self.tones, place, key=itemgetter(0))] for place in (start, end))
        planned, done = last[0] - first[0], last[1] - first[1] + 2 * self.text.count("了", start, end)
        return "" if planned == done else "planned" if planned > done else "done"


@lru_cache(maxsize=1)
def speech(reading: Reading) -> Speech:
    """How a document speaks: milestones and measures ask one after the other."""
    return Speech(reading.text, words(reading.knowledge), years(reading.text, reading.document.said))


def by_month(date: PartialDate, said: PartialDate) -> str:
    if date.month is None or said.month is None:
        return ""
    return "planned" if (date.month, date.day or said.day or 0) > (said.month, said.day or 31) else "done"
