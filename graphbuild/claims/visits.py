"""A Page in, who went where and with whom out: leaders are carried from sentence to sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graphbuild.claims.company import company
from graphbuild.claims.evidence import joined, sure
from graphbuild.claims.groups import Placed, carried, opens
from graphbuild.claims.page import SEGMENTS, Page
from graphbuild.claims.sights import THINGS, Go, Sights, Site, sights
from graphbuild.model import Claim

PEOPLE = frozenset(("Official", "Person"))
LEADS = frozenset(("inspects.motion", "inspects.look", "inspects.there", "inspects.lead"))
ADVERBS, OPENING, REACH = 14, 10, 400


ON_SITE = re.compile("(?:到|赴|去|赶到|来到)?现场(?:[察查]看|调研|检查|巡视|督导|视察|办公)")
ALONGSIDE = re.compile(r"[对向与和的]$")
OTHERS = re.compile(r"[对向与和的]$|由[^，；：。\n]{0,16}$")


@dataclass
class Visit:
    """Who is on the way, each where last named; `apart` where they went to different places."""

    leaders: dict[str, Placed] = field(default_factory=dict)
    going: tuple[str, ...] = ()
    apart: bool = False
    since: int = -1
    joined: list[Placed] = field(default_factory=list)

    def set_out(self, named: list[Placed], apart: bool, at: int) -> None:
        """New leaders, or one of those who went apart; otherwise all go on together."""
        names = tuple(dict.fromkeys(m.name for _, m in named))
        if not set(names) <= self.leaders.keys():
            self.leaders, self.apart, self.since = {}, apart, at
        self.leaders |= {m.name: (place, m) for place, m in named}
        self.going = names if self.apart and len(names) < len(self.leaders) else tuple(self.leaders)


def visits(page: Page) -> Iterator[Claim]:
    """Sentence by sentence; before anybody sets out, one that holds no cue of a visit is passed over."""
    seen, visit = sights(page.known), Visit()
    for start, end in page.sentences:
        cues = [c for c in page.cues_in(start, end) if any(r.startswith(("inspects.", "accompanies.")) for r in c.roles)]
        if cues or visit.leaders or seen.short.search(page.text, start, end):
            yield from went(page, visit, seen, start, end)
            yield from company(page, visit.leaders, visit.since, cues, start, end)
        if any("accompanies.join" in cue.roles for cue in cues):
            visit.joined = page.marks(start, end, frozenset(("Official",)))


def went(page: Page, visit: Visit, seen: Sights, start: int, end: int) -> Iterator[Claim]:
    stop = told(page, start, end)
    leads = [c.start for c in page.cues_in(start, stop) if "inspects.lead" in c.roles]
    goes = real(page, visit, seen.goes(page, start, stop), bool(leads))
    named = lead(page, visit, seen, (start, stop), goes, leads)
    if not visit.leaders:
        return
    heads = list(seen.heads(page, start, stop))
    before = [start, *(go.end for go in goes)]
    found = [(site, going(page, visit, go, at)) for at, go in zip(before, goes, strict=False) for site in seen.after(page, go, stop)]
    if named or carries(page, seen, start, goes, heads):
        yield from state(page, visit, [*found, *((site, visit.going) for site in heads)], (start, end), bool(named))
    if (named or seen.party.search(page.text, start, stop)) and (goes or there(page, start, stop)):
        here = topic(page, start) or ([] if found or heads else scene(page, goes, start, stop))
        yield from state(page, visit, [(site, visit.going) for site in here], (start, end), False)


def lead(
    page: Page, visit: Visit, seen: Sights, region: tuple[int, int], goes: list[Go], leads: list[int]
) -> list[Placed]:
    """Those who are named as going, after the visit was told of them."""
    start, stop = region
    first = min([stop, *leads, *(go.start for go in goes)])
    guests = visit.leaders and any("accompanies.join" in c.roles for c in page.cues_in(start, first))
    named = subjects(page, visit, start, first, bool(leads), bool(goes) and not guests)
    if not named and not visit.leaders and goes and seen.party.search(page.text, start, first):
        named = visit.joined
    if named:
        visit.set_out(named, "分别" in page.text[named[-1][0] : named[-1][0] + 4], start)
    return named


def real(page: Page, visit: Visit, goes: list[Go], led: bool) -> list[Go]:
    """Without those that are silenced; 到 alone makes no visit of somebody's coming and going."""
    kept = [go for go in goes if not blocked(page, go)]
    return kept if led or visit.leaders or not all(go.short for go in kept) else []


def going(page: Page, visit: Visit, go: Go, start: int) -> tuple[str, ...]:
    """甲到A, 乙到B: each goes where his own verb says."""
    low = max(page.around(go.start, go.end, SEGMENTS)[0], start)
    named = [m.name for _, m in page.marks(low, go.start, PEOPLE) if m.name in visit.leaders]
    alone = visit.apart or go.motion
    return tuple(dict.fromkeys(named)) if named and alone and "一行" not in page.text[low : go.start] else visit.going


def told(page: Page, start: int, end: int) -> int:
    """Where speech begins: what is said is no visit."""
    says = [c.start for c in page.cues_in(start, end) if "attends.say" in c.roles]
    return says[0] if says else end


def blocked(page: Page, go: Go) -> bool:
    low, high = page.around(go.start, go.end)
    return bool(page.known.blocked("inspects").search(page.text, low, go.end))


def subjects(page: Page, visit: Visit, start: int, first: int, led: bool, goes: bool) -> list[Placed]:
    """Those who go: officials before the first verb, others who lead, or leaders on the way wherever they act."""
    return [
        (place, m) for place, m in page.marks(start, first, PEOPLE)
        if (m.name in visit.leaders or led or goes and m.kind == "Official")
        and not (ALONGSIDE if led else OTHERS).search(page.text, max(start, place - 24), place)
    ]


def carries(page: Page, seen: Sights, start: int, goes: list[Go], heads: list[Site]) -> bool:
    """随后来到A: nobody is named, nobody else goes."""
    if not goes:
        return bool(heads)
    low, _ = page.around(goes[0].start, goes[0].end)
    return not page.marks(low, goes[0].start, PEOPLE) and (
        goes[0].start - low <= 2 or bool(seen.party.search(page.text, low, goes[0].start)) and goes[0].start - low <= ADVERBS
    )


def there(page: Page, start: int, end: int) -> bool:
    return any("inspects.there" in cue.roles for cue in page.cues_in(start, end))


def topic(page: Page, start: int) -> list[Site]:
    """A paragraph that opens with a site, and in it a leader who looks around."""
    line, _ = page.line(start)
    if line == start or start - line > REACH:
        return []
    opening = page.marks(line, min(line + OPENING, start))[:1]
    sites = [m for m in opening if THINGS.intersection(m[1].kinds) and opens(page, m[0])]
    return [Site(sites[0], "what the paragraph is about", 0.85)] if sites else []


def scene(page: Page, goes: list[Go], start: int, stop: int) -> list[Site]:
    """到现场察看: the site of the sentence before."""
    if not goes or not ON_SITE.search(page.text, start, stop):
        return []
    return [Site(placed, "the site told before", 0.8) for placed in carried(page, start, start, THINGS - {"Company"})[:1]]


def state(
    page: Page, visit: Visit, found: Iterable[tuple[Site, tuple[str, ...]]], sentence: tuple[int, int], named: bool
) -> Iterator[Claim]:
    for site, names in found:
        for leader in (visit.leaders[name] for name in names):
            place = joined(page, leader, site.placed, (site.placed[0], site.placed[0] + 1), sentence)
            confidence = sure(site.confidence, not named)
            yield page.reading.claim("inspects", leader[1], site.placed[1], place, site.rule, confidence)
