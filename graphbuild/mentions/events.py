"""A text in, Mentions of named meetings out: what is called, held or attended, up to the word that makes it a meeting."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.model import Mention

SHORTEST = 4


def events(text: str, knowledge: Knowledge) -> Iterator[Mention]:
    """A meeting with nothing before its last word (召开会议) has no name."""
    for found in pattern(knowledge).finditer(text):
        name = found["name"]
        if len(name) - len(found["head"]) >= SHORTEST and name.count("（") == name.count("）"):
            yield Mention(found.start("name"), found.end("name"), ("Event",), name.strip("“”"), "held")


@cache
def pattern(knowledge: Knowledge) -> re.Pattern[str]:
    verbs, heads = (either(knowledge.words("events", role=role)) for role in ("verb", "head"))
    inside = r"(?:[^，。；：、！？\s“”]|“[^“”，。]{1,16}”)"
    return re.compile(rf"(?:{verbs})了?(?P<name>{inside}{{2,36}}?(?P<head>{heads}))(?!\w)")


def either(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
