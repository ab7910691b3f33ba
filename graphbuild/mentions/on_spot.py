"""A text's words in, Mentions of works out that somebody stands before: 走进甲安置房项目现场, 在乙厂房建设工地."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.catalogue import MADE
from graphbuild.mentions.stepped import one, sort
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

LEAST = 4


def on_spot(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """A site goes without 项目; works keep what says that they are."""
    for found in spot(knowledge).finditer(text):
        start, end = found.span("name")
        name = MADE.sub("", found["name"])
        kinds = sort(name, knowledge)
        if kinds:
            end = start + len(name)
        if len(name) >= LEAST and (kinds or MADE.search(found["name"])) and one(text, start, end, words, knowledge):
            yield Mention(start, end, kinds or ("Project",), text[start:end], "on the spot")


@cache
def spot(knowledge: Knowledge) -> re.Pattern[str]:
    work, meeting = (either(knowledge.words("parts", role=role)) for role in ("work", "meeting"))
    going = either((*knowledge.words("parts", role="going"), *"在的"))
    name = r"(?P<name>(?:(?![的在和与及至])[一-鿿A-Za-z\d·—“”]){4,24}?)"
    return re.compile(rf"(?:{going}){name}(?:{work})?(?:现场|工地)(?!{meeting})")
