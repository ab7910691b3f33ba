"""A text's words in, Mentions of the gardens of a fair out, named by one letter of what it shows: 茶博园."""

from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.roles import edges
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.finder import Finder

CUT, OTHER = "cut", frozenset("区路街道镇村站")


def expos(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """The letter is a word of its own and no small one (和博园); what goes on (茶博园区, 茶博园路) is another name."""
    for start, end, _ in finder(knowledge).find(text):
        letter = text[start - 1 : start]
        own = words.until.get(start) == words.at.get(start - 1, -1) and end in words.until and "一" <= letter <= "鿿"
        if own and edges(knowledge).get(letter) != CUT and text[end : end + 1] not in OTHER:
            yield Mention(start - 1, end, ("Park",), text[start - 1 : end], "garden of a fair")


@cache
def finder(knowledge: Knowledge) -> Finder:
    return Finder(knowledge.words("parts", role="garden"))
