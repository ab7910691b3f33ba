"""A text and two offsets in it, how much speaks for a person's name between them out."""

import math

from graphbuild.mentions.names import Model

NEAR = 30_000  # a name's other occurrences are sought within this many characters
OFTEN = 12
COMMON = -13.0  # words of the dictionary come again anyhow
ENDS = frozenset("，。、；：！？）|\n”等")
AGAIN, AGAIN_ALIKE, ALWAYS_LONGER = 3.0, 1.5, -2.0


def likely(text: str, start: int, end: int, known: Model) -> float:
    """The name itself, its first character, what follows it, and whether it comes again."""
    score = known.name(text[start:end])
    if score == -math.inf:
        return score
    return score + begins(text[start:end], known) + beside(text, end, known) + recurrence(text, start, end, known)


def begins(name: str, known: Model) -> float:
    """Names rarely begin as a verb or as 来, 在; behind 省长 stands 来泉调研 for a visit to 泉."""
    if known.starts(name, 0, "after", "says") > 1:
        return -6.0
    return -4.0 * (4 - min(len(name), 3)) if name[0] in known.beside["before"] else 0.0


def beside(text: str, end: int, known: Model) -> float:
    """Names end before what persons do, best before what they say."""
    if said := known.starts(text, end, "says"):
        return 4.0 + 0.5 * said
    return (0.0, 1.0, 3.0, 3.5, 4.0)[known.starts(text, end, "after")]


def closed(text: str, end: int, stop: int, gaps: frozenset[int]) -> float:
    """Names end before punctuation."""
    return 2.5 if end == stop and (end == len(text) or text[end] in ENDS or end in gaps) else 0.0


def recurrence(text: str, start: int, end: int, known: Model) -> float:
    """A name comes again beside other words; a piece of one always before the same character."""
    name = text[start:end]
    places = occurrences(text, name, max(0, start - NEAR), start + NEAR)
    common = known.word(name) > COMMON and known.tags.get(name) != "nr"
    if len(places) < 2 or common:
        return 0.0
    if len({text[at + len(name) : at + len(name) + 1] for at in places}) == 1:
        return ALWAYS_LONGER
    return AGAIN + 0.5 * len(name) if len({text[at - 1 : at] for at in places}) > 1 else AGAIN_ALIKE


def occurrences(text: str, name: str, low: int, high: int) -> list[int]:
    places: list[int] = []
    at = text.find(name, low, high)
    while at >= 0 and len(places) < OFTEN:
        places.append(at)
        at = text.find(name, at + 1, high)
    return places
