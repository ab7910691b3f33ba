"""A sentence and the visit so far in, who is going out: leaders as they set out, part and go on."""

import re
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from graphbuild.claims.groups import Placed
from graphbuild.claims.page import SEGMENTS, Cue, Page
from graphbuild.claims.sights import Go, Sights, Site
from graphbuild.model import Mention

PEOPLE = frozenset(("Official", "Person"))
ADVERBS, HOSTS, ALIKE = 14, "陪同", frozenset("、和与")
LED = re.compile("带队|率队|率领|带领")
AHEAD = re.compile("[等同志]{0,3}(?:带队|率|带领|一行)")  # 甲一行与工作组座谈: the party is another's
BESIDE = re.compile("(?:等[^，。；]{0,8})?的?陪同下")
ESCORTED = re.compile(r"在(?:(?!在)[^。；！？\n]){1,80}?陪同下")
HE = re.compile("[他她](?!们)")
ALSO = re.compile("则|也|随后|又|一早|先后|先|同时|分别|接着|首先|实地|率队|带队|率队前往|随即|同样|同日|当天|当日|上午|下午|")
APART = re.compile(r"等?[^，。；\n]{0,3}(?:分[别赴头路片组]|兵分)")
PARTAKES = re.compile("参[加与]了?(?:此次|本次|这次)?$")  # 甲、乙参加了视察活动
HEAD, NEAR_TITLE = re.compile("(?:董事长|总经理|总裁|监事长|厂长|矿长|(?<!银)行长|董事[局会]主席)$"), 8
ALONE = re.compile("(?:(?!陪同|邀请|[请带向与让派])[^，；：、]){0,14}")
LISTED = re.compile("(?:同志)?[、和与及]")
OTHERS = re.compile(r"[对向与和的]$|由[^，；：。\n]{0,16}$|(?:成立|建|组成)了?以[^，；：。\n]{0,20}$")


@dataclass
class Visit:
    """Who is on the way, each where last named; `apart` where they went to different places."""

    leaders: dict[str, Placed] = field(default_factory=dict)
    going: tuple[str, ...] = ()
    apart: bool = False
    since: int = -1
    looked: int = -1  # where a sentence ends in which they looked at something
    been: bool = False  # somewhere that has a name
    joined: list[Placed] = field(default_factory=list)  # who took part, while nobody is told to lead
    beside: list[tuple[Placed, Cue, tuple[int, int]]] = field(default_factory=list)  # who took part with the first of them
    alone: list[Placed] = field(default_factory=list)  # the one official of the sentence before
    waiting: list[Site] = field(default_factory=list)
    toured: list[Site] = field(default_factory=list)  # where a party went of which nobody is named yet

    def met(self) -> dict[str, Placed]:
        """Those with whom others go: of leaders who went apart the one told of last."""
        return {name: self.leaders[name] for name in self.going} if self.apart and self.going else self.leaders

    def take_part(self, people: list[Placed], cue: Cue, sentence: tuple[int, int], equal: int) -> None:
        """甲、乙、丙参加视察活动: the first of them and his equals are those who visit, hosts (陪同) never."""
        if not self.joined and not cue.word.startswith(HOSTS):
            self.joined, people = people[:equal], people[equal:]
        self.beside += [(one, cue, sentence) for one in people]

    def set_out(self, named: list[Placed], apart: bool, at: int) -> None:
        """New leaders, some of those who went nowhere yet, or one of those who went apart; otherwise all go on together."""
        names = tuple(dict.fromkeys(m.name for _, m in named))
        if not set(names) <= self.leaders.keys() or not self.been and 1 < len(names) < len(self.leaders):
            self.leaders, self.apart, self.since, self.been = {}, apart, at, False
        self.leaders |= {m.name: (place, m) for place, m in named}
        self.going = names if self.apart and len(names) < len(self.leaders) else tuple(self.leaders)


def equals(page: Page, people: list[Placed]) -> int:
    """县领导甲、乙、丙: how many at the head of a list stand under one title."""
    text = page.reading.text
    joints = (text[one.end : other.start].strip() for (_, one), (_, other) in pairwise(people))
    return 1 + sum(1 for _ in takewhile(ALIKE.__contains__, joints))


def lead(
    page: Page, visit: Visit, seen: Sights, region: tuple[int, int], goes: list[Go], leads: list[int], there: bool
) -> list[Placed]:
    """Those who are named as going or as being there, after the visit was told of them."""
    start, stop = region
    first = min([stop, *leads, *(go.start for go in goes)])
    if not visit.leaders and goes and PARTAKES.search(page.text, start, first):
        return []
    guests = visit.leaders and any("accompanies.join" in c.roles for c in page.cues_in(start, first))
    named = subjects(page, visit, start, first, bool(leads), (bool(goes) or there) and not guests)
    if not named and not guests and any(not go.motion for go in goes):
        named = firm_heads(page, visit, start, first)
    named = without_hosts(page, visit, named, seen.hosting.search(page.text, start, stop))
    if not named and not visit.leaders and goes and HE.search(page.text, start, goes[0].start):
        named = visit.alone
    if not named and not visit.leaders and goes and seen.party.search(page.text, start, first):
        named = visit.joined
    if named:
        visit.set_out(named, APART.match(page.text, named[-1][0] + 1) is not None, start)
    return named


def without_hosts(page: Page, visit: Visit, named: list[Placed], host: re.Match[str] | None) -> list[Placed]:
    """甲与考察团一行座谈, 会后来到乙园: who speaks with the party has not come with it."""
    return [
        (place, m) for place, m in named
        if host is None or place > host.start() or m.name in visit.leaders or AHEAD.match(page.text, place + 1)
    ]


def real(page: Page, visit: Visit, goes: list[Go], led: bool) -> list[Go]:
    """Without those that are silenced; 到 alone makes no visit of somebody's coming and going."""
    kept = [go for go in goes if not blocked(page, go)]
    return kept if led or visit.leaders or not all(go.short for go in kept) else []


def going(page: Page, visit: Visit, go: Go, start: int) -> tuple[str, ...]:
    """甲到A, 乙到B: each goes where his own verb says."""
    low = max(page.around(go.start, go.end, SEGMENTS)[0], start)
    if other := another(page, visit, go):
        return other
    named = [m.name for _, m in page.marks(low, go.start, PEOPLE) if m.name in visit.leaders]
    alone = visit.apart or go.motion
    return tuple(dict.fromkeys(named)) if named and alone and "一行" not in page.text[low : go.start] else visit.going


def another(page: Page, visit: Visit, go: Go) -> tuple[str, ...]:
    """县政协主席乙则走进丙馆: who opens the clause with a title of his own and goes himself."""
    low, _ = page.around(go.start, go.end)
    people = page.marks(low, go.start, frozenset(("Official",)))
    if len(people) != 1 or people[0][1].name in visit.leaders or not ALSO.fullmatch(page.text, people[0][0] + 1, go.start):
        return ()
    visit.leaders[people[0][1].name] = people[0]
    return (people[0][1].name,)


def told(page: Page, start: int, end: int) -> int:
    """Where speech begins: what is said is no visit."""
    says = [c.start for c in page.cues_in(start, end) if "attends.say" in c.roles]
    return says[0] if says else end


def blocked(page: Page, go: Go) -> bool:
    low, _ = page.around(go.start, go.end)
    return bool(page.known.blocked("inspects").search(page.text, low, go.end))


def subjects(page: Page, visit: Visit, start: int, first: int, led: bool, goes: bool) -> list[Placed]:
    """Those who go: officials before the first verb, others who lead, or leaders on the way wherever they act."""
    start = behind_guide(page, start, first)
    escorts = [found.span() for found in ESCORTED.finditer(page.text, start, first)]
    return [
        (place, m) for place, m in page.marks(start, first, PEOPLE)
        if (m.name in visit.leaders or led or goes and m.kind == "Official") and not BESIDE.match(page.text, place + 1)
        and not any(low < place < high for low, high in escorts)
        and (LED.match(page.text, place + 1) or not OTHERS.search(page.text, max(start, place - 24), place))
    ]


def firm_heads(page: Page, visit: Visit, start: int, first: int) -> list[Placed]:
    """甲集团党委书记、董事长乙到丙厂调研: where no official is on the way, the heads of a firm right before the verb go."""
    people = page.marks(start, first, PEOPLE)
    official = any(m.kind == "Official" for _, m in (*people, *visit.leaders.values()))
    if official or not people or not ALONE.fullmatch(page.text, people[-1][0] + 1, first):
        return []
    low = len(people) - 1
    while low and LISTED.fullmatch(page.text, people[low - 1][0] + 1, people[low][0]):
        low -= 1
    free = not OTHERS.search(page.text, start, people[low][0])
    return [(place, m) for place, m in people[low:] if free and heads_firm(page, place, m)]


def heads_firm(page: Page, place: int, person: Mention) -> bool:
    """董事长甲, 甲总经理: a title before or behind the name that the head of a firm has."""
    titles = page.reading.within(page.behind(place), person.end + NEAR_TITLE, "Post")
    beside = [title for title in titles if title.end <= person.start or title.start == person.end]
    return any(HEAD.search(title.name) for title in beside)


def behind_guide(page: Page, start: int, first: int) -> int:
    """甲陪同乙、丙调研: who is named behind goes, and who shows him around does not."""
    guided = [cue.end for cue in page.cues_in(start, first) if cue.word == "陪同" and page.marks(start, cue.start, PEOPLE)]
    return guided[0] if guided and page.marks(guided[0], min(first, page.around(guided[0], guided[0])[1]), PEOPLE) else start


def carries(page: Page, seen: Sights, start: int, goes: list[Go], heads: list[Site]) -> bool:
    """随后来到A: nobody is named, nobody else goes."""
    if not goes:
        return bool(heads)
    first = goes[0].start
    if any("accompanies.join" in cue.roles for cue in page.cues_in(start, first)):  # 一行在甲陪同下参观
        return bool(seen.party.search(page.text, start, first))
    low, _ = page.around(first, goes[0].end)
    party = first - low <= ADVERBS and seen.party.search(page.text, low, first)
    return not page.marks(low, first, PEOPLE) and (first - low <= 2 or bool(party))
