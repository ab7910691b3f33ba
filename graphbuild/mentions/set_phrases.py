"""Mentions in, the same without meetings that are only spoken of (落实市委经济工作会议、甲会精神, 三次重大活动) and counts (十大片区) out."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.model import Mention

FAR = 24
BEFORE = re.compile(r"(?:贯彻|落实|学习(?!会)|传达|按照|根据)[^，；：。！？\n]{0,16}$")
BEHIND = re.compile(r"”?(?:[、和及与][^，；。！？\n]{1,24}?)?”?[^，；：。！？\n、]{0,6}?(?:精神|部署|要求)")
COUNTED = re.compile(r"(?<![第届一二三四五六七八九十百])[两三四五六七八九十]次(?=[^全会])")
SUMMED = re.compile(r"[一二两三四五六七八九十百\d]{1,3}[大个](?:重点|特色|核心|主导|功能|产业)?(?P<sort>[一-鿿]{2,5})")  # 二里商圈 is a name
TROOP = re.compile(r"(?:第[一二三四五六七八九十\d]{1,2})?[督检调考巡][察查研视][组团]")


def held(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A meeting that is told of in any other way stays."""
    told = {m.name for m in mentions if m.kind == "Event" and not spoken_of(text, m)}
    yield from (mention for mention in mentions if mention.kind != "Event" or mention.name in told)


def single(mentions: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """五大商圈 says how many there are, and which it is not."""
    for mention in mentions:
        found = SUMMED.fullmatch(mention.name)
        if not found or found["sort"] not in lexicon(knowledge):
            yield mention


def spoken_of(text: str, mention: Mention) -> bool:
    if COUNTED.search(mention.name) or TROOP.match(text, mention.end) or TROOP.search(mention.name):
        return True
    before = BEFORE.search(text, max(0, mention.start - FAR), mention.start)
    return before is not None and BEHIND.match(text, mention.end) is not None
