"""Mentions in, the same with sessions called by their body's name out: 甲县人大常委会召开第五次会议 is 甲县人大常委会第五次会议."""

import re
from collections.abc import Iterable, Iterator

from graphbuild.mentions.carry import as_name
from graphbuild.model import Mention

NUMBERED = r"第[一二三四五六七八九十百\d]{1,5}次(?:[一-鿿]{0,8}?(?:全体|常务|扩大))?会议"
SESSION = re.compile(NUMBERED)
WHOLE = re.compile(rf"(?P<body>[一-鿿\d]{{2,24}}?)(?:召开|举行)了?(?P<session>{NUMBERED})")
HELD, LONGEST = ("召开", "举行", "召开了", "举行了"), 3


def sessions(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The short form stays an alias."""
    found = list(mentions)
    ends = {m.end: m for m in found if "Organization" in m.kinds}
    for mention in found:
        told = WHOLE.fullmatch(mention.name) if mention.kind == "Event" else None
        host = held_by(text, mention, ends) if mention.kind == "Event" and SESSION.fullmatch(mention.name) else None
        body = told["body"] if told else host.name if host else ""
        yield as_name(mention, body + (told["session"] if told else mention.name)) if body else mention


def held_by(text: str, mention: Mention, ends: dict[int, Mention]) -> Mention | None:
    verbs = (n for n in range(1, LONGEST + 1) if text[mention.start - n : mention.start] in HELD)
    return next((ends[mention.start - n] for n in verbs if mention.start - n in ends), None)
