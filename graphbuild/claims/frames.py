"""A Page in, the Claims out that the frames of relations.toml find: wordings with slots for a subject and an object."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from graphbuild.claims.evidence import joined, sure
from graphbuild.claims.groups import Placed, carried, own, topic
from graphbuild.claims.page import SEGMENTS, Page
from graphbuild.claims.wording import Wording
from graphbuild.model import Claim

PARTS = re.compile(r"<(subject|object)>|\{([\w.+]+)\}|(…)|(~)")
STOPS = "，；：。！？|\\n"


@dataclass(frozen=True, eq=False)
class Frame:
    """One wording of a relation; a slot that it does not name is filled by what the clause is about.

    `reach` says how far that is sought: any, clause (the segment at most), before (not in the clause itself),
    own (the area that the document is about).
    """

    relation: str
    rule: str
    pattern: re.Pattern[str]
    blockers: re.Pattern[str]
    missing: str
    kinds: frozenset[str]
    confidence: float
    reach: str
    ends: tuple[int, ...]
    needs: tuple[re.Pattern[str], ...]


def frames(page: Page) -> Iterator[Claim]:
    for relation in page.known.relations:
        for start, end in cued(page, relation):
            for frame in able(page.known, relation, page.held(start, end)):
                if not frame.needs or all(needed.search(page.text, start, end) for needed in frame.needs):
                    yield from matches(page, frame, start, end)


def cued(page: Page, relation: str) -> list[tuple[int, int]]:
    """The sentences that hold a cue of the relation, each once."""
    return sorted({page.sentence(cue.start) for cue in page.cues_of.get(relation, ())})


def matches(page: Page, frame: Frame, start: int, end: int) -> Iterator[Claim]:
    for found in frame.pattern.finditer(page.text, start, end):
        low, high = page.around(found.start(), max(found.start(), found.end() - 1))
        if frame.blockers.search(page.text, low, high):
            continue
        ends, brought = slots(page, frame, found)
        pairs = zip(*ends, strict=True) if zipped(found, ends) else product(*ends)
        for subject, object in pairs:
            place = joined(page, subject, object, found.span(), page.sentence(found.start()))
            confidence = sure(frame.confidence, brought)
            if subject[1] != object[1]:
                yield page.reading.claim(frame.relation, subject[1], object[1], place, frame.rule, confidence)


def slots(page: Page, frame: Frame, found: re.Match[str]) -> tuple[tuple[list[Placed], list[Placed]], bool]:
    named = {slot: page.marks(*found.span(slot)) for slot in found.re.groupindex}
    brought = False
    if frame.missing:
        named[frame.missing], brought = about(page, frame, found.start())
    return (named["subject"], named["object"]), brought


def about(page: Page, frame: Frame, place: int) -> tuple[list[Placed], bool]:
    """What fills the slot that a wording does not name."""
    if frame.reach == "own":
        return own(page, place), True
    if frame.reach == "before":
        return carried(page, page.around(place, place, SEGMENTS)[0], place, frame.kinds), True
    return topic(page, place, frame.kinds, frame.reach == "any")


def zipped(found: re.Match[str], ends: tuple[Sequence[Placed], Sequence[Placed]]) -> bool:
    """甲、乙分别与丙、丁签约: the first with the first, the second with the second."""
    return "分别" in found.group() and len(ends[0]) == len(ends[1]) > 1


@cache
def compiled(known: Wording) -> Mapping[str, Sequence[Frame]]:
    return {
        name: [frame(known, name, table, told, say) for told in table.get("frames", ()) for say in told["say"]]
        for name, table in known.relations.items()
    }


@cache
def able(known: Wording, relation: str, held: int) -> Sequence[Frame]:
    """The frames whose ends a sentence with marks of such kinds may hold."""
    return [frame for frame in compiled(known)[relation] if all(held & wanted for wanted in frame.ends)]


def frame(known: Wording, relation: str, table: Mapping[str, Any], told: Mapping[str, Any], say: str) -> Frame:
    kinds = {end: tuple(told.get(f"{end}s", table[f"{end}s"])) for end in ("subject", "object")}
    missing = next((end for end in kinds if f"<{end}>" not in say), "")
    blocked = [*known.words("blockers"), *table.get("blockers", ()), *told.get("blockers", ())]
    allowed = set(told.get("despite", ()))
    blockers = re.compile("|".join(word for word in blocked if word not in allowed) or "(?!)")
    confidence = told.get("confidence", 0.9)
    return Frame(
        relation, told["rule"], re.compile(expression(known, kinds, say)), blockers, missing,
        frozenset(kinds.get(missing, ())), confidence, told.get("reach", "any"),
        tuple(known.mask(kinds[slot]) for slot in kinds if f"<{slot}>" in say), tuple(needs(known, say)),
    )


def needs(known: Wording, say: str) -> Iterator[re.Pattern[str]]:
    """What a sentence must hold besides its ends, each sought alone: far quicker than the wording itself."""
    for _, words, _, _ in PARTS.findall(say):
        optional = re.search(re.escape("{" + words + "}") + r"[?*]|\(\?[:!<]", say) if words else None
        if words and not optional and "|" not in say:
            yield re.compile(known.pattern(*words.split("+")))


def expression(known: Wording, kinds: Mapping[str, tuple[str, ...]], say: str) -> str:
    """A wording as a regular expression; every gap is bounded, so that it stays linear on any text."""
    anchor, say = f"(?<![^{STOPS}])" * say.startswith("^"), say.removeprefix("^")
    gap = f"[^{STOPS}{known.any_mark}]{{0,30}}?"

    def part(found: re.Match[str]) -> str:
        slot, words, near, _ = found.groups()
        if slot:
            one, between = known.slot(kinds[slot]), f"[^、{STOPS}{known.any_mark}]{{0,6}}"
            shortest = "?" * (found.end() < len(say))  # a list is read to its end where nothing else must follow
            joint = "[和与及]" if shortest else "[和及]"
            whole = f"(?!{between}、{one}(?![与和同]))" * bool(shortest)  # and not left in its middle
            return f"(?P<{slot}>{one}(?:(?:{between}、|以及|{joint})?{one}){{0,40}}{shortest}){whole}"
        if words:
            return known.pattern(*words.split("+"))
        return gap if near else "[^；。！？\\n]{0,60}?"

    return anchor + PARTS.sub(part, say)
