"""A text's words in, Mentions of the country's known areas out, where a word as a whole is such an area."""

from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.areas import full_names, short_names, shorten_county
from graphbuild.mentions.roles import edges
from graphbuild.mentions.words import Word
from graphbuild.model import Mention

LISTED = "、"


def gazetteer(words: Sequence[Word], text: str, knowledge: Knowledge) -> Iterator[Mention]:
    """Full names and upper areas anywhere; short names of counties only in a list beside another area."""
    sure, counties = certain(knowledge), short_counties(knowledge)
    ends: set[int] = set()
    for n, word in enumerate(words):
        after = words[n + 1] if n + 1 < len(words) else word
        joined = word.text + after.text if after.start == word.end else ""
        name = joined if joined in sure else word.text
        end = word.start + len(name)
        beside = word.start - 1 in ends and text[word.start - 1] == LISTED
        if name in sure or name in counties and (beside or opens_list(words, n, counties)):
            ends.add(end)
            yield Mention(word.start, end, ("District",), name, "known area")


def opens_list(words: Sequence[Word], n: int, counties: frozenset[str]) -> bool:
    return n + 2 < len(words) and words[n + 1].text == LISTED and words[n + 2].text in counties


@cache
def certain(knowledge: Knowledge) -> frozenset[str]:
    """Names that are also everyday words (城区, 新建) are left out."""
    return (full_names(knowledge) | short_names(knowledge)) - frozenset(edges(knowledge))


@cache
def short_counties(knowledge: Knowledge) -> frozenset[str]:
    rows = knowledge.rows("areas")
    names = {shorten_county(row["name"]) for row in rows if row["level"] == "county"}
    return frozenset(names) - frozenset(edges(knowledge))


@cache
def areas(knowledge: Knowledge) -> frozenset[str]:
    """Every name that is an area's wherever it stands alone."""
    return certain(knowledge) | short_counties(knowledge)


def areas_in(name: str, listed: frozenset[str]) -> list[tuple[int, int]]:
    """The places of known areas in a row that reach the name's end; words before them (本报, 对) are no part of it."""
    found: list[tuple[int, int]] = []
    end = len(name)
    while end > 1:
        start = next((s for s in range(end - 1) if name[s:end] in listed), None)
        if start is None:
            return found
        found.insert(0, (start, end))
        end = start
    return found
