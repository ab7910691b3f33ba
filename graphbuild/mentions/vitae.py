"""Title words of a text in, Mentions of the bodies out that a curriculum vitae tells before them: 2008.08—2010.11 甲部乙司司长."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.kinds import by_head
from graphbuild.model import Mention
from graphbuild.text.vitae import times

BODY = re.compile(r"([一-鿿、]{3,40}?)(?:党[组委])?")
OFFICES = "司局厅处委办院所部科室队团府"
BODIES = frozenset(("Organization", "Company"))


def in_vitae(text: str, told: Sequence[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """All from the time up to the first title of the line, where a body ends there."""
    posts = [m.start for m in told if m.kind == "Post"]
    for time in times(text):
        n = bisect_left(posts, time.at)
        found = BODY.fullmatch(text, time.at, posts[n]) if n < len(posts) and posts[n] < time.end else None
        if found and is_body(found[1], knowledge):
            yield Mention(found.start(), found.end(1), ("Organization",), found[1], "body of a career")


def is_body(name: str, knowledge: Knowledge) -> bool:
    kind, _ = by_head(name, knowledge)
    return name[-1] in OFFICES or bool(BODIES & set(kind.split("+")))
