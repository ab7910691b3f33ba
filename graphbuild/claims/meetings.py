"""A Page in, who chaired and who attended which meeting out; a sentence that does not name the meeting carries it."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.claims.evidence import joined, sure
from graphbuild.claims.groups import Placed
from graphbuild.claims.page import SEGMENTS, Cue, Page
from graphbuild.claims.sessions import leaves, meant, settled, told_apart
from graphbuild.model import Claim, Mention

PEOPLE = frozenset(("Official", "Person"))
BODIES = frozenset(("Organization", "Company"))
AREAS = frozenset(("District",))
ROLES = frozenset(("chairs.cues", "attends.join", "attends.speak", "attends.say", "attends.heard"))
FOLLOWS = re.compile(r"(?:[此本这][次场])?(?:会议|大会|座谈会|仪式|活动)?的(?:还)?(?:[市县区省]?领导)?(?:还)?有|的(?:领导|单位|部门|嘉宾)(?:还)?(?:有|包括)")
ASIDE = re.compile(r"(?:代表|[在向对从受据到经为与被由作])$")
OTHERS = re.compile(r"[\ue000-\uefff]|委员(?!会)|特邀|代表|的|（|提请|提交|[相有]关情况说明")
TITLE = 10
JOINS, NOBODY = tuple("、和与"), Mention(0, 0, ("",), "", "")
JOINT = re.compile("[，；。、和与及等\n]")
REPORT = re.compile(r"(?P<event>[\ue000-\uefff])上\n+(?P<line>[^，。\n]{1,14})\n")
NEAR = 260
ALSO = re.compile("[^，；。\ue000-\uefff]*(?:会议?|大会|仪式|论坛)(?:，?并|，还)")
RITE, REMARKS = re.compile("(?:仪式|典礼|庆典)$"), re.compile("介绍|表示|说|告诉|透露")


def meetings(page: Page) -> Iterator[Claim]:
    held = settled(page)
    visited = -1
    for start, end in page.sentences:
        cues = [cue for cue in page.cues_in(start, end) if cue.roles & ROLES]
        if leaves(page, start, end):
            visited = start
        event = meant(page, held, start, end, visited) if cues else None
        if event:
            yield from taken(page, event, held, cues, start, end)
    yield from reporter(page)


def taken(
    page: Page, event: Placed, held: Sequence[Placed], cues: Sequence[Cue], start: int, end: int
) -> Iterator[Claim]:
    """Each verb takes the people and bodies between the verb before it and itself; 并讲话 adds nobody."""
    blocked = page.known.blocked("attends")
    free, before, takers_before = start, event, list[Placed]()
    for cue in cues:
        low, high = page.around(cue.start, cue.end)
        if blocked.search(page.text, low, high):
            continue
        segment = roster(page, page.around(cue.start, cue.end, SEGMENTS)[0], start)
        follows = FOLLOWS.match(page.text, cue.end)
        if follows:
            named = [*people(page, follows.end(), end), *bodies(page, follows.end(), end)]
        elif "attends.heard" in cue.roles:
            named = bodies(page, cue.end, high)
        else:
            named = takers(page, event, cue, max(free, segment), start)
        here = told_apart(page, held, event, cue)
        if not named and here != before and ALSO.fullmatch(page.text, free, cue.start):
            named = takers_before  # 主持会议并出席仪式
        free, before, takers_before = end if follows else cue.end, here, named
        yield from state(page, here, cue, named, (start, end))


def roster(page: Page, segment: int, start: int) -> int:
    """Where a list begins that goes on over semicolons: 甲、乙；丙、丁参加."""
    while segment - 1 > start and page.text[segment - 1] == "；":
        before, _ = page.around(segment - 2, segment - 2, SEGMENTS)
        if page.cues_in(before, segment) or not page.marks(before, segment, PEOPLE):
            break
        segment = before
    return segment


def takers(page: Page, event: Placed, cue: Cue, low: int, start: int) -> list[Placed]:
    named = people(page, low, cue.start)
    if "chairs.cues" in cue.roles:
        clause, _ = page.around(cue.start, cue.end)
        return [p for p in named if p[0] >= clause] or named[-1:]
    if "attends.say" in cue.roles:
        low = max(low, page.text.rfind("：", 0, cue.start) + 1)
        named = [p for p in named if p[0] >= low]
        if REMARKS.match(cue.word) and RITE.search(event[1].name) and "\n" in page.text[event[0] : start]:
            return []  # who explains it in another paragraph was asked about it
        near = 0 <= start - event[0] <= NEAR or event[0] > low
        return [p for p in named if p[1].kind == "Official"] if near else []
    went = [c.end for c in page.cues_in(low, cue.start) if c.roles & {"inspects.motion", "inspects.look"}]
    return [*named, *bodies(page, max([low, *went]), cue.start, towns=True)]


def people(page: Page, start: int, end: int) -> list[Placed]:
    return [p for p in page.marks(start, end, PEOPLE) if not re.search("[对向与为]$", page.text[start : p[0]])]


def bodies(page: Page, start: int, end: int, towns: bool = False) -> list[Placed]:
    """Bodies that take part themselves: not those that somebody speaks for, or in which the meeting is held."""
    level = page.known.words("attends.towns") if towns else ()
    found = [p for p in page.marks(start, end, BODIES | AREAS) if p[1].kind in BODIES or p[1].name.endswith(level)]
    away = (place for place, _ in found if ASIDE.search(page.text, start, place) or others(page, place))
    left_out = {*away, *(place for place, _ in found if titled(page, place))}
    return [p for p in found if p[0] not in left_out]


def others(page: Page, place: int) -> bool:
    """Somebody of it takes part: 甲局代表, 甲镇、乙镇的人大主席."""
    if OTHERS.match(page.text, place + 1):
        return True
    while page.text[place + 1 : place + 2] in JOINS and (page.at(place + 2) or NOBODY).kind in BODIES | AREAS:
        place += 2
    return page.text[place + 1 : place + 2] == "的"


def titled(page: Page, place: int) -> bool:
    """甲委书记、乙会主任丙, 甲委主任委员乙: the body belongs to a title, perhaps one that is not known."""
    following = page.marks(place + 1, place + TITLE, PEOPLE)
    between = page.text[place + 1 : following[0][0]] if following else ""
    if between.partition("、")[0] and "，" not in between and any(s == 0 for s, _, _ in page.known.titles.find(between)):
        return True
    return bool(following) and not JOINT.search(page.text, place + 1, following[0][0])


def reporter(page: Page) -> Iterator[Claim]:
    """…会议上, and on the next line who reported there."""
    for found in REPORT.finditer(page.text):
        event, speaker = page.at(found.start("event")), page.marks(*found.span("line"), PEOPLE)
        if event and event.kind == "Event" and len(speaker) == 1:
            place = page.evidence(found.start("event"), found.end())
            yield page.reading.claim("attends", speaker[0][1], event, place, "reported there", 0.85)


def called_in(page: Page, body: Mention, event: Mention) -> bool:
    """By any of its names, and as it stands there."""
    return any(name in event.name for name in (body.name, *body.names, page.reading.text[body.start : body.end]))


def state(
    page: Page, event: Placed, cue: Cue, named: Sequence[Placed], sentence: tuple[int, int]
) -> Iterator[Claim]:
    relation = "chairs" if "chairs.cues" in cue.roles else "attends"
    weak = "attends.say" in cue.roles
    for taker in (one for one in named if not called_in(page, one[1], event[1])):  # no body attends its own session
        place = joined(page, taker, event, (cue.start, cue.end), sentence)
        carried = not sentence[0] <= event[0] < sentence[1]
        confidence = sure(0.7 if weak else 0.9, carried)
        yield page.reading.claim(relation, taker[1], event[1], place, cue.word, confidence)
