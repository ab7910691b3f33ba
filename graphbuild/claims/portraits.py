"""A Reading in, the posts of those whom a line tells of from their birth on out: 甲，男，汉族，1970年1月生，现任某县县长."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.claims.offices import Areas, Held, office
from graphbuild.claims.posts import told
from graphbuild.claims.reading import Reading
from graphbuild.model import Claim, Mention
from graphbuild.text.vitae import born

SPACES = r"\s*"
BIRTH = re.compile(rf"(?:同志)?{born(SPACES)}")
CLAUSE = re.compile(r"([^，；。\n]+)([，；。\n]|$)")
TURNS = {
    "ahead": re.compile(r"拟|提名|候选|推荐|人选|考察对象|不再"),
    "now": re.compile(r"现任|现为|现担任|任命为|当选为?|选举为"),
    "past": re.compile(r"[曾历]任|先后[任担在]|曾[经担在]|原任|时任|任过"),
    "since": re.compile(r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?[^，；。\n任]{0,6}(?:[担升调出]?任|当选)"),
}
BARE = re.compile(r"[^，；。\n（）]{0,25}")
PEOPLE = ("Official", "Person")


@dataclass(frozen=True, slots=True)
class Part:
    """The titles of a clause and how they are said: now, past or since a month."""

    titles: list[Mention]
    turn: str
    on: str


def portraits(reading: Reading) -> Iterator[Claim]:
    """What is only proposed is no post; what was held before is told as past."""
    areas: Areas | None = None
    for person in reading.mentions:
        if person.kind in PEOPLE and (birth := BIRTH.match(reading.text, person.end)) and heads(reading.text, person.start):
            areas = areas or Areas(reading)
            for part in parts(reading, birth.end()):
                yield from (state(reading, person, title, part, areas) for title in part.titles)


def heads(text: str, at: int) -> bool:
    """The name stands at the head of its line, behind a number or a bullet at most."""
    return not re.search(r"[一-鿿]", text[text.rfind("\n", 0, at) + 1 : at])


def parts(reading: Reading, start: int) -> Iterator[Part]:
    """Each clause up to the line's end, with the way of saying that the last verb began."""
    stop = reading.text.find("\n", start)
    turn, on = "now", ""
    for clause in CLAUSE.finditer(reading.text, start, stop if stop >= 0 else len(reading.text)):
        said = next(((name, found) for name, verb in TURNS.items() if (found := verb.search(clause[1]))), None)
        if said:
            turn, on = said[0], day(said[1]) if said[0] == "since" else ""
        titles = [m for m in reading.within(*clause.span(1), "Post") if told(m, reading.knowledge) == "yes"]
        alone = titles and not reading.within(*clause.span(1), *PEOPLE)
        if alone and turn != "ahead" and BARE.fullmatch(reading.text, clause.start(), titles[0].start):
            yield Part(titles, turn, on)
        if clause[2] == "。":
            turn, on = "now", ""


def day(found: re.Match[str]) -> str:
    return f"{found['year']}-{int(found['month']):02}" if found["month"] else found["year"]


def state(reading: Reading, person: Mention, title: Mention, part: Part, areas: Areas) -> Claim:
    body = office(reading, Held(person, title, part.titles, "portrait"), areas)
    event = {"now": "", "past": "past", "since": "begin"}[part.turn]
    return reading.claim(
        "holds", person, body, (person.start, title.end), "portrait", 0.85,
        title=title.name, organization=body.name if body else title.of, event=event, on=part.on,
    )  # fmt: skip
