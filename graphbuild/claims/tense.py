"""A cue in its sentence in, its status and date out: planned or done, and the last day that the text allows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphbuild.claims.steps import Step, Words
from graphbuild.model import PartialDate
from graphbuild.text.dates import Dated, dates
from graphbuild.text.years import Years

CLAUSE = re.compile(r"[，：；。！？|\n]")
SENTENCE = re.compile(r"[。！？\n]")
OWN_YEAR = re.compile(r"年|今冬")
BEFORE = re.compile(r"前")
CERTAIN = re.compile(r"[已了]")
PURE = 4


@dataclass(frozen=True, slots=True)
class Told:
    status: str
    date: PartialDate


def tell(text: str, step: Step, known: Words, when: Years) -> Told | None:
    """None where the step is denied, wished for or only supposed."""
    line = text.rfind("\n", 0, step.start) + 1
    start = max([line, *(found.end() for found in SENTENCE.finditer(text, line, step.start))])
    clauses = [start, *(found.end() for found in CLAUSE.finditer(text, start, step.start))]
    said = tone(text[clauses[-1] : step.start], known)
    if said == "never":
        return None
    dated = chosen(text, list(named(text, start, step.start, known, when)), clauses, step, known)
    past = text[step.end : step.end + 1] == "了" or text[step.end : step.end + 2] == "以来"
    status = (
        ("done" if past else said) or compared(dated, when.said) or ("planned" if until(text, dated) else "")
        or tone(text[start : clauses[-1]], known).replace("never", "")
        or guessed(text, dated, when.said) or around(text, step.start, line, known, when)
        or ("planned" if step.act else "done")
    )
    return Told(status, dated.date if dated else when.part(step.start))


def tone(text: str, known: Words) -> str:
    """The last word on it; 已 after 计划 is done, 正式 after 将 is still to come."""
    said = ""
    for found in known.tone.finditer(text):
        kind = found.lastgroup or "none"
        if kind == "never":
            return kind
        if kind == "planned" or kind == "done" and (not said or CERTAIN.search(found.group())):
            said = kind
    return said


def named(text: str, start: int, end: int, known: Words, when: Years) -> Iterator[Dated]:
    """The dates of a sentence; a bare month after a year that lies ahead is in that year."""
    year = when.at(start)
    for dated in dates(text, start, end, when.said, known.holidays, year):
        if OWN_YEAR.search(text, dated.start, dated.end) and dated.date.year and dated.date.year > (year or 0):
            year = dated.date.year
        yield dated


def chosen(text: str, found: Sequence[Dated], clauses: Sequence[int], step: Step, known: Words) -> Dated | None:
    """The date in the clause, else one that stands alone as a clause before it (9月6日，随着…)."""
    own = [dated for dated in found if dated.start >= clauses[-1]]
    if own:
        return own[-1]
    for start, end in reversed(list(pairwise(clauses))):
        inside = [dated for dated in found if start <= dated.start < end]
        if inside and len(known.left(text[start : end - 1])) <= PURE:
            return inside[-1]
    return None


def until(text: str, dated: Dated | None) -> bool:
    return dated is not None and bool(BEFORE.search(text, dated.start, dated.end + 3))


def compared(dated: Dated | None, said: PartialDate) -> str:
    """A date before the day of the text is past, one after it ahead."""
    if dated is None or dated.date.year is None or said.year is None:
        return ""
    date = dated.date
    if date.year != said.year:
        return "planned" if (date.year or 0) > said.year else "done"
    return by_month(date, said)


def by_month(date: PartialDate, said: PartialDate) -> str:
    if date.month is None or said.month is None:
        return ""
    return "planned" if (date.month, date.day or said.day or 0) > (said.month, said.day or 31) else "done"


def guessed(text: str, dated: Dated | None, said: PartialDate) -> str:
    """A date without a year: 于 looks back, else months are compared."""
    if dated is None:
        return ""
    return "done" if text[dated.start - 1 : dated.start] == "于" else by_month(dated.date, said)


def around(text: str, place: int, line: int, known: Words, when: Years) -> str:
    """Nothing in the sentence: the year of the part, else how its paragraph and then its whole text speak."""
    year, now = when.at(place), when.said.year
    if year is not None and now is not None and year != now:
        return "planned" if year > now else "done"
    end = text.find("\n", place)
    for piece in (text[line : end if end > 0 else len(text)], text):
        tones = [found.lastgroup for found in known.tone.finditer(piece)]
        planned, done = tones.count("planned"), tones.count("done") + 2 * piece.count("了")
        if planned != done:
            return "planned" if planned > done else "done"
    return ""
