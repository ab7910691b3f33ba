"""Names and titles in, the forms under which two writings count as the same out."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from graphbuild.knowledge import Knowledge

MARKS = re.compile(r"[\s*“”\"'‘’《》〈〉「」·.,，。、()（）\-—]+")
SHORTEST = 3  # a form cut shorter than this would name anything


def norm(name: object) -> str:
    return MARKS.sub("", unicodedata.normalize("NFKC", str(name))).lower()


@cache
def pattern(knowledge: Knowledge, use: str, shape: str) -> re.Pattern[str]:
    """The lexicon's words of one use, put into a pattern's shape in the order of the file."""
    return re.compile(shape.format("|".join(map(re.escape, knowledge.words("scoring", use=use)))))


def forms(names: Iterable[str], knowledge: Knowledge) -> set[str]:
    """Every name in normal form, also without a trailing word that only says what it is."""
    whole = set(map(norm, names))
    short = {pattern(knowledge, "tail", "({})$").sub("", name) for name in whole}
    return (whole | {name for name in short if len(name) >= SHORTEST}) - {""}


def title(text: str, knowledge: Knowledge) -> str:
    """A title in normal form, without the place in front of its body."""
    body = pattern(knowledge, "body", "^(中共)?.{{0,6}}?(?={})")
    return body.sub("", norm(text)) or norm(text)


def same_title(a: str, b: str, knowledge: Knowledge) -> bool:
    """The same post, one of them perhaps with its body in front, never a deputy's and its chief's."""
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    if a == b:
        return True
    front = long[: len(long) - len(short)]
    return bool(short) and long.endswith(short) and not pattern(knowledge, "under", "({})$").search(front)
