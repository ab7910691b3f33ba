"""A Page in, who went where and with whom out: leaders are carried from sentence to sentence."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from graphbuild.claims.company import PEOPLE, company, meeting, together
from graphbuild.claims.evidence import joined, sure
from graphbuild.claims.groups import Placed, carried, opens
from graphbuild.claims.page import Page
from graphbuild.claims.sights import THINGS, Go, Sights, Site, sights
from graphbuild.claims.travel import Visit, carries, equals, going, lead, real, told
from graphbuild.model import Claim

OURS = ("inspects.", "accompanies.")
OPENING, REACH = 10, 400
PARTY = re.compile(r"(?:调研|考察|检查|督导|督查|视察|慰问|巡查|指导|验收|评估|代表|工作)[组团队]")
MEMBERS = re.compile(
    r"(?:代表|委员|领导|成员|同志)们?(?:一行)?[^，。；\n]{0,8}(?:，[^，。；\n]{0,8})?$|大家|一行|与会人员"
    r"|(?:随后|接着|之后|首先|最后)[^，。；\n]{0,4}$"
)
TOUR = re.compile("了?(?:此次|本次|这次|集中|专题|联合|执法)*(?:视察|调研|检查|考察|观摩|巡视|巡查|督导|督查|走访|活动)")
HOSTING = re.compile("了?(?:有关|相关)?(?:对接|座谈|会见|接待|洽谈)")  # 甲、乙参加对接工作: the party's hosts
LISTS = re.compile(  # 检查了部分工程。其中包括甲路、乙馆: what was seen is named in the sentence behind
    r"(?:其中|(?:这些|检查的|考察的|视察的)(?:项目|工程|企业|点位|单位|地方))，?(?:主要)?(?:包括|分别[是为]|依次[是为])[了：]?"
)
LED_BY = re.compile(rf"(?:该|此次|本次)?(?:{PARTY.pattern}|一行)由")


def visits(page: Page) -> Iterator[Claim]:
    """Sentence by sentence; before anybody sets out, one that holds no cue of a visit is passed over."""
    seen, visit = sights(page.known), Visit()
    for start, end in page.sentences:
        cues = [c for c in page.cues_in(start, end) if any(role.startswith(OURS) for role in c.roles)]
        if cues or visit.leaders or seen.short.search(page.text, start, end):
            yield from went(page, visit, seen, start, end)
            yield from company(page, visit.met(), visit.since, cues, start, end)
        officials = page.marks(start, end, frozenset(("Official",)))
        visit.alone = officials if len(officials) == 1 else []
        joins = [cue for cue in cues if "accompanies.join" in cue.roles]
        if visit.leaders:
            yield from with_first(page, visit)
        elif joins and not HOSTING.match(page.text, joins[-1].end) and (people := page.marks(start, joins[-1].start, PEOPLE)):
            yield from toured(page, visit, people, joins[-1].end, (start, end))
            if not PARTY.search(page.text, start, people[0][0]):  # 考察团来我县，甲、乙参加: hosts
                tour = TOUR.match(page.text, joins[-1].end) or joins[-1].word != "参加"
                met = not tour and meeting(page, joins[-1], start, start)  # 甲主持会议，乙参加会议: then 甲 goes to look
                visit.take_part(people[:1] if met else people, joins[-1], (start, end), equals(page, people) if tour else 1)


def toured(page: Page, visit: Visit, people: list[Placed], place: int, sentence: tuple[int, int]) -> Iterator[Claim]:
    """代表们来到甲园、乙馆…… 丙、丁参加视察: who took part saw it all."""
    if TOUR.match(page.text, place) and sentence[0] - min((s.placed[0] for s in visit.toured), default=0) < REACH * 3:
        for site, one in product(visit.toured, people):
            yield seen_by(page, one, site, sentence, "took part", 0.8)
        visit.toured = []


def with_first(page: Page, visit: Visit) -> Iterator[Claim]:
    """甲、乙参加视察, then the party goes: 乙 is with 甲."""
    if visit.joined and visit.joined[0][1].name in visit.leaders:
        for guest, cue, sentence in visit.beside:
            yield from together(page, [guest], visit.joined, cue, sentence)
    visit.joined, visit.beside = [], []


def went(page: Page, visit: Visit, seen: Sights, start: int, end: int) -> Iterator[Claim]:
    stop = told(page, start, end)
    leads = [c.start for c in page.cues_in(start, stop) if "inspects.lead" in c.roles]
    goes = real(page, visit, seen.goes(page, start, stop), bool(leads))
    heads = list(seen.heads(page, start, stop))
    named = lead(page, visit, seen, (start, stop), goes, leads, bool(heads) and there(page, heads[-1].placed[0], stop, True))
    if not visit.leaders:
        visit.waiting = gone(page, seen, PARTY, goes, start, stop)
        visit.toured += visit.waiting or [*gone(page, seen, MEMBERS, goes, start, stop), *(heads if visit.toured else [])]
        return
    visit.toured = []
    if named and visit.waiting and LED_BY.match(page.text, start):
        yield from state(page, visit, ((site, visit.going) for site in visit.waiting), (start, end), False)
    visit.waiting = []
    before = [start, *(go.end for go in goes)]
    reached = [(go, at, list(seen.after(page, go, stop))) for at, go in zip(before, goes, strict=False)]
    found = [(site, going(page, visit, go, at)) for go, at, sites in reached for site in sites]
    found += [(site, visit.going) for site in listed(page, visit, seen, start, stop)] if not goes and not named else []
    visit.looked = end if any(not go.motion for go in goes) else -1
    if visit.apart and sum(bool(sites) for _, _, sites in reached) == 1 and len(found) == len(named) > 1:  # 甲、乙分别检查丙和丁
        found = [(site, (leader.name,)) for (site, _), (_, leader) in zip(found, named, strict=True)]
    if named or carries(page, seen, start, goes, heads) or not goes and found:
        yield from state(page, visit, [*found, *((site, visit.going) for site in heads)], (start, end), bool(named))
    if (named or seen.party.search(page.text, start, stop)) and (goes or there(page, start, stop)):
        here = [] if found or heads else beside(page, visit, start, stop) or topic(page, start) or scene(page, goes, start, stop)
        yield from state(page, visit, [(site, visit.going) for site in here], (start, end), False)


def listed(page: Page, visit: Visit, seen: Sights, start: int, stop: int) -> list[Site]:
    """市长检查了一批工程。其中包括甲路、乙馆: the things that follow right behind who looked at them."""
    lists = LISTS.match(page.text, start, stop) if visit.looked == start else None
    if lists is None or page.marks(start, stop, PEOPLE):
        return []
    return list(seen.after(page, Go(lists.start(), lists.end(), True), stop))


def gone(page: Page, seen: Sights, who: re.Pattern[str], goes: list[Go], start: int, stop: int) -> list[Site]:
    """调研组一行到甲园调研, 代表们来到乙馆: where a party went of which the next sentences tell who was in it."""
    led = goes and who.search(page.text, start, goes[0].start)
    return [site for go in goes for site in seen.after(page, go, stop)] if led else []


def there(page: Page, start: int, end: int, acting: bool = False) -> bool:
    """Somebody looks around; only what he does there counts where `acting`, not the word for the spot itself."""
    spot = page.known.words("inspects.scene") if acting else ()
    return any("inspects.there" in cue.roles and cue.word not in spot for cue in page.cues_in(start, end))


def topic(page: Page, start: int) -> list[Site]:
    """A paragraph that opens with a site, and in it a leader who looks around."""
    line, _ = page.line(start)
    if line == start or start - line > REACH:
        return []
    opening = page.marks(line, min(line + OPENING, start))[:1]
    sites = [m for m in opening if THINGS.intersection(m[1].kinds) and opens(page, m[0])]
    return [Site(sites[0], "what the paragraph is about", 0.85)] if sites else []


def beside(page: Page, visit: Visit, start: int, stop: int) -> list[Site]:
    """甲公司是一家龙头企业，调研组鼓励企业做大做强: a sentence that opens with a site, and behind it the party acts."""
    site = page.at(start)
    for cue in page.cues_in(start, stop) if site and THINGS.intersection(site.kinds) else ():
        low, _ = page.around(cue.start, cue.end)
        if site and "inspects.there" in cue.roles and low > start and acts(page, visit, low, cue.start):
            return [Site((start, site), "what the sentence is about", 0.85)]
    return []


def acts(page: Page, visit: Visit, low: int, high: int) -> bool:
    """A clause that opens with the party or one of its leaders."""
    first = page.at(low)
    return bool(PARTY.match(page.text, low, high)) or first is not None and first.name in visit.leaders


def scene(page: Page, goes: list[Go], start: int, stop: int) -> list[Site]:
    """到现场察看: the site of the sentence before."""
    if not goes or not page.known.found("inspects.on_site").search(page.text, start, stop):
        return []
    told_before = carried(page, start, start, THINGS - {"Company"})
    return [Site(placed, "the site told before", 0.8) for placed in told_before[:1]]


def state(
    page: Page, visit: Visit, found: Iterable[tuple[Site, tuple[str, ...]]], sentence: tuple[int, int], named: bool
) -> Iterator[Claim]:
    for site, names in found:
        visit.been = True
        for leader in (visit.leaders[name] for name in names):
            yield seen_by(page, leader, site, sentence, site.rule, sure(site.confidence, not named))


def seen_by(page: Page, who: Placed, site: Site, sentence: tuple[int, int], rule: str, confidence: float) -> Claim:
    place = joined(page, who, site.placed, (site.placed[0], site.placed[0] + 1), sentence)
    return page.reading.claim("inspects", who[1], site.placed[1], place, rule, confidence)
