"""A Reading in, claims out that a post began, ended or was held before: 任命…为, 当选, 免去, 不再担任, 原, 时任."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graphbuild.claims.offices import Areas, Held, office
from graphbuild.claims.posts import CHAIN, JOINED, told
from graphbuild.claims.reading import Reading
from graphbuild.claims.steps import holidays
from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.tables import Row
from graphbuild.model import Claim, Mention, PartialDate
from graphbuild.text.dates import dates
from graphbuild.text.either import either
from graphbuild.text.years import years

BREAK = re.compile(r"[。；！？\n]")
LIST, SENTENCE = re.compile(r"。|\n\n"), re.compile(r"[。！？\n]")
NEAR = re.compile(r"(?:同志)?[为的任是]?[^，。；：、！？\n|（）]{0,25}")
GAP = re.compile(r"(?:同志)?(?:（[^（）]{1,16}）)?[^。；：！？\n]{0,16}?")
JOINT = re.compile(r"(?:同志)?(?:（[^（）]{1,16}）)?(?:[、和与及]|以及)")
PEOPLE = ("Official", "Person")
FAR = 200


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of beginning or end, with the stretch of text that it rules."""

    start: int
    end: int
    low: int
    high: int
    event: str
    form: str


@cache
def pattern(knowledge: Knowledge) -> tuple[re.Pattern[str], dict[str, Row]]:
    rows = {row["word"]: row for row in knowledge.rows("tenure")}
    return re.compile(either(rows)), rows


def tenures(reading: Reading) -> Iterator[Claim]:
    """One claim for each holder and title that such a word rules."""
    found = list(cues(reading))
    if not found:
        return
    areas, when = Areas(reading), years(reading.text, reading.document.said)
    for cue in found:
        for person, chain in FORMS[cue.form](reading, cue):
            on = day(reading, cue, when.at(cue.start)) if cue.event != "past" else PartialDate()
            for title in (t for t in chain if told(t, reading.knowledge) == "yes"):
                yield state(reading, cue, Held(person, title, chain, "tenure"), areas, on)


def state(reading: Reading, cue: Cue, one: Held, areas: Areas, on: PartialDate) -> Claim:
    body = office(reading, one, areas)
    ends = [one.person.start, one.person.end, one.post.start, one.post.end]
    ends += [cue.start, cue.end] if max(ends) - cue.start < FAR else []  # a long list is under its heading
    words = body.name if body else one.post.of
    return reading.claim(
        "holds", one.person, body, (min(ends), max(ends)), f"tenure: {cue.event}", 0.85,
        title=one.post.name, organization=words, event=cue.event, on=str(on),
    )  # fmt: skip


def cues(reading: Reading) -> Iterator[Cue]:
    """Those that do not stand inside a name; each rules up to the next, or to the sentence's end."""
    words, rows = pattern(reading.knowledge)
    text = reading.text
    found = [m for m in words.finditer(text) if not inside(reading, m.start())]
    for n, one in enumerate(found):
        row, listed = rows[one.group()], text[one.end() : one.end() + 1] == "："
        until = LIST if listed else SENTENCE if row["form"] == "name" else BREAK  # 免去甲的局长职务；乙的副局长职务
        stop = until.search(text, one.end(), one.end() + FAR * (4 if listed else 1))
        high = stop.start() if stop else min(len(text), one.end() + FAR)
        following = found[n + 1].start() if n + 1 < len(found) else high
        low = max(0, one.start() - FAR)
        low = max((m.end() for m in BREAK.finditer(text, low, one.start())), default=low)
        yield Cue(one.start(), one.end(), low, min(high, following), row["event"], row["form"])


def inside(reading: Reading, at: int) -> bool:
    """原 of 中原区: some name covers the place, and does not begin there with a title of its own."""
    return any(m.start <= at < m.end for m in reading.within(max(0, at - 30), at + 31) if m.kind != "Post")


def named(reading: Reading, cue: Cue) -> Iterator[tuple[Mention, Sequence[Mention]]]:
    """任命甲为区长, 乙为副区长; 免去其区长职务."""
    people = reading.within(cue.end, cue.high, *PEOPLE)
    if not people:
        before = reading.within(cue.low, cue.start, *PEOPLE)
        if before and reading.text[cue.end : cue.end + 1] == "其":
            yield before[-1], chain(reading, cue.end + 1, cue.high)
        return
    limits = [*(person.start for person in people[1:]), cue.high]
    for person, limit in zip(people, limits, strict=True):
        titles = chain(reading, person.end, limit)
        if cue.event == "begin" and titles and titles[0].start == person.end:  # 对乙的聘任，甲副主席颁发证书
            continue
        yield from ((one, titles) for one in together(reading, person, people))


def left(reading: Reading, cue: Cue) -> Iterator[tuple[Mention, Sequence[Mention]]]:
    """甲不再担任区长."""
    before = reading.within(cue.low, cue.start, *PEOPLE)
    if before and GAP.fullmatch(reading.text, before[-1].end, cue.start):
        titles = chain(reading, cue.end, cue.high)
        yield from ((one, titles) for one in together(reading, before[-1], before))


def together(reading: Reading, last: Mention, people: Sequence[Mention]) -> Iterator[Mention]:
    """甲、乙和丙当选: the last of a list with those before it."""
    for person in reversed(people[: people.index(last) + 1]):
        if person is not last and not JOINT.fullmatch(reading.text, person.end, last.start):
            return
        yield person
        last = person


def titled(reading: Reading, cue: Cue) -> Iterator[tuple[Mention, Sequence[Mention]]]:
    """原区长甲; 甲（原区长）."""
    text, titles = reading.text, chain(reading, cue.end, cue.high)
    if not titles or text[cue.start - 1 : cue.start] not in ("", "由", "与", "和", "经", "被", *" ，。；：、！？（“\n"):
        return
    end = titles[-1].end
    behind = reading.within(end, end + 12, *PEOPLE)
    near = [p for p in behind if JOINED.fullmatch(text, end, p.start) or text[end : p.start] == "的"]
    if near:
        yield near[0], titles
    elif text[cue.start - 1 : cue.start] == "（":
        yield from ((p, titles) for p in reading.within(cue.start - 8, cue.start, *PEOPLE) if p.end == cue.start - 1)


def chain(reading: Reading, start: int, end: int) -> list[Mention]:
    """The title near the start and those joined to it."""
    titles = [m for m in reading.within(start, end, "Post") if m.kind == "Post"]
    if not titles or not NEAR.fullmatch(reading.text, start, titles[0].start):
        return []
    found = [titles[0]]
    for title in titles[1:]:
        others = reading.within(found[-1].end, title.start, *PEOPLE)
        if others or not CHAIN.fullmatch(reading.text, found[-1].end, title.start):
            break
        found.append(title)
    return found


def day(reading: Reading, cue: Cue, year: int | None) -> PartialDate:
    """The last date before the word in its sentence, else the day of the text."""
    said = reading.document.said
    told = list(dates(reading.text, cue.low, cue.start, said, holidays(reading.knowledge), year))
    return told[-1].date if told and told[-1].date.year else said


FORMS = {"name": named, "leave": left, "title": titled}
