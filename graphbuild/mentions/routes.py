"""A text in, Mentions of roads and lines named by their ends out: 甲县至乙县高速公路, and 丙市至丁市 before it in one list."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import by_name
from graphbuild.model import Mention
from graphbuild.text.either import either

TO, LEAST, LONGEST = "至", 2, 8
JOINT = re.compile("[、和]")


def routes(text: str, knowledge: Knowledge) -> Iterator[Mention]:
    """Both ends are areas of the list; what kind of way it is may be said only once, by the last of the list."""
    waiting: list[tuple[int, int]] = []
    at = text.find(TO)
    while at >= 0:
        found = ends(text, at, knowledge)
        if found and waiting and not (waiting[-1][1] + 1 == found[0] and JOINT.match(text, waiting[-1][1])):
            waiting = []
        waiting = [*waiting, found] if found else []
        if waiting and (way := ways(knowledge).match(text, waiting[-1][1])):
            for start, end in waiting:
                name = text[start:end] + way.group()
                whole = end == way.start()
                yield Mention(start, way.end() if whole else end, ("Road",), name, "route", () if whole else (text[start:end],))
            waiting = []
        at = text.find(TO, at + 1)


def ends(text: str, at: int, knowledge: Knowledge) -> tuple[int, int] | None:
    """Where the longest area before 至 begins and the longest behind it ends."""
    known = by_name(knowledge)
    before = next((n for n in range(LONGEST, LEAST - 1, -1) if n <= at and text[at - n : at] in known), 0)
    behind = next((n for n in range(LONGEST, LEAST - 1, -1) if text[at + 1 : at + 1 + n] in known), 0)
    return (at - before, at + 1 + behind) if before and behind else None


@cache
def ways(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(either(knowledge.words("works", role="way")))
