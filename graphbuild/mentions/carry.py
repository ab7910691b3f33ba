"""Mentions in, the same with bare parts named in full out: 二期 is that of the thing named before, 大会 the last meeting."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuild.model import Mention

PART = re.compile(r"[一二三四五六七八九十\d]期(?:工程|项目)?|首开区|[东西南北A-Z]区|新[校院]区|[东西南北]校区")
WHOLES = frozenset(("Project", "Zone", "Park", "Facility", "Road", "Organization"))
BARE = re.compile(r"(?:本[次届])?(?:大会|会议|全会|开幕[会式]|闭幕[会式]|洽谈会|论坛|活动|仪式|座谈会|推进会|开工仪式|签约仪式|启动仪式|常务会议)")


def carry(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A bare part without a whole before it is no name and is left out."""
    whole = meeting = None
    for mention in mentions:
        if "Event" in mention.kinds:
            if BARE.fullmatch(mention.name):
                if meeting:
                    yield as_name(mention, meeting.name)
                continue
            meeting = mention
        elif WHOLES & set(mention.kinds):
            if PART.fullmatch(mention.name):
                if whole:
                    yield as_name(mention, whole.name + mention.name)
                continue
            whole = mention
        yield mention


def as_name(mention: Mention, name: str) -> Mention:
    return replace(mention, name=name, names=tuple(dict.fromkeys((*mention.names, mention.name))))
