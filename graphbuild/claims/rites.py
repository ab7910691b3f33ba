"""A cue that names a rite (A开工仪式, A、B举行奠基仪式) in, the things it was held for and its day out."""

import re

from graphbuild.claims.carried import CLAUSE
from graphbuild.claims.ceremonies import ITEM, OPENING
from graphbuild.claims.lists import KINDS, around, linked, listed, things
from graphbuild.claims.reading import Reading
from graphbuild.claims.steps import Step, Words
from graphbuild.claims.tense import Speech
from graphbuild.model import Mention, PartialDate

HOLDS = re.compile(r"[^，；]{0,24}?(?:举行|举办|迎来)[了\w]{0,4}?")
COUNTS = re.compile(r"等?[\d一二两三四五六七八九十]{1,3}[个大项家][^，。；]{0,8}?(?:项目|工程)")
PREPARED = re.compile(r"筹[备办]|准备|彩排")
BEHIND = re.compile(r"的[“《]?")
SITED = "在到赴于由"
AHEAD = ("planned", "pace", "never")
BUILT = KINDS | {"Company"}  # here a company stands for what it builds
BACK = 400


def rite(reading: Reading, step: Step, known: Words, speech: Speech) -> list[Mention]:
    """Nothing for one that is still to be held, or that is held for no named thing."""
    text = reading.text
    start, end = around(text, CLAUSE, step.start, step.end)
    if PREPARED.search(text, start, end) or any(one.kind in AHEAD for one in speech.between(start, end)):
        return []
    behind = BEHIND.match(text, step.end)
    found = things(reading, behind.end(), end, step.of) if behind else []
    if behind and found and found[0].start == behind.end():
        return listed(text, found)
    near = things(reading, start, step.start, step.of)
    if near and held(reading, near[-1], step, known):
        return linked(text, near)
    return counted(reading, step) if text[end : end + 1] in ("。", "！") else []


def counted(reading: Reading, step: Step) -> list[Mention]:
    """重点项目开工仪式举行。A、B等7个项目，总投资…；C等3个项目，…: what the sentence behind counts up."""
    text, (_, end) = reading.text, reading.sentence(step.start)
    if text[end : end + 1] == "\n" or end >= len(text):
        return []
    items = ITEM.finditer(text, *reading.sentence(end))
    return [one for item in items for one in counted_in(reading, *item.span())]


def counted_in(reading: Reading, start: int, end: int) -> list[Mention]:
    found = things(reading, start, end, BUILT, BUILT)
    group = listed(reading.text, found) if found and found[0].start - start <= OPENING else []
    return group if group and COUNTS.match(reading.text, group[-1].end) else []


def held(reading: Reading, last: Mention, step: Step, known: Words) -> bool:
    """A项目开工仪式, or A、B等4个项目分别举行开工仪式; in 在A举行 the thing is only the place."""
    gap = reading.text[last.end : step.start]
    counted = known.counted.match(gap)
    rest = gap[counted.end() if counted else 0 :]
    return not known.left(rest) or bool(HOLDS.fullmatch(rest)) and reading.text[last.start - 1] not in SITED


def day(reading: Reading, at: int, speech: Speech) -> PartialDate:
    """The day that the sentence tells, else the last one told before it, else that of the text."""
    start, end = reading.sentence(at)
    own = [one.date for one in speech.dating.named(start, end) if one.date.day]
    before = speech.dating.named(max(0, start - BACK), start)
    told = own[:1] or [one.date for one in before if one.date.day and not speech.dating.until(one)][-1:]
    return told[0] if told else speech.when.said
