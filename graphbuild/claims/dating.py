"""A cue in its sentence in, the date that is its own out, in the year that is meant, and what it tells of planned and done."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graphbuild.claims.steps import Words
from graphbuild.model import PartialDate
from graphbuild.text.dates import Dated, dates
from graphbuild.text.years import Years

OWN_YEAR = re.compile(r"年|今冬")
OTHER_YEAR = re.compile(r"(?P<ahead>[明后]年)|[去前]年")
TO_BE = ("明年", "后年")
NARRATED = {"当年": 0, "同年": 0, "次年": 1, "翌年": 1}  # counted from the year that was told before
SAME, REACH = re.compile("当[天日]"), 400
BEFORE, DAY = re.compile(r"前"), re.compile(r"[日号]$")
THIS_YEAR = ("今年", "本年")
TO_COME = ("share", "tail")  # 年内, 年底: where no year is known they lie ahead
PURE, FAR, HALF = 4, 20, 6


@dataclass(frozen=True, eq=False)
class Dating:
    """A text, when it speaks, and the words that may stand beside a date."""

    text: str
    known: Words
    when: Years

    def of(self, start: int, clauses: Sequence[int], place: int, end: int) -> Dated | None:
        """The date of the cue text[place:end] in the sentence that begins at `start`."""
        told = self.behind(end) or self.chosen(list(self.named(start, place)), clauses, place)
        return told or self.same_day(start, clauses[-1], place)

    def same_day(self, start: int, clause: int, place: int) -> Dated | None:
        """3月10日，…。当天开工的有甲、乙: the day that was named last."""
        if not SAME.search(self.text, clause, place):
            return None
        found = dates(self.text, max(0, start - REACH), start, self.when.said, self.known.holidays, self.when.at(start))
        days = [one for one in found if DAY.search(self.text, one.start, one.end)]
        return days[-1] if days else None

    def named(self, start: int, end: int) -> Iterator[Dated]:
        """The dates of a sentence; a bare month after a year that lies ahead is in that year."""
        year = ahead = self.when.at(start)
        told: int | None = None
        for dated in dates(self.text, start, end, self.when.said, self.known.holidays, year):
            own = OWN_YEAR.search(self.text, dated.start, dated.end)
            after = NARRATED.get(self.text[dated.start : dated.start + 2])
            meant = dated.date.year
            if after is not None and told:
                meant = told + after
            elif own:
                ahead = max(meant or 0, year or 0) or year
            elif meant == year:
                meant = ahead
            told = meant if own else told
            yield dated if meant == dated.date.year else in_year(dated, meant)

    def behind(self, end: int) -> Dated | None:
        """建成于2018年, 建成（2018年）: the date stands behind its cue."""
        if self.text[end : end + 1] == "（":
            found = next(self.named(end + 1, end + FAR), None)
            return found if found and found.start == end + 1 and self.text[found.end : found.end + 1] == "）" else None
        place = end if self.text[end - 1] == "于" else end + 1  # 建于2018年
        if self.text[place - 1 : place] != "于":
            return None
        found = next(dates(self.text, place, end + FAR, self.when.said, self.known.holidays, self.when.at(end)), None)
        return found if found and found.start == place else None

    def told_of_another(self, start: int, end: int) -> bool:
        """2020年 in 2020年动工的甲路建成 dates what made it known, not what is told."""
        ends = (start + stop for _, stop, _ in self.known.cues.find(self.text[start:end]))
        return any(self.text[stop] == "的" for stop in ends if stop < end)

    def chosen(self, found: Sequence[Dated], clauses: Sequence[int], place: int) -> Dated | None:
        """The date in the clause, else one that stands alone as a clause before it (9月6日，随着…)."""
        own = [dated for dated in found if dated.start >= clauses[-1]]
        if own:
            return None if self.told_of_another(own[-1].end, place) else own[-1]
        for first, last in reversed(list(pairwise(clauses))):
            inside = [dated for dated in found if first <= dated.start < last]
            if inside and len(self.known.left(self.text[first : last - 1])) <= PURE:
                return None if any(self.known.cues.find(self.text[first:last])) else inside[-1]
        return None

    def status(self, dated: Dated) -> str:
        """What the date alone tells: one that is past, one that lies ahead, or one before which it is to be."""
        day = DAY.search(self.text, dated.start, dated.end)
        if self.until(dated) and self.in_table(dated):
            return "planned"  # a task's limit stays one when it is past
        told = self.compared(self.nearest(dated, "done") if day else dated)
        return told or ("planned" if self.until(dated) or dated.rule in TO_COME else "")

    def in_table(self, dated: Dated) -> bool:
        """In a row, and in the year of the text."""
        same = not (dated.date.year and self.when.said.year) or dated.date.year == self.when.said.year
        return same and self.text.rfind("|", 0, dated.start) > self.text.rfind("\n", 0, dated.start)

    def until(self, dated: Dated) -> bool:
        return bool(BEFORE.search(self.text, dated.start + 1, dated.end + 3))

    def compared(self, dated: Dated) -> str:
        """A date before the day of the text is past, one after it ahead."""
        said = self.when.said
        if told := OTHER_YEAR.match(self.text, dated.start):
            return "planned" if told["ahead"] else "done"
        if dated.date.year is None or said.year is None:
            return ""
        if dated.date.year != said.year:
            return "planned" if dated.date.year > said.year else "done"
        return by_month(dated.date, said)

    def follows(self, first: Dated, dated: Dated) -> bool:
        """Not before the other; 明年 is ahead of the text, whatever its year."""
        early, late = first.date, dated.date
        if (early.year is None) != (late.year is None):
            return False
        told = (early.year or 0, early.month or 1, early.day or 1) <= (late.year or 0, late.month or 12, late.day or 31)
        return told or self.text.startswith(TO_BE, first.start)

    def month_to_come(self, dated: Dated) -> str:
        """A bare month not long after that of the text is still to come, whatever was done before."""
        said, month = self.when.said.month, dated.date.month
        near = said and month and dated.date.year is None and said < month <= said + HALF
        return "planned" if near and not DAY.search(self.text, dated.start, dated.end) else ""

    def guessed(self, dated: Dated) -> str:
        """A date without a year: 于 looks back, else months are compared; who names the very day tells what was."""
        if self.text[dated.start - 1 : dated.start] == "于":
            return "done"
        day = "done" if dated.date.year is None and DAY.search(self.text, dated.start, dated.end) else ""
        return day or by_month(dated.date, self.when.said)

    def due(self, dated: Dated | None, date: PartialDate) -> PartialDate:
        """What is planned is never due in a year before that of the text where it names none; 今年 is over with its last day."""
        if date.year is None and dated and dated.rule == "year" and self.text.startswith(THIS_YEAR, dated.start):
            return PartialDate(None, 12, 31)
        own = dated and OWN_YEAR.search(self.text, dated.start, dated.end)
        over = not own and date.year and self.when.said.year and date.year < self.when.said.year
        return PartialDate() if over else date

    def nearest(self, dated: Dated, status: str) -> Dated:
        """A month without its year that lies on the wrong side of the day of the text is that of the year beside it."""
        said, date = self.when.said, dated.date
        own = OWN_YEAR.search(self.text, dated.start, dated.end)
        if own or not (said.year and said.month and date.month) or date.year != said.year:
            return dated
        far = date.month - said.month
        feast = dated.rule == "holiday" and far < 0  # 春节前, said in May, is the one to come
        if not (status == "planned" and (feast or far < -HALF) or status == "done" and far > HALF):
            return dated
        again = dates(self.text, dated.start, dated.end, said, self.known.holidays, said.year + (1 if far < 0 else -1))
        return next(again, dated)


def in_year(dated: Dated, year: int | None) -> Dated:
    return replace(dated, date=replace(dated.date, year=year))


def by_month(date: PartialDate, said: PartialDate) -> str:
    if date.month is None or said.month is None:
        return ""
    return "planned" if (date.month, date.day or said.day or 0) > (said.month, said.day or 31) else "done"
