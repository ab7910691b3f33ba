"""A Reading in, the posts that prose tells of somebody's life out: 他先后任甲县县长、县委书记; 此前是乙局局长."""

import re
from collections.abc import Iterator

from graphbuild.claims.offices import Areas, Held, office
from graphbuild.claims.posts import told
from graphbuild.claims.reading import Reading
from graphbuild.model import Claim, Mention

WHEN = r"(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[，起]?)?"
WHO = r"(?:[他她](?:此前|之前)?|其|此前|之前|再之前|之后|后来|随后|早年|[^，。；：！？\n“”]{0,8}中)?，?(?:[他她其])?(?:则|还|也|又|就)?"
IN_TURN = "(?:曾|曾经)?先后(?:出任|担任|任)|历任|曾经?(?:出任|担任过?|任)"
BEFORE = "(?<=[之此]前)(?:是|任|为|担任)|担任过"
CUE = re.compile(
    rf"[，。；\n][ \u3000]*(?P<who>{WHO}){WHEN}"
    rf"(?:(?P<now>现[任为])|(?P<begin>当选为?)|{IN_TURN}|{BEFORE}|后[升转调出担]?任)(?!命)"
)
BREAK, CLAUSE = re.compile(r"[。！？\n]"), re.compile(r"[^，；。！？\n]+")
AHEAD = re.compile(r"拟|提名|候选|推荐|人选|考察|不再|要求|当选|现[任为]")
LEAD = re.compile(r"[^，；。\n（）]{0,25}")
REST = re.compile(r"(?:（[^（）]{1,12}）)?(?:等职务?|等|一?职|职务)?(?:（[^（）]{1,12}）)?[”]?")
GOES_ON = re.compile(r"\s*(?:(?:[此之]前|之后|后来|随后)，?)?[他她其]")
FAR, PEOPLE = 240, ("Official", "Person")


def lives(reading: Reading) -> Iterator[Claim]:
    """Of the person named last before; a clause that holds more than titles ends what is told."""
    areas: Areas | None = None
    for cue in CUE.finditer(reading.text):
        person = subject(reading, cue)
        if person is None:
            continue
        areas = areas or Areas(reading)
        for titles in clauses(reading, cue.end()):
            yield from (state(reading, person, title, titles, cue, areas) for title in titles)


def subject(reading: Reading, cue: re.Match[str]) -> Mention | None:
    """The last of those named before in the sentence if they are one, else in the text before it, if it goes on about them."""
    text, at = reading.text, cue.start("who")
    low = max((found.end() for found in BREAK.finditer(text, max(0, at - FAR), at)), default=max(0, at - FAR))
    here = reading.within(low, at, *PEOPLE)
    if here:
        return here[-1] if len({one.name for one in here}) == 1 else None
    goes_on = cue["who"] or low == at or GOES_ON.match(text, low)
    before = reading.within(max(0, low - FAR), low, *PEOPLE) if goes_on else []
    return before[-1] if before else None


def clauses(reading: Reading, start: int) -> Iterator[list[Mention]]:
    """The titles of each clause up to the first that tells of something else."""
    stop = BREAK.search(reading.text, start)
    for clause in CLAUSE.finditer(reading.text, start, stop.start() if stop else len(reading.text)):
        posts = [m for m in reading.within(*clause.span(), "Post") if m.kind == "Post"]
        titles = [m for m in posts if told(m, reading.knowledge) == "yes"]
        if not titles or AHEAD.search(clause.group()) or reading.within(*clause.span(), *PEOPLE):
            return
        lead = LEAD.fullmatch(reading.text, clause.start(), titles[0].start)
        if not lead or not REST.fullmatch(reading.text, titles[-1].end, clause.end()):
            return
        yield titles


def state(
    reading: Reading, person: Mention, title: Mention, chain: list[Mention], cue: re.Match[str], areas: Areas
) -> Claim:
    body = office(reading, Held(person, title, chain, "life"), areas)
    event = "" if cue["now"] else "begin" if cue["begin"] else "past"
    return reading.claim(
        "holds", person, body, (min(person.start, cue.start()), title.end), "life", 0.8,
        title=title.name, organization=body.name if body else title.of, event=event, on="",
    )  # fmt: skip
