"""Mentions in, further Mentions beside them in the same list out: 甲路、乙街 are both roads when one of them is."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.gazetteer import STREETS
from graphbuild.mentions.kinds import by_head
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

ITEM = re.compile(r"[^、，。；：！？\n（）()“”‘’《》\s和及与等]{3,12}?(?=[、和及与等，。；]|以及)")
SUMMED = re.compile("[两二三四五六七八九十][大条座个](?:水系|河流|支流|公园|广场|工程|项目)$")  # 甲江、乙江两大水系
JOINT = re.compile(r"[、和与及以](?:(?<!以)|及)")
SITES = frozenset(("Road", "Park", "Facility", "WaterBody", "Zone", "Organization", "Company"))


def listed(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """An item that nobody saw, whole between two joints, with a sure last word of the class of its neighbour."""
    known = edges(knowledge)
    ends = {mention.end: mention.kinds for mention in mentions}
    for joint in JOINT.finditer(text):
        beside = ends.get(joint.start())
        found = ITEM.match(text, joint.end()) if beside else None
        if beside and found and found.start() in words.at and found.end() in words.until:
            kind, strength = by_head(found.group(), knowledge)
            if (
                strength == "sure"
                and not SUMMED.search(found.group())
                and set(kind.split("+")) & set(beside) & SITES
                and proper(words, *found.span(), known)
            ):
                ends[found.end()] = tuple(kind.split("+"))
                yield Mention(found.start(), found.end(), tuple(kind.split("+")), found.group(), "listed")


def proper(words: Words, start: int, end: int, known: dict[str, str]) -> bool:
    """Its first word is no everyday word, or a short one before 路 or 街; none of the others breaks a name."""
    first, *rest = words[words.at[start] : words.until[end] + 1]
    street = len(rest) == 1 and first.text not in STREETS and rest[0].text in STREETS
    whole = all(role(word, known) not in ("cut", "lead", "measure") for word in rest)
    return whole and (street or role(first, known) == "proper")
