"""A question's text in, the days that it names out, Chinese and English, and the text with holes where they stood."""

import re
from collections.abc import Mapping

from graphbuild.knowledge import Knowledge
from graphbuild.model import PartialDate
from graphbuild.text.dates import dates

HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"
ISO = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?:-(\d\d?)(?:-(\d\d?))?)?(?![\d.%a-z\u4e00-\u9fff])")
QUARTER = {"1": 3, "2": 6, "3": 9, "4": 12}


def spoken_days(
    text: str, newest: PartialDate, months: Mapping[str, int], knowledge: Knowledge
) -> tuple[str, list[PartialDate]]:
    """今年 counts from the newest statement; a day without a year is left out, since it says nothing certain."""
    found = [(day.start, day.end, day.date) for day in dates(text, 0, len(text), newest, feasts(knowledge))]
    found += english(text, months)
    for start, end, _ in found:
        text = text[:start] + HOLE * (end - start) + text[end:]
    found += [(m.start(), m.end(), written(m)) for m in ISO.finditer(text)]
    for start, end, _ in found:
        text = text[:start] + HOLE * (end - start) + text[end:]
    return text, [date for _, _, date in sorted(found, key=lambda item: item[:2])]


def written(found: re.Match[str]) -> PartialDate:
    year, month, day = found.groups()
    return PartialDate(int(year), int(month) if month else None, int(day) if day else None)


def english(text: str, months: Mapping[str, int]) -> list[tuple[int, int, PartialDate]]:
    """June 2020, 30 June 2020, June 30, 2020."""
    name = "|".join(months)
    pattern = re.compile(rf"(?<![a-z\d])(?:(\d\d?) )?({name})(?: (\d\d?)(?:st|nd|rd|th)?(?!\d))?,? ?((?:19|20)\d\d)")
    return [
        (m.start(), m.end(), PartialDate(int(m[4]), months[m[2]], int(m[1] or m[3]) if m[1] or m[3] else None))
        for m in pattern.finditer(text)
    ]


def feasts(knowledge: Knowledge) -> dict[tuple[str, int | None], tuple[int, int]]:
    return {
        (row["word"], int(row["year"]) if row["year"] else None): (int(row["month"]), int(row["day"]))
        for row in knowledge.rows("holidays")
    }
