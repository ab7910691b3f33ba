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
    """What a word does at the edge of a name."""
    return does(word.text, word.tag, known)


def does(text: str, tag: str, known: dict[str, str]) -> str:
    """The same of a word wherever it stands; jieba's tags decide for words that our list does not hold."""
    if found := known.get(text):
        return found
    if not LETTER.match(text):
        return "cut"
    if len(text) == 1:
        return "proper"
    if tag in PROPER:
        return "cut" if known.get(text[:2]) == "cut" and known.get(text[2:]) in DEEDS else "proper"  # 大力发展
    if tag == "vn":
        return "soft"
    return "cut" if tag[0] == "v" or tag[0] in HARD else "plain"
