"""A text's words in, Mentions of the one hall that an area of some level has out: 市级新市民服务中心建成投用."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.building import MADE
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

SITE, LEAST = "Facility", 3


def halls(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Where it is built or opened, and not all of a kind (各区级文化馆, 3个县级医院)."""
    for found in one(knowledge).finditer(text):
        if found.start() in words.at and MADE.match(text, found.end()):
            kinds = lexicon(knowledge)[found["head"]][0].split("+")
            kinds = [SITE, *(kind for kind in kinds if kind != SITE)]
            yield Mention(*found.span(), tuple(kinds), found.group(), "hall of a level")


@cache
def one(knowledge: Knowledge) -> re.Pattern[str]:
    rows = knowledge.rows("heads")
    heads = (row["word"] for row in rows if row["strength"] == "sure" and SITE in row["kind"] and len(row["word"]) >= LEAST)
    return re.compile(rf"(?<![各个所家座等两和、\d])[省市区县旗州镇]级新?(?P<head>{either(heads)})")
