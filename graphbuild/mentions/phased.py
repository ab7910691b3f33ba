"""Mentions in, the site before its section or first part out: 甲路 in 甲路北段, 乙新城 in 乙新城起步区, 六中 in 六中新校区."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges
from graphbuild.model import Mention

SITES = frozenset(("Road", "Park", "Zone", "Facility", "WaterBody", "Project"))
WHOLES = frozenset(("Road", "Park", "Zone", "Facility"))
FIRST = r"(?:先行|先期)?(?:启动|起步)区"
PHASE = re.compile(rf"(?:{FIRST}|第[一二三四]跑道)(?:工程|项目)?")
SIDE = re.compile("[东西南北中]段(?:工程|项目)?")
REACH = re.compile(r"(?!延伸|延长|全线|沿线|[一二三四\d]|[^\W\d_]{1,8}至)[一-鿿]{2,8}(?<!路)(?<!标)段")
SIDES = "东西南北"  # 甲西路 has 西路 for its last word
SCHOOL = re.compile(r"[一-鿿]{0,6}?[一二三四五六七八九十\d]{1,3}中(?=(?:新校区|新园|[初高]中部)(?:工程|项目)?$)")
BODY = ("Organization", "Facility")
PARTED = re.compile("段|[动步]区|跑道|校区|新园|中部")


def before_parts(mentions: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """The name itself tells of both; a phase (甲公园一期) may be all of a thing, and tells of no other."""
    for mention in mentions:
        if not PARTED.search(mention.name) or not mention.literal or SITES.union(BODY).isdisjoint(mention.kinds):
            continue
        if school := SCHOOL.match(mention.name):
            yield front(mention, school.group(), BODY, "school before its part")
        elif (size := site(mention.name, knowledge)) and edges(knowledge).get(mention.name[:2]) != "generic":
            kinds = lexicon(knowledge)[last_word(mention.name[:size], knowledge)][0].split("+")
            yield front(mention, mention.name[:size], tuple(kinds), "site before its phase")


def front(mention: Mention, name: str, kinds: tuple[str, ...], rule: str) -> Mention:
    return Mention(mention.start, mention.start + len(name), kinds, name, rule)


def site(name: str, knowledge: Knowledge) -> int:
    """Where the whole ends: the rest is a part of such a site and no more; 0 where it is not."""
    for size in range(3, len(name) - 1):
        head = last_word(name[:size], knowledge)
        kind, strength = lexicon(knowledge).get(head, ("", ""))
        own = size > len(head.lstrip(SIDES)) + 1 and WHOLES & set(kind.split("+"))
        if own and part(name, size, kind, strength, head):
            return size
    return 0


def part(name: str, size: int, kind: str, strength: str, head: str) -> bool:
    """甲路北段, 甲线乙段, 甲新城起步区."""
    if PHASE.fullmatch(name, size) and strength == "sure":
        return True
    if kind != "Road":
        return False
    return bool(SIDE.fullmatch(name, size) or head == "线" and REACH.fullmatch(name, size))
