"""An article's view in, what it says about itself out: headline, dateline, date and origin of its publication."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphbuild.ingest.articles import kind
from graphbuild.ingest.dates import day_in
from graphbuild.ingest.press import Press
from graphbuild.ingest.source import About
from graphbuild.model import PartialDate
from graphbuild.text.lines import lines

TOP, BOTTOM, SENTENCE, OPENING = 12, 4, 120, 60
LEAD = re.compile(r"[（(][^）)]*[）)]$|各位|[●◆■▲]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]|第[一二三四五六七八九十]+[章节]|.*：$")
MOST = 3
DASH = re.compile("[—―─–－-]{2,}")  # as many keyboards have it
OPENED = re.compile(r"((?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日)(?:[上下]午|晚|，|,)")
AHEAD = re.compile(r"(?:将|拟|定|计划|预计|力争|确保|有望|争取)[于在]?(?:今年|明年|(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日")
DUE = re.compile(r"(?:今年|明年|(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末)[之以]?前")
STAMP = re.compile(  # 2023-03-02 来源：甲发布, 甲政府网站 2023年6月2日
    r"(?P<day>(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}日?)(?: \d\d?[:：]\d\d(?:[:：]\d\d)?)?(?P<rest>[ \u3000][^，。；]{0,60})?"
    r"|[^，。；：]{2,20}[ \u3000](?P<last>(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}日?)(?: \d\d?[:：]\d\d(?:[:：]\d\d)?)?"
)
TOLD = re.compile(r"(?<!截)[于自至到](?:今年|去年|(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日")


class Dateline(NamedTuple):
    """The day of a report, and whether a line of its own says it (——2024年1月18日在…会议上)."""

    day: PartialDate
    alone: bool = False


def front(view: str, press: Press) -> tuple[About, Dateline]:
    """What is known from the text itself, and its dateline."""
    rows = [(kind(line, press), line.words) for line in lines(view)]
    title = headline(rows)
    published, publisher = labelled(rows, press)
    return About(title=title, publisher=publisher, published=published), dateline(rows, published.day is not None)


def headline(rows: Sequence[tuple[str, str]]) -> str:
    """The first heading lines joined, up to the body, a subtitle or a numbered heading."""
    found: list[str] = []
    for what, words in rows[:TOP]:
        if what in ("body", "dispatch") or found and (LEAD.match(words) or what == "header" or STAMP.fullmatch(words)):
            break
        if found and (dash := DASH.match(words)):
            return " ".join(found[:MOST] if day_in(words).month else [*found[:MOST], words[dash.end() :]])
        if what == "headline" and not LEAD.match(words) and not whole_date(words):
            found.append(words)
    return " ".join(found[:MOST])


def labelled(rows: Sequence[tuple[str, str]], press: Press) -> tuple[PartialDate, str]:
    """Date and origin from the lines at the top or the bottom that label them, or from a line that is a date alone."""
    date, publisher = PartialDate(), ""
    for what, words in edges(rows):
        origin = press.origin.search(words) if len(words) <= SENTENCE else None
        publisher = publisher or (origin.group(1) if origin else "")
        if what == "header" or origin or whole_date(words) or STAMP.fullmatch(words):
            day = day_in(words)
            date = day if date.year is None and day.year is not None else date
    return date, publisher


def edges(rows: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield from rows[:TOP]
    yield from rows[max(TOP, len(rows) - BOTTOM) :]


def whole_date(words: str) -> bool:
    """A line that is a date, in brackets or with a time of day, and nothing else."""
    return bool(re.fullmatch(r"[（(]?[\d〇零○一二三四五六七八九十]{2,4} ?[年./-][\d\s〇一二三四五六七八九十月日年./:：-]{3,24}[）)]?", words))


def dateline(rows: Sequence[tuple[str, str]], dated: bool) -> Dateline:
    """The day in a line above the report, or in its opening; where a page is `dated`, 于2月28日完工 only tells of that day."""
    for what, words in rows:
        if (words.startswith("（") or DASH.match(words)) and len(words) <= OPENING and day_in(words).year is not None:
            return Dateline(day_in(words), alone=True)
        if what != "page" and "。" in words:
            said = DUE.sub("", AHEAD.sub("", words[: max(OPENING, min(SENTENCE, words.find("。")))]))
            told = TOLD.search(said) if dated else None
            first = day_in(said[: told.start()] if told else said)
            return Dateline(first if first.month else later(rows))
    return Dateline(later(rows))


def later(rows: Sequence[tuple[str, str]]) -> PartialDate:
    """A page read out of order: the first line that opens with a day, as a report does."""
    return next((day_in(found.group(1)) for _, words in rows if (found := OPENED.match(words))), PartialDate())
