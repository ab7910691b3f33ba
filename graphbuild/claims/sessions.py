"""A Page in, the meetings that are really held out, and which of them a sentence speaks of."""

import re
from collections.abc import Sequence

from graphbuild.claims.groups import Placed
from graphbuild.claims.page import Cue, Page

EVENT = frozenset(("Event",))
REACH, FAR = 2500, 40
BEFORE = re.compile(r"(?:关于|传达|学习(?!会)|贯彻|落实|筹备|根据|按照)[^，；：。！？\n]{0,12}$|决定了?$")
BEHIND = re.compile(r"[^，；：。！？\n]{0,6}?(?:精神|召开时间|以来|的决定|的议案|决议|部署要求|筹备|重要讲话)")

SORTS = (
    (re.compile("了?(?:会议|大会)(?=[^一-鿿]|并|和)"), ("会", "会议")), (re.compile("了?座谈会"), ("座谈会",)),
    (re.compile("了?(?:[一-鿿]{2}){0,2}仪式"), ("仪式", "典礼")), (re.compile("了?论坛"), ("论坛",)),
)


def leaves(page: Page, start: int, end: int) -> bool:
    """A visit sets out, and not in what somebody says."""
    cues = page.cues_in(start, end)
    says = min((c.start for c in cues if "attends.say" in c.roles), default=end)
    return any(
        "inspects.lead" in c.roles or "inspects.motion" in c.roles and page.marks(c.end, page.around(c.end, c.end)[1])
        for c in cues if c.start < says
    )  # 引向深入 leads nowhere


def settled(page: Page) -> list[Placed]:
    """The meetings that the text says are held, opened or chaired; without any, the first that it names."""
    events = page.marks(0, len(page.text), EVENT)
    before = re.compile(page.known.pattern("attends.held") + r"(?:了|的)?[^，；：。！？\n]{0,14}$")
    behind = re.compile(r"[^，；：。！？\n]{0,16}" + page.known.pattern("attends.held"))
    planned = page.known.found("attends.planned")
    sure = [e for e in events if not planned.search(page.text, *page.around(e[0], e[0])) and not spoken_of(page, e[0])]
    held = [
        (place, m) for place, m in sure
        if before.search(page.text, max(0, place - 24), place) or behind.match(page.text, place + 1)
    ]
    return held or sure[:1]


def spoken_of(page: Page, place: int) -> bool:
    """传达学习甲全会精神, 关于召开乙会议的决定: that meeting is another one."""
    return bool(BEFORE.search(page.text, max(0, place - FAR), place) or BEHIND.match(page.text, place + 1))


def told_apart(page: Page, held: Sequence[Placed], event: Placed, cue: Cue) -> Placed:
    """主持座谈会并出席仪式: of two meetings the one of the sort that stands right behind the verb."""
    end = cue.end - 2 if cue.word.endswith("会议") else cue.end
    named = next((ends for sort, ends in SORTS if sort.match(page.text, end)), None)
    if named is None or event[1].name.endswith(named):
        return event
    return next((one for one in reversed(held) if one[0] < end and one[1].name.endswith(named)), event)


def meant(page: Page, held: Sequence[Placed], start: int, end: int, visited: int) -> Placed | None:
    """The meeting of a sentence: the one it names, else the last before it, unless a visit came between."""
    named = [event for event in held if start <= event[0] < end]
    if named:
        return named[0]
    before = [event for event in held if start - REACH <= event[0] < start]
    session = page.known.found("attends.session").search(page.text, start, end)
    if before and (visited < before[-1][0] or session):
        return before[-1]
    return next((event for event in held if event[0] >= end), None) if session and not before else None
