"""A text's words in, Mentions of sites out of which something is to become: 甲乙园，力争新引进十家企业; 甲乙园项目要加快改制."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.catalogue import specific
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

BEGINS, PARK = ("plain", "proper"), "园"  # 软件设计园 is one of firms
SITES = frozenset(("Zone", "Park", "Facility", "Road"))


def topics(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """A sentence's first clause, if it is only a name of some words, or a clause that begins with one of works; then a wish."""
    known = edges(knowledge)
    for found in topic(knowledge).finditer(text):
        start, end = found.span("site") if found["site"] else found.span("topic")
        name = text[start:end]
        kind, _ = lexicon(knowledge).get(head := last_word(name, knowledge), ("", ""))
        inside = list(words.within(start, end))
        if not inside or not SITES & set(kind.split("+")) or len(name) - len(head) < 2 or words.ends[inside[-1]] != end:
            continue
        whole = all(role(words[n], known) not in ("cut", "lead", "measure") for n in inside)
        begun = role(words[inside[0]], known) in BEGINS and not words.tags[inside[0]].startswith("v")
        if whole and begun and specific(start, end, words, knowledge):
            kinds = ("Zone",) if head == PARK else tuple(kind.split("+"))
            kinds = (*kinds, "Project") if found["site"] else kinds
            yield Mention(start, end, kinds, name, "topic")


@cache
def topic(knowledge: Knowledge) -> re.Pattern[str]:
    wish = either(knowledge.words("works", role="wish"))
    name, opens = r"[一-鿿A-Za-z\d]", r"(?:^|[。；\n])[ \u3000]*"
    works, alone = rf"(?:{opens}|，)(?P<site>{name}{{4,14}}?)项目，?", rf"{opens}(?P<topic>{name}{{4,14}})，"
    return re.compile(rf"(?:{works}|{alone})(?={wish})", re.MULTILINE)
