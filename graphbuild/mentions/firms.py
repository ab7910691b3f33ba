"""Persons read from a list and a text's words in, those that are really the front of a firm's or body's name out."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Word
from graphbuild.model import Mention

LISTED = "list under a title"
BODIES = frozenset(("Company", "Organization"))
FARTHEST = 8


def not_persons(persons: Iterable[Mention], text: str, words: Sequence[Word], knowledge: Knowledge) -> frozenset[str]:
    """Names such as 华辰 in 书记甲、华辰建设集团董事长乙: no verb stands between them and a word for a firm."""
    listed = ((m, bisect_left(words, m.end, key=lambda word: word.start)) for m in persons if m.rule == LISTED)
    behind = ((m, words[n : n + FARTHEST]) for m, n in listed)
    return frozenset(m.name for m, after in behind if after and after[0].start == m.end and goes_on(after, knowledge))


def goes_on(words: Sequence[Word], knowledge: Knowledge) -> bool:
    known, read = edges(knowledge), ""
    for word in words:
        if role(word, known) == "cut":
            return False
        read += word.text
        kind = lexicon(knowledge).get(last_word(read, knowledge), ("", ""))[0]
        if BODIES & set(kind.split("+")):
            return True
    return False
