"""Mentions in, the same without meetings that are only spoken of out: 落实市委经济工作会议、甲会精神, 三次重大活动, 甲活动第一督察组."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.model import Mention

FAR = 24
BEFORE = re.compile(r"(?:贯彻|落实|学习(?!会)|传达|按照|根据)[^，；：。！？\n]{0,16}$")
BEHIND = re.compile(r"”?(?:[、和及与][^，；。！？\n]{1,24}?)?”?[^，；：。！？\n、]{0,6}?(?:精神|部署|要求)")
COUNTED = re.compile(r"(?<![第届一二三四五六七八九十百])[两三四五六七八九十]次(?=[^全会])")
TROOP = re.compile(r"(?:第[一二三四五六七八九十\d]{1,2})?[督检调考巡][察查研视][组团]")


def held(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A meeting that is told of in any other way stays."""
    told = {m.name for m in mentions if m.kind == "Event" and not spoken_of(text, m)}
    yield from (mention for mention in mentions if mention.kind != "Event" or mention.name in told)


def spoken_of(text: str, mention: Mention) -> bool:
    if COUNTED.search(mention.name) or TROOP.match(text, mention.end) or TROOP.search(mention.name):
        return True
    before = BEFORE.search(text, max(0, mention.start - FAR), mention.start)
    return before is not None and BEHIND.match(text, mention.end) is not None
