"""A cue with its works counted up behind it (此次开工的项目有A、B等，还有C、D) in, the things and what is told of them out."""

import re

from graphbuild.claims.lists import things
from graphbuild.claims.reading import Reading
from graphbuild.claims.rites import day
from graphbuild.claims.steps import Step
from graphbuild.claims.tense import Speech, Told
from graphbuild.model import Mention, PartialDate

ITEMS = re.compile(
    r"(?:的?(?:重[点大])?(?:项目|工程))?(?:共?[\d一二两三四五六七八九十百余]{1,4}[个项])?，?(?:主要|分别|具体)?(?:有|包括|分别是|分别为|：)"
)
COUNTED = re.compile(r"了?[\d一二两三四五六七八九十百余多]{1,4}[条段座处个项家所][一-鿿]{0,12}?(?:(?P<open>（)|，?(?:主要|分别|具体)?(?:有|包括|是|为|：)[，：]?)")
EACH, MANY, FAR = re.compile(r"，?分别(?:是|为)：?"), re.compile(r"[\d一二两三四五六七八九十]{1,3}[条段座处个项家所]"), 40
WORKS = re.compile(r"的?(?:重[点大])?(?:项目|工程)")
NOW = re.compile(r"[此本这今][次批天日](?:集中)?$")
STOP = re.compile(r"[。！？；\n]")
CLOSED = re.compile(r"[）。\n]")
LONGEST = 600


def roll(reading: Reading, step: Step) -> list[Mention]:
    """Every thing that the list names, to the end of its sentence; nothing where none follows."""
    text = reading.text
    items = ITEMS.match(text, step.end) if step.form == "sort" or WORKS.match(text, step.end) else None
    items = items or (COUNTED.match(text, step.end) if step.act else None) or several(text, step)
    if not items:
        return []
    stop = (CLOSED if items.groupdict().get("open") else STOP).search(text, items.end(), items.end() + LONGEST)
    return things(reading, items.end(), stop.start() if stop else items.end() + LONGEST, step.of)


def several(text: str, step: Step) -> re.Match[str] | None:
    """7座桥预计4月底完工，分别是A、B: how many is told before, and which behind."""
    line = max(text.rfind("。", 0, step.start), text.rfind("\n", 0, step.start)) + 1
    return EACH.match(text, step.end) if MANY.search(text, max(line, step.start - FAR), step.start) else None


def counted_up(reading: Reading, step: Step, speech: Speech) -> Told | None:
    """此次 is of the day that is told of; else as the sentence speaks."""
    if NOW.search(reading.text, max(0, step.start - 6), step.start):
        return Told("done", day(reading, step.start, speech))
    told = speech.tell(step)
    return told and Told(told.status, told.date if told.status == "planned" or told.date.day else PartialDate())
