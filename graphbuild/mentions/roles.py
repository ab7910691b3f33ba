"""A word in, what it does at the edge of a name out: part of one, before one, or never in one."""

import re
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.words import UNKNOWN, Word

HARD = frozenset("pcudryeozt")
PROPER = frozenset(("nr", "ns", "nt", "nz", "nrt", "nrfg", UNKNOWN, "eng"))
DEEDS = ("cut", "soft")
LETTER = re.compile(r"[^\W①-⑳]|[·#+\-—“（]")


@cache
def edges(knowledge: Knowledge) -> dict[str, str]:
    return {row["word"]: row["role"] for row in knowledge.rows("edges")}


def role(word: Word, known: dict[str, str]) -> str:
    """What a word does at the edge of a name; jieba's tags decide for words that our list does not hold."""
    found = known.get(word.text)
    if found:
        return found
    if not LETTER.match(word.text):
        return "cut"
    if len(word.text) == 1:
        return "proper"
    if word.tag in PROPER:
        return "cut" if known.get(word.text[:2]) == "cut" and known.get(word.text[2:]) in DEEDS else "proper"  # 大力发展
    if word.tag == "vn":
        return "soft"
    return "cut" if word.tag[0] == "v" or word.tag[0] in HARD else "plain"
