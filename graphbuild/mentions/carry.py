"""Mentions in, the same with bare parts named in full out: 二期 is that of the thing named before, 大会 the last meeting."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuild.knowledge import Knowledge
from graphbuild.model import Mention

PART = re.compile(r"(?:项目|工程)?[一二三四五六七八九十\d]期(?:工程|项目)?|首[开启]区|[东西南北A-Z]区|新[校院]区|[东西南北]校区")
STRETCH = re.compile(r"[东西南北中]环?段$")
PHASE = re.compile(r"([一二三四五六七八九十\d]期)(工程|项目)?$")
OWN = re.compile(r"^(?:项目|工程)")
FULL, BEGIN, JOINTS, STOPS = re.compile("[。；！？\n]"), "。；！？，\n", ("、", "和", "与", "及"), "，。；等"
WAYS = frozenset(("Road", "Park", "WaterBody"))
WHOLES = frozenset(("Project", "Zone", "Park", "Facility"))
WHERE = re.compile(r"(?:位于|坐落[于在]|地处|落户[于在]?|选址[于在]?|毗邻|紧邻|[东南西北][临至靠接起])[^，。；\n]{0,12}$")
REGION = re.compile("(?:新区|开发区|高新区|经开区|示范区)$")  # works in it have a 一期, it has none itself
FAR = 20


def carry(text: str, mentions: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """工程三期 tells that the whole is works."""
    found = list(carried(text, mentions, knowledge))
    works = {PHASE.sub("", m.name) for m in found if m.names and OWN.match(m.names[-1]) and PHASE.search(m.name)}
    for mention in found:
        new = mention.name in works and WHOLES & set(mention.kinds) and "Project" not in mention.kinds
        yield replace(mention, kinds=(*mention.kinds, "Project")) if new else mention


def carried(text: str, mentions: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """A bare part without a whole before it is no name and is left out; 甲园、乙园…，启动工程三期 is one of each."""
    bare = frozenset(knowledge.words("events", role="bare"))
    whole = meeting = first = way = None
    for mention in mentions:
        if STRETCH.fullmatch(mention.name):
            if way:
                yield replace(as_name(mention, STRETCH.sub("", way.name) + mention.name), kinds=way.kinds)
            continue
        way = mention if WAYS & set(mention.kinds) else way
        if "Event" in mention.kinds:
            if mention.name in bare:
                if meeting:
                    yield as_name(mention, meeting.name)
                continue
            meeting = mention
        elif WHOLES & set(mention.kinds):
            if PART.fullmatch(mention.name):
                if whole and REGION.search(whole.name):
                    continue
                yield from (part(mention, one) for one in owners(text, mention, first, whole))
                continue
            first = whole if whole and subjects(text, whole, mention) else None
            whole = whole if whole and only_where(text, whole, mention) else mention
        yield mention


def owners(text: str, mention: Mention, first: Mention | None, whole: Mention | None) -> list[Mention]:
    """The thing named before, and with a part of works the other subject of its sentence."""
    each = first and OWN.match(mention.name) and not FULL.search(text, first.end, mention.start)
    return [one for one in (first if each else None, whole) if one]


def only_where(text: str, whole: Mention, mention: Mention) -> bool:
    """甲校位于乙新城，一期…: what follows is of the first."""
    where = WHERE.search(text, max(whole.end, mention.start - FAR), mention.start)
    return bool(where) and "\n" not in text[whole.end : mention.start]


def subjects(text: str, one: Mention, other: Mention) -> bool:
    """甲园、乙园 at the beginning of what is said of both."""
    begins = one.start == 0 or text[one.start - 1] in BEGIN
    return begins and text[one.end : other.start] in JOINTS and text[other.end : other.end + 1] not in (*JOINTS, *STOPS)


def part(mention: Mention, whole: Mention) -> Mention:
    """A phase of a zone is one and is works, a phase of works is no zone."""
    named = as_name(mention, of_whole(whole.name, OWN.sub("", mention.name)))
    kinds = ("Zone", "Project") if "Zone" in whole.kinds else tuple(kind for kind in named.kinds if kind != "Zone")
    return replace(named, kinds=kinds) if PHASE.search(mention.name) else named


def of_whole(whole: str, part: str) -> str:
    """甲园 and 二期 are 甲园二期; after 甲校新区图书馆, 新区 is 甲校新区; after 甲二期, 三期 is 甲三期."""
    before = PHASE.search(whole)
    if before and (phase := PHASE.fullmatch(part)):
        return whole[: before.start()] + phase[1] + (phase[2] or before[2] or "")
    inside = whole.find(part)
    return whole[: inside + len(part)] if inside > 0 else whole + part


def as_name(mention: Mention, name: str) -> Mention:
    return replace(mention, name=name, names=tuple(dict.fromkeys((*mention.names, mention.name))))
