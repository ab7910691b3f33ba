"""Introduced persons in, every place that names them out: the full name again, a family name before a title."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.introductions import Introduction
from graphbuild.mentions.names import Model, model
from graphbuild.mentions.names_before import apart
from graphbuild.mentions.tight import Tight
from graphbuild.mentions.titles import Title
from graphbuild.text.finder import Finder

Place = tuple[int, int, str, str]
OFTEN = 50
COMMON = 12.0  # a name that is also a word this frequent is one only beside what persons do


def again(
    tight: Tight, found: Sequence[Title], introduced: Sequence[Introduction], knowledge: Knowledge
) -> Iterator[Place]:
    """Start, end, name and rule in the tight text, without overlaps of one another."""
    rules = {(one.start, one.end): one.rule for one in introduced}
    names = {one.name for one in introduced}
    if not names:
        return
    known = model(knowledge)
    for start, end, name in Finder(names, once=True).find(tight.text):
        rule = rules.get((start, end), "name again")
        if rule != "name again" or stands_alone(tight, start, end, name, known):
            yield start, end, name, rule
    yield from by_title(tight.text, found, names, known)


def stands_alone(tight: Tight, start: int, end: int, name: str, known: Model) -> bool:
    """Not a piece of a longer word: 光明 in 光明城市."""
    text = tight.text
    if len(name) > 3 or known.word(name) < -COMMON and not crossed(text, start, end, known):
        return True
    return known.starts(text, end, "says", "after") > 1 or end == len(text) or text[end] in "、，。；）|\n"


def crossed(text: str, start: int, end: int, known: Model) -> bool:
    """A word of the dictionary lies across one of the name's edges: 高原 in 高原地."""
    if end - start > 2:
        return False
    wider = ((a, b) for a in range(max(0, start - 2), end) for b in range(end + 1, end + 3) if b - a < 5)
    return any(known.words.get(text[a:b], 0) > OFTEN for a, b in wider)


def by_title(text: str, found: Sequence[Title], names: set[str], known: Model) -> Iterator[Place]:
    """甲书记, where one person of that family name is introduced."""
    families = defaultdict(set)
    for name in names:
        families[name[:2] if name[:2] in known.surnames and len(name) > 2 else name[:1]].add(name)
    for title in found:
        if title.start == title.core and title.manner["called"] == "yes" and apart(text, title.start, title.end, known):
            for n in (2, 1):
                bearers = families.get(text[max(0, title.start - n) : title.start], ())
                if len(bearers) == 1 and title.start >= n:
                    yield title.start - n, title.end, next(iter(bearers)), "family name and title"
                    break
