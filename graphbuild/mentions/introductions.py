"""Titles in, the persons that the text introduces beside them out: after a title, in a list under it, before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.names import Model, model, right_edge
from graphbuild.mentions.names_before import left_edge
from graphbuild.mentions.tight import Tight
from graphbuild.mentions.titles import Title

DOUBT = {"resident": 3.0, "leader": -0.5, "rank": -1.5, "role": 0.0, "writer": -3.0, "comrade": 0.0}
PLAIN_DOUBT, LIST_DOUBT = -1.0, -2.0
LEAD = re.compile(r"(?:[：|“]|（(?=\w))*")
BETWEEN = re.compile(r"同志|（[^（）]{1,12}）|等")
AND = re.compile(r"[、和及与]|以及")
BEFORE = re.compile(r"[（|]+|同志（|[是任]|当选为?|担任|兼任|为")
MANY = 60


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name with the title that introduces it; offsets count in the tight text."""

    start: int
    end: int
    name: str
    title: Title
    rule: str


def introductions(tight: Tight, found: Sequence[Title], knowledge: Knowledge) -> Iterator[Introduction]:
    """In the order of the titles."""
    known = model(knowledge)
    for title in found:
        after = list(names_after(tight, title, known))
        yield from after
        if not after and (before := name_before(tight, title, known)):
            yield before


def names_after(tight: Tight, title: Title, known: Model) -> Iterator[Introduction]:
    """区长甲; 副区长甲、乙和丙（侗族）."""
    if title.row["class"] == "comrade":
        return
    text, rule = tight.text, "title before"
    doubt = DOUBT.get(title.row["class"], PLAIN_DOUBT)
    start = LEAD.match(text, title.end).end()
    for _ in range(MANY):
        end = right_edge(text, start, doubt, tight.gaps, known)
        if end is None:
            return
        yield Introduction(start, end, text[start:end], title, rule)
        if found := BETWEEN.match(text, end):
            end = found.end()
        joint = AND.match(text, end)
        if not joint and end not in tight.gaps:
            return
        start, rule, doubt = joint.end() if joint else end, "list under a title", LIST_DOUBT


def name_before(tight: Tight, title: Title, known: Model) -> Introduction | None:
    """严某某（区委书记）; 郝某某教授; 石某某同志; 阳某某是干部."""
    text, end = tight.text, title.start
    if found := next((m for n in (3, 2, 1) if (m := BEFORE.fullmatch(text, max(end - n, 0), end))), None):
        end = found.start()
    elif title.row["class"] in ("leader", "resident", "writer", "role") or title.start != title.core:
        return None
    start = left_edge(text, end, tight.gaps, known)
    return Introduction(start, end, text[start:end], title, "title after") if start is not None else None
