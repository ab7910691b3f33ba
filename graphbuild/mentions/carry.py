"""Mentions in, the same with bare parts named in full out: 二期 is that of the thing named before, 大会 the last meeting."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuild.knowledge import Knowledge
from graphbuild.model import Mention

PART = re.compile(r"(?:项目|工程)?[一二三四五六七八九十\d]期(?:工程|项目)?|首[开启]区|[东西南北A-Z]区|新[校院]区|[东西南北]校区")
PHASE = re.compile(r"([一二三四五六七八九十\d]期)(工程|项目)?$")
OWN = re.compile(r"^(?:项目|工程)")
WHOLES = frozenset(("Project", "Zone", "Park", "Facility"))


def carry(mentions: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """A bare part without a whole before it is no name and is left out."""
    bare = frozenset(knowledge.words("events", role="bare"))
    whole = meeting = None
    for mention in mentions:
        if "Event" in mention.kinds:
            if mention.name in bare:
                if meeting:
                    yield as_name(mention, meeting.name)
                continue
            meeting = mention
        elif WHOLES & set(mention.kinds):
            if PART.fullmatch(mention.name):
                if whole:
                    yield as_name(mention, of_whole(whole.name, OWN.sub("", mention.name)))
                continue
            whole = mention
        yield mention


def of_whole(whole: str, part: str) -> str:
    """甲园 and 二期 are 甲园二期; after 甲校新区图书馆, 新区 is 甲校新区; after 甲二期, 三期 is 甲三期."""
    before = PHASE.search(whole)
    if before and (phase := PHASE.fullmatch(part)):
        return whole[: before.start()] + phase[1] + (phase[2] or before[2] or "")
    inside = whole.find(part)
    return whole[: inside + len(part)] if inside > 0 else whole + part


def as_name(mention: Mention, name: str) -> Mention:
    return replace(mention, name=name, names=tuple(dict.fromkeys((*mention.names, mention.name))))
