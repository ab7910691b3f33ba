"""A sentence of a visit in, who accompanied whom out: 甲陪同, 甲、乙参加调研, 带领甲、乙, 在甲陪同下."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from graphbuild.claims.evidence import joined
from graphbuild.claims.groups import Placed
from graphbuild.claims.page import SEGMENTS, Cue, Page
from graphbuild.claims.sights import sights
from graphbuild.model import Claim

PEOPLE = frozenset(("Official", "Person"))
BREAKS = ("inspects.motion", "inspects.look", "inspects.lead", "accompanies.")
REACH, APART = 4000, "分别"


def company(
    page: Page, leaders: Mapping[str, Placed], since: int, cues: Sequence[Cue], start: int, end: int
) -> Iterator[Claim]:
    """Those beside the verb go with the leaders, unless a meeting began since they set out."""
    if not leaders or start - since > REACH:
        return
    for cue in cues:
        if "accompanies.with" in cue.roles:
            yield from together(page, led(page, cue, cues, end), before(page, cue, cues, start), cue, (start, end))
        elif "accompanies.join" in cue.roles and not meeting(page, cue, since, start):
            named = [p for p in before(page, cue, cues, start) if p[1].name not in leaders]
            guests = page.marks(cue.end, page.around(cue.end, cue.end)[1], PEOPLE) if cue.word.startswith("陪同") else []
            hosts = guests or list(leaders.values())
            if page.text.endswith(APART, 0, cue.start) and len(named) == len(hosts):  # 丙、丁分别陪同
                for one, other in zip(named, hosts, strict=True):
                    yield from together(page, [one], [other], cue, (start, end))
                continue
            yield from together(page, named, hosts, cue, (start, end))


def meeting(page: Page, cue: Cue, since: int, start: int) -> bool:
    """参加会议, or 参加 where the text has gone over to a meeting."""
    events = page.marks(since, page.around(cue.end, cue.end)[1], frozenset(("Event",)))
    bare = cue.word == "参加"
    return bare and (bool(events) or gathering(page, cue.end))


def gathering(page: Page, place: int) -> bool:
    """参加…会: what they took part in is a meeting."""
    clause = page.text[place : min(page.around(place, place)[1], place + 18)]
    return any(word in clause for word in page.known.words("accompanies.gatherings"))


def before(page: Page, cue: Cue, cues: Sequence[Cue], start: int) -> list[Placed]:
    """The people between the verb before and this one, of the same segment."""
    low, _ = page.around(cue.start, cue.end, SEGMENTS)
    breaks = [c.end for c in cues if c.end <= cue.start and any(r.startswith(BREAKS) for r in c.roles)]
    people = page.marks(max([low, start, *breaks]), cue.start, PEOPLE)
    return people or page.marks(low, cue.start, PEOPLE) if cue.word.startswith("一同") else people


def led(page: Page, cue: Cue, cues: Sequence[Cue], end: int) -> list[Placed]:
    """带领甲、乙到…: the people up to the verb of the visit; without one nobody was visited."""
    stop = min(end, page.around(cue.end, cue.end, SEGMENTS)[1])
    breaks = [c.start for c in cues if cue.end <= c.start < stop and any(r.startswith(BREAKS[:2]) for r in c.roles)]
    short = sights(page.known).short.search(page.text, cue.end, stop)
    found = [*breaks, *([short.start()] if short else [])]
    return page.marks(cue.end, min(found), PEOPLE) if found else []


def together(
    page: Page, guests: Sequence[Placed], hosts: Sequence[Placed], cue: Cue, sentence: tuple[int, int]
) -> Iterator[Claim]:
    for guest, host in product(guests, hosts):
        if guest[1].name != host[1].name:
            place = joined(page, guest, host, (cue.start, cue.end), sentence)
            yield page.reading.claim("accompanies", guest[1], host[1], place, cue.word, 0.85)
