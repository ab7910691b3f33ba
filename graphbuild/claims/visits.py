"""A Page in, who went where and with whom out: leaders are carried from sentence to sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from graphbuild.claims.company import company
from graphbuild.claims.evidence import joined, sure
from graphbuild.claims.groups import Placed, opens
from graphbuild.claims.page import Page
from graphbuild.claims.sights import THINGS, Go, Sights, Site, sights
from graphbuild.model import Claim

PEOPLE = frozenset(("Official", "Person"))
LEADS = frozenset(("inspects.motion", "inspects.look", "inspects.there", "inspects.lead"))
ADVERBS, OPENING, REACH = 14, 10, 400


OTHERS = re.compile(r"[对向与和的]$|由[^，；：。\n]{0,16}$")


@dataclass
class Visit:
    """Who is on the way, each where last named; `apart` where they went to different places."""

    leaders: dict[str, Placed] = field(default_factory=dict)
    going: tuple[str, ...] = ()
    apart: bool = False
    since: int = -1
    done: set[tuple[int, str]] = field(default_factory=set)

    def set_out(self, named: list[Placed], apart: bool, at: int) -> None:
        """New leaders, or one of those who went apart; otherwise all go on together."""
        names = tuple(dict.fromkeys(m.name for _, m in named))
        if not set(names) <= self.leaders.keys():
            self.leaders, self.apart, self.since = {}, apart, at
        self.leaders |= {m.name: (place, m) for place, m in named}
        self.going = names if self.apart and len(names) < len(self.leaders) else tuple(self.leaders)


def visits(page: Page) -> Iterator[Claim]:
    """Sentence by sentence; one that holds no cue of a visit is passed over."""
    seen, visit = sights(page.known), Visit()
    for start, end in page.sentences:
        cues = [c for c in page.cues_in(start, end) if any(r.startswith(("inspects.", "accompanies.")) for r in c.roles)]
        if cues or visit.leaders or seen.short.search(page.text, start, end):
            yield from went(page, visit, seen, start, end)
            yield from company(page, visit.leaders, visit.since, cues, start, end)
    yield from ()


def went(page: Page, visit: Visit, seen: Sights, start: int, end: int) -> Iterator[Claim]:
    stop = told(page, start, end)
    goes = [go for go in seen.goes(page, start, stop) if not blocked(page, go)]
    leads = [c.start for c in page.cues_in(start, stop) if "inspects.lead" in c.roles]
    first = min([stop, *leads, *(go.start for go in goes)])
    guests = visit.leaders and any("accompanies.join" in c.roles for c in page.cues_in(start, first))
    named = subjects(page, visit, start, first, bool(goes or leads) and not guests)
    if named:
        visit.set_out(named, "分别" in page.text[named[-1][0] : named[-1][0] + 4], start)
    if not visit.leaders:
        return
    heads = list(seen.heads(page, start, stop))
    if named or carries(page, seen, start, goes, heads):
        sites = [site for go in goes for site in seen.after(page, go, stop)]
        yield from state(page, visit, [*sites, *heads], (start, end), bool(named))
    if (named or seen.party.search(page.text, start, stop)) and (goes or there(page, start, stop)):
        yield from state(page, visit, topic(page, start), (start, end), False)


def told(page: Page, start: int, end: int) -> int:
    """Where speech begins: what is said is no visit."""
    says = [c.start for c in page.cues_in(start, end) if "attends.say" in c.roles]
    return says[0] if says else end


def blocked(page: Page, go: Go) -> bool:
    low, high = page.around(go.start, go.end)
    return bool(page.known.blocked("inspects").search(page.text, low, go.end))


def subjects(page: Page, visit: Visit, start: int, first: int, goes: bool) -> list[Placed]:
    """Those who go: officials before the first verb, or leaders already on the way wherever they act."""
    people = page.marks(start, first, PEOPLE)
    return [
        (place, m) for place, m in people
        if (m.name in visit.leaders or goes and m.kind == "Official") and not OTHERS.search(page.text, max(start, place - 24), place)
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
    opening = page.marks(line, min(line + OPENING, start), THINGS)
    return [Site(opening[0], "what the paragraph is about", 0.85)] if opening and opens(page, opening[0][0]) else []


def state(page: Page, visit: Visit, found: Iterable[Site], sentence: tuple[int, int], named: bool) -> Iterator[Claim]:
    for site, name in product(list(found), visit.going):
        leader = visit.leaders[name]
        place = joined(page, leader, site.placed, (site.placed[0], site.placed[0] + 1), sentence)
        yield page.reading.claim(
            "inspects", leader[1], site.placed[1], place, site.rule, sure(site.confidence, not named)
        )
