"""A text in, Mentions of named meetings out: what is called, held or attended, up to the word that makes it a meeting."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.model import Mention
from graphbuild.text.either import either

SHORTEST = 7


def events(text: str, knowledge: Knowledge) -> Iterator[Mention]:
    """A meeting with nothing before its last word (召开会议) has no name."""
    bare = frozenset(knowledge.words("events", role="bare"))
    for found in pattern(knowledge).finditer(text):
        name, start = found[found.lastgroup or 0], found.start(found.lastgroup or 0)
        if len(name) >= SHORTEST and name not in bare and name.count("（") == name.count("）"):
            yield Mention(start, start + len(name), ("Event",), name.strip("“”"), "held")


@cache
def pattern(knowledge: Knowledge) -> re.Pattern[str]:
    verbs, heads = (either(knowledge.words("events", role=role)) for role in ("verb", "head"))
    inside = r"(?:[^，。；：、！？\s“”]|“[^“”，。]{1,16}”)"
    name = rf"{inside}{{1,36}}?(?:{heads})"
    return re.compile(rf"(?:{verbs})[了的]?(?P<held>{name})(?!\w)|[从在](?P<at>{name})(?=上[，获了])")
