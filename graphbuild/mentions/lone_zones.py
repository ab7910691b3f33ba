"""A text in, Mentions of the zones out that it calls by their sort alone, as each city has one: 综合保税区, 综改区."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either
from graphbuild.text.finder import Finder

BEFORE = re.compile(r"(?:^|[，。；：、！？\n])$")
GONE, THERE = re.compile("(?:[赴到]|深入|走进|前往)$"), re.compile("[、，。；]|调研|考察|检查|督[导查]|视察|走访|指导")
AFTER = re.compile("[的型类级式性化等内外和与及]|政策|条例|模式|名单|牌子|考核|申[报建请]|升级|评[审估价]|片区|[A-Z]区|（[A-Z]")
CLAUSE = "，。；：！？\n"
ALL = re.compile("[各全][省市区县国地类级]|所有|[级类家个等]|申[报建请]|争创|创建|创成|获批|升级")
SITES = frozenset(("Facility", "Road", "Park"))
REST = re.compile("(?![东西南北中]区|片区|[首核启起])[一-鿿]{3,}(?<!期)(?<!段)")
NEAR, FAR = 2, 24


def lone_zones(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """At the head of a clause or where somebody goes, and not all of a kind, nor what is only applied for."""
    for start, end, name in finder(knowledge).find(text):
        near = max(0, start - NEAR)
        gone = GONE.search(text, near, start) and THERE.match(text, end)
        if not (gone or BEFORE.search(text, near, start)) or AFTER.match(text, end):
            continue
        low = max(text.rfind(sign, max(0, start - FAR), start) for sign in CLAUSE) + 1
        if not ALL.search(text, max(low, start - FAR), start):
            yield Mention(start, end, ("Zone",), name, "zone alone")


def lone_before(mentions: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """综改区 in 综改区会展中心."""
    for mention in mentions:
        zone = opening(knowledge).match(mention.name)
        if not zone or not mention.literal or "Organization" in mention.kinds:  # a school of a zone may stand anywhere
            continue
        if SITES & set(mention.kinds) and REST.fullmatch(mention.name, zone.end()):
            yield Mention(mention.start, mention.start + zone.end(), ("Zone",), zone.group(), "zone before a site")


@cache
def opening(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(either(knowledge.words("works", role="lone")))


@cache
def finder(knowledge: Knowledge) -> Finder:
    return Finder(knowledge.words("works", role="lone"))
