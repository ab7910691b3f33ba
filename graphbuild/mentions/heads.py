"""A chunk in, the head words that end inside it out: what class of thing a name is, by its last word."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.areas import short_names
from graphbuild.mentions.chunks import Part, edges

LONGEST = 9


class Head(NamedTuple):
    """A head word that ends with the part `index` of its chunk."""

    index: int
    start: int
    word: str
    kind: str
    strength: str


@cache
def lexicon(knowledge: Knowledge) -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["kind"], row["strength"]) for row in knowledge.rows("heads")}


def heads(chunk: list[Part], text: str, knowledge: Knowledge) -> list[Head]:
    """Every head word of the chunk, the longest at each end."""
    return list(search(chunk, text, knowledge))


def search(chunk: list[Part], text: str, knowledge: Knowledge) -> Iterator[Head]:
    known, areas = lexicon(knowledge), short_names(knowledge)
    for index, part in enumerate(chunk):
        if part.text in areas:
            yield Head(index, part.start, part.text, "District", "area")
            continue
        found = longest(chunk[0].start, part, text, known)
        if found and (found.strength != "weak" or alive(found, part, text, knowledge)):
            yield found._replace(index=index)


def longest(first: int, part: Part, text: str, known: dict[str, tuple[str, str]]) -> Head | None:
    for start in range(max(first, part.end - LONGEST), part.end):
        found = known.get(text[start : part.end])
        if found:
            return Head(0, start, text[start : part.end], *found)
    return None


def alive(head: Head, part: Part, text: str, knowledge: Knowledge) -> bool:
    """A short head counts unless it is only the last letter of an everyday word (思路 is no road)."""
    if head.start != part.start and part.role != "proper":
        return False
    known = edges(knowledge)
    return not any(known.get(text[part.end - n : part.end]) == "generic" for n in (2, 3, 4))
