"""Mentions in, further Mentions of the same names out: a name found once is found everywhere in its text."""

from collections.abc import Iterator, Sequence

from graphbuild.model import Mention
from graphbuild.text.finder import Finder

SHORTEST = 3


def recur(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Only names long enough not to stand inside other words by chance."""
    by_name = {m.name: m for m in reversed(mentions) if len(m.name) >= SHORTEST or m.kind in ("Official", "Person")}
    if not by_name:
        return
    for start, end, name in Finder(by_name, once=True).find(text):
        first = by_name[name]
        yield Mention(start, end, first.kinds, name, "recurs")
