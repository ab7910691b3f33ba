"""Words in, chunks out: runs of words that could stand inside one name, each word with its role."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.words import UNKNOWN, Word

HARD = frozenset("pcudryeozt")
PROPER = frozenset(("nr", "ns", "nt", "nz", "nrt", "nrfg", UNKNOWN, "eng"))
LETTER = re.compile(r"[\w·#+\-—“（]")
BESIDE = frozenset("中内外上下前后里间旁东西南北")
NUMBER = re.compile(r"[\d.]+|[一二三四五六七八九十百千万两几数余多]+")


class Part(NamedTuple):
    """A word with its role: plain, proper, soft, generic, lead or measure; cut words never become parts."""

    start: int
    end: int
    text: str
    role: str


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
        return "proper"
    if word.tag == "vn":
        return "soft"
    return "cut" if word.tag[0] == "v" or word.tag[0] in HARD else "plain"


def chunks(words: Iterable[Word], knowledge: Knowledge, stops: frozenset[int] = frozenset()) -> Iterator[list[Part]]:
    """Runs of parts; `stops` are offsets at which a run must end (a person's name begins or ends there)."""
    known = edges(knowledge)
    run: list[Part] = []
    for word in words:
        does = role(word, known)
        if does == "cut" and word.text in BESIDE and not run:
            does = "proper"
        if does == "measure":
            does = "cut" if run and NUMBER.fullmatch(run[-1].text) else "proper"
        if does == "cut" or word.start in stops:
            if run:
                yield run
            run = []
        if does != "cut":
            run.append(Part(word.start, word.end, word.text, does))
    if run:
        yield run
