"""A text and its words in, firms by their full legal form out, where no tagger saw them."""

import re
from collections.abc import Iterator

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention

FORM = re.compile("有限(?:责任)?公司")
LEAST, LONGEST = 4, 9
BREAKS = frozenset(("cut", "lead", "measure"))
OWN = re.compile("(?:全资|控股|参股|下属|所属|旗下|直属)?(?:子|分|母|总)公司|(?:投资|建设|承建|施工|监理|设计|业主|中标|运营)(?:方|单位|企业)|企业$")


def limited(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Back to a break, a verb or a small word."""
    known = edges(knowledge)

    def fits(n: int) -> bool:
        return words.texts[n].isalnum() and role(words[n], known) not in BREAKS

    for found in FORM.finditer(text):
        start = words.back(found.start(), LONGEST, fits)
        told = OWN.search(text, start, found.start())
        start = told.end() if told else start
        if found.start() - start >= LEAST:
            yield Mention(start, found.end(), ("Company",), text[start : found.end()], "legal form")
