"""A Reading in, claims of milestones out: that a named thing is begun, topped out, completed or opened, and when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuild.claims.ceremonies import ceremonies
from graphbuild.claims.priced import told_severally
from graphbuild.claims.reading import Reading
from graphbuild.claims.rites import day, rite
from graphbuild.claims.rolls import NOW, counted_up, roll
from graphbuild.claims.steps import Step, Words, steps, words
from graphbuild.claims.tense import Told, speech
from graphbuild.claims.topics import topics
from graphbuild.model import Claim, Mention, PartialDate

SHELL, HOUSES = re.compile(r"主体(?:工程|结构|建设|施工)?[一-鿿]{0,4}$"), frozenset(("Facility", "Organization"))
YEAR_END = "-12-31"
SHELL_OF_MORE = re.compile(r"[改扩][一-鿿]{0,4}主体[一-鿿]{0,8}$")  # 甲机场改建主体完工: not its own
MILESTONE, READY = "milestone", "具备"
APART = "分别"
ATTAIN, VERB, GOES_ON = ("完成", "实现"), 10, re.compile(r"[^，：；。！？|\n]{0,16}(?:，并[^，：；。！？|\n]{0,6})?")
MET, SPAN = re.compile("贯通$|合龙"), re.compile("(?:隧道|隧洞|大桥|特大桥)$")  # from both sides, not yet open


def milestones(reading: Reading) -> Iterator[Claim]:
    """One claim for a thing, a kind and a place."""
    yield from {(identity(claim), claim.qualifiers, claim.start, claim.end): claim for claim in read(reading)}.values()


def on_days(
    reading: Reading, thing: Mention, place: tuple[int, int], rule: str, days: Sequence[tuple[str, str, str]]
) -> Iterator[Claim]:
    """What labels, columns and spans of time say of a thing: kind, status and day of each step."""
    for kind, status, date in days:
        yield reading.claim(MILESTONE, thing, None, place, rule, 0.9, kind=kind, status=status, date=date)


def best_dated(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, but a milestone without a date, or of a year or month alone, only where no other gives its day closer;
    年内 in the headline is that year's end, which a month in the same year says closer."""
    dates: dict[tuple[str, ...], set[str]] = {}
    for claim in claims:
        if claim.relation == MILESTONE:
            dates.setdefault(identity(claim), set()).add(dict(claim.qualifiers).get("date", ""))
    for claim in claims:
        if claim.relation != MILESTONE:
            yield claim
            continue
        date = dict(claim.qualifiers).get("date", "")
        if not any(closer(other, date, claim) for other in dates[identity(claim)]):
            yield claim


def closer(other: str, date: str, claim: Claim) -> bool:
    """6月末 is closer than 2023, and than the year's end by which something is planned."""
    end = date.endswith(YEAR_END) and len(date) > len(YEAR_END) and dict(claim.qualifiers)["status"] == "planned"
    year = date.removesuffix(YEAR_END) + "-" if end else date
    return other != date and other.startswith(year) and not date.startswith(other)


def identity(claim: Claim) -> tuple[str, ...]:
    told = dict(claim.qualifiers)
    return claim.subject.name if claim.subject else "", told["kind"], told["status"]


def read(reading: Reading) -> Iterator[Claim]:
    """A cue whose thing or time is in doubt gives none."""
    known, rites = words(reading.knowledge), []
    for step in steps(reading.text, known):
        if listed := roll(reading, step):
            if told := counted_up(reading, step, speech(reading)):
                yield from stated(reading, step, told, listed)
        elif step.form == "rite":
            rites.append(step)
        elif (found := topics(reading, step, known)) and (told := tell(reading, step, found, known)):
            for thing, when in dated_each(reading, step, found, told):
                yield from stated(reading, step, when, [thing])
    for step in rites:
        if found := rite(reading, step, known, speech(reading)):
            yield from stated(reading, step, Told("done", day(reading, step.start, speech(reading))), found)
    if known.joint.search(reading.text):
        yield from ceremonies(reading, known, speech(reading).when)
        yield from told_severally(reading, known, speech(reading).when)


def dated_each(reading: Reading, step: Step, found: Sequence[Mention], told: Told) -> Iterator[tuple[Mention, Told]]:
    """甲、乙分别于5月、6月完工: each on its own day; where days and things do not go together, on none."""
    apart, dating = reading.text.find(APART, found[-1].end, step.start), speech(reading).dating
    days = list(dating.named(apart, step.start)) if apart >= 0 and len(found) > 1 else []
    if len(days) < 2:
        yield from ((thing, told) for thing in found)
        return
    own = [dating.nearest(one, told.status).date for one in days] if len(days) == len(found) else [PartialDate()] * len(found)
    yield from ((thing, replace(told, date=date)) for thing, date in zip(found, own, strict=True))


def tell(reading: Reading, step: Step, found: Sequence[Mention], known: Words) -> Told | None:
    """Who plans to be ready by a day plans to open; what is ready is not open yet."""
    meant = replace(step, act=True) if led(reading.text, step, found, known) else said_of(reading.text, step, found[0])
    told = speech(reading).tell(meant, found[0].start)
    ready = told and told.status == "done" and reading.text.startswith(READY, step.start)
    return None if ready else told


def led(text: str, step: Step, found: Sequence[Mention], known: Words) -> bool:
    """建成甲馆并投入使用, 完成甲楼主体封顶: the verb before the thing says what is to do, and the next goes on with it."""
    first, last = found[0].start, found[-1].end
    before = text[max(0, first - VERB) : first].rstrip("“")
    verb = before.endswith(ATTAIN) or any(end == len(before) for _, end, _ in known.cues.find(before))
    return verb and last <= step.start and GOES_ON.fullmatch(text, last, step.start) is not None


def said_of(text: str, step: Step, thing: Mention) -> Step:
    """甲路开工, 开工的甲路 and 此次开工甲路 tell of what happened, 开工甲路 of what is to do, where nothing else says which."""
    now = NOW.search(text, max(0, step.start - 6), step.start)
    told = now or thing.start < step.start or text[step.end : step.end + 1] == "的"
    return replace(step, act=False) if told else step


def stated(reading: Reading, step: Step, told: Told, found: list[Mention]) -> Iterator[Claim]:
    place = reading.sentence(step.start)
    for mention in found:
        for kind in kinds(reading.text, step, mention):
            rule = "milestone" if place[0] <= mention.start < place[1] else "milestone of the thing before"
            yield reading.claim(
                MILESTONE, mention, None, place, rule, 0.9 if rule == "milestone" else 0.7,
                kind=kind, status=told.status, date=str(told.date),
            )


def kinds(text: str, step: Step, thing: Mention) -> Sequence[str]:
    """A tunnel that meets is not open, a house whose 主体 is finished is not complete."""
    if SPAN.search(thing.name) and MET.search(text, step.start, step.end):
        return ("complete",)
    if SHELL_OF_MORE.search(text, thing.end, step.start):
        return ()
    shell = thing.kind in HOUSES and SHELL.search(text, thing.end, step.start)
    return tuple("topOut" if shell and kind == "complete" else kind for kind in step.kinds)
