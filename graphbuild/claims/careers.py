"""A Reading in, the posts that a curriculum vitae tells out, each with its days: 2011.01—2014.04 甲市委副书记，市长."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from graphbuild.claims.offices import Areas, Held, office
from graphbuild.claims.posts import told
from graphbuild.claims.reading import Reading
from graphbuild.claims.tense import line_start
from graphbuild.model import Claim, Mention
from graphbuild.text.vitae import Time, times

REMARK = re.compile(r"（[^（）\n]{0,200}(?:）|$)", re.MULTILINE)
HEADING = re.compile(r"(?:同志)?(?:的?(?:个人)?简历|，[^，。\n]{0,8}[男女])|，(?:现任|曾用名)|同志(?=\n|$)")
LEAST, FAR = 2, 4000
PEOPLE = ("Official", "Person")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a career: whose, from when to when, and the titles of that time."""

    holder: Mention
    time: Time
    titles: Sequence[Mention]


def careers(reading: Reading) -> Iterator[Claim]:
    """Of each person with at least two such lines; an office that several lines tell goes on through them."""
    steps = list(told_in(reading))
    areas = Areas(reading) if steps else None
    for _, of_one in groupby(steps, key=lambda step: step.holder.name):
        career = list(of_one)
        if areas and len(career) >= LEAST:
            yield from held(reading, career, areas)


def told_in(reading: Reading) -> Iterator[Step]:
    """What stands in brackets was beside the post: studies, a post on trial elsewhere."""
    for time in times(reading.text):
        holder = whose(reading, time.start)
        remarks = [remark.span() for remark in REMARK.finditer(reading.text, time.at, time.end)]
        posts = [m for m in reading.within(time.at, time.end, "Post") if m.kind == "Post"]
        own = [m for m in posts if not any(low <= m.start < high for low, high in remarks)]
        titles = [m for m in own if told(m, reading.knowledge) == "yes"]
        if holder and titles:
            yield Step(holder, time, titles)


def held(reading: Reading, career: Sequence[Step], areas: Areas) -> Iterator[Claim]:
    posts = [(step, post, Held(step.holder, post, step.titles, "career")) for step in career for post in step.titles]
    rows = [(step, post, office(reading, one, areas)) for step, post, one in posts]
    ends = {(post.name, words(post, body)): step.time.last for step, post, body in rows}
    for step, post, body in rows:
        of, place = words(post, body), (step.time.start, step.titles[-1].end)
        over = step.time.last if ends[post.name, of] == step.time.last else None
        for event, on in (("begin", step.time.first), ("end", over)):
            if on and str(on):
                yield reading.claim(
                    "holds", step.holder, body, place, f"career: {event}", 0.85,
                    title=post.name, organization=of, event=event, on=str(on),
                )  # fmt: skip


def words(post: Mention, body: Mention | None) -> str:
    return body.name if body else post.of


def whose(reading: Reading, at: int) -> Mention | None:
    """甲简历, 甲，男，…: a person's name at the head of a line; else the last one named before."""
    people = reading.within(max(0, at - FAR), at, *PEOPLE)
    heads = [one for one in people if HEADING.match(reading.text, one.end) and begins(reading.text, one.start)]
    return heads[-1] if heads else people[-1] if people else None


def begins(text: str, at: int) -> bool:
    return not text[line_start(text, at) : at].strip()
