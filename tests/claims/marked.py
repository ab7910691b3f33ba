"""A text in which things are marked 〔name:Kind〕 in, a Reading out: examples and tests say what is named where."""

import re

from graphbuild.claims import extract
from graphbuild.claims.reading import Reading
from graphbuild.knowledge import Knowledge
from graphbuild.model import Claim, Document, Mention, View

MARK = re.compile(r"〔([^:〕]+):([A-Za-z+]+)〕")


def reading(marked: str, knowledge: Knowledge) -> Reading:
    """Names stand in the text as they are marked; the same name elsewhere unmarked is no mention."""
    text, mentions, done = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[done : found.start()]
        mentions.append(Mention(len(text), len(text) + len(found[1]), tuple(found[2].split("+")), found[1], "marked"))
        text += found[1]
        done = found.end()
    text += marked[done:]
    document = Document("t", "t.txt", text, View(text, range(len(text))))
    return Reading(document, mentions, knowledge)


def claims(marked: str, knowledge: Knowledge) -> list[Claim]:
    read = reading(marked, knowledge)
    return extract(read.document, read.mentions, knowledge)


def said(marked: str, knowledge: Knowledge, *relations: str) -> set[str]:
    """What is claimed, as `subject relation object`."""
    told = (c for c in claims(marked, knowledge) if c.object and (not relations or c.relation in relations))
    return {f"{c.subject.name} {c.relation} {c.object.name}" for c in told if c.object}
