"""A Reading in, the titles out that stand behind the name at the head of a line, and the role that goes for all below it."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graphbuild.claims.reading import Reading
from graphbuild.knowledge.tables import Row
from graphbuild.model import Mention

PART = re.compile(r"[^\n；。]+")
LEAD = re.compile(r"\s*(?:[-—•●*▪◆]{1,2}|\d{1,2}[.、．])?\s*")
FIRST = re.compile(r"[^，。；：！？\n（）|]{0,12}")
LABEL = re.compile(r"\s*：\s*")
BILL = re.compile(
    r" ?(?:同志)? ?(?:（[^（）\n]{1,16}）)?(?: ?[，：] ?| )"
    r"[^，。；：！？\n（）|]{0,25}(?:（[^（）\n]{1,16}）)?[^，。；：！？\n（）|]{0,10}"
)
MORE = re.compile(r"(?:（[^（）\n]{1,16}）)?\s*[、，兼暨和\s]\s*[^，。；：！？\n（）|]{0,25}")
OVER = re.compile(r"(?:（[^（）\n]{1,16}）)?[\s，、]*$")
PEOPLE = ("Official", "Person")


@dataclass(frozen=True, slots=True)
class Bill:
    """By where a person's name begins: the titles behind it, the role said above it; where the former begin."""

    behind: dict[int, list[Mention]] = field(default_factory=dict)
    roles: dict[int, list[Mention]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)


def bill(reading: Reading, manners: Mapping[str, Row]) -> Bill:
    """Read part by part; a role holds as long as each part begins with a person."""
    told, role = Bill(), list[Mention]()
    begun = [mention.start for mention in reading.mentions if mention.kind == "Post" or mention.kind in PEOPLE]
    for part in PART.finditer(reading.text):
        if not part.group().strip():
            continue
        if bisect_left(begun, part.start()) == bisect_left(begun, part.end()):  # most parts name nobody
            role = []
            continue
        lead = LEAD.match(reading.text, *part.span())
        start = lead.end() if lead else part.start()
        label = label_at(reading, start, part.end(), manners)
        people = reading.within(label.end if label else start, part.end(), *PEOPLE)
        listed = people and (people[0].start == start or introduced(reading, start, people, part.end()))
        role = [label] if label else role if listed else []
        if role and not label:
            told.roles[people[0].start] = role
        if len(people) == 1 and (titles := behind(reading, people[0], label, start, part.end())):
            told.behind[people[0].start] = titles
            told.taken.update(title.start for title in titles)
    return told


def label_at(reading: Reading, start: int, end: int, manners: Mapping[str, Row]) -> Mention | None:
    """组长： with which the part begins."""
    titles = [m for m in reading.within(start, end, "Post") if LABEL.match(reading.text, m.end)]
    first = titles[0] if titles else None
    lines = first and FIRST.fullmatch(reading.text, start, first.start)
    word = next((first.name[n:] for n in range(len(first.name)) if first.name[n:] in manners), "") if first else ""
    return first if lines and word and manners[word]["column"] == "yes" else None


def introduced(reading: Reading, start: int, people: Sequence[Mention], end: int) -> bool:
    """县财政局局长甲 fills the line."""
    titles = reading.within(start, people[0].start, "Post")
    filled = titles and titles[-1].end == people[0].start and FIRST.fullmatch(reading.text, start, titles[0].start)
    return bool(filled and len(people) == 1 and OVER.match(reading.text, people[0].end, end))


def behind(reading: Reading, person: Mention, label: Mention | None, start: int, end: int) -> list[Mention]:
    """甲 县长, 甲，县委书记、县长: all titles up to the end, and nothing else."""
    text = reading.text
    opens = LABEL.fullmatch(text, label.end, person.start) if label else person.start == start
    titles = reading.within(person.end, end, "Post") if opens else []
    if not titles or not BILL.fullmatch(text, person.end, titles[0].start):
        return []
    joined = all(MORE.fullmatch(text, one.end, other.start) for one, other in pairwise(titles))
    return titles if joined and OVER.match(text, titles[-1].end, end) else []
