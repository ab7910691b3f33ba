"""A text's words in, Mentions of sites out of which something is to become: 甲乙园，力争新引进十家企业; 甲乙园项目总投资3亿元."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.catalogue import specific, whole
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

BEGINS, PARK = ("plain", "proper"), "园"  # 软件设计园 is one of firms
LETTER = r"[一-鿿A-Za-z\d]"
SITE, FAR = re.compile(rf"(?:^|[，。；\n][ \u3000]*)(?P<name>{LETTER}{{4,14}})$"), 18
FIRM, SHORT = re.compile(r"(?<=[，。；：\n])[一-鿿]{2,3}\Z"), 3
SITES = frozenset(("Zone", "Park", "Facility", "Road"))


def topics(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """A sentence's first clause, if it is only a name of some words, or a clause that begins with one of works; then a wish."""
    works, alone = wished(knowledge)
    for found in works.finditer(text):
        if before := SITE.search(text, max(0, found.start() - FAR), found.start()):
            yield from site(text, before.start("name"), found.start(), ("Project",), words, knowledge)
    known = edges(knowledge)
    for found in brief(knowledge).finditer(text):
        firm = FIRM.search(text, max(0, found.start() - SHORT), found.start())
        inside = list(words.within(*firm.span())) if firm else []
        if firm and inside and all(role(words[n], known) == "proper" for n in inside):
            yield Mention(firm.start(), found.end(), ("Project",), text[firm.start() : found.end()], "topic")
    for found in alone.finditer(text):
        yield from site(text, *found.span("name"), (), words, knowledge)


def site(
    text: str, start: int, end: int, besides: tuple[str, ...], words: Words, knowledge: Knowledge
) -> Iterator[Mention]:
    """What stands there, if it is a name with the last word of a site."""
    known, name = edges(knowledge), text[start:end]
    kind, _ = lexicon(knowledge).get(head := last_word(name, knowledge), ("", ""))
    inside = list(words.within(start, end))
    if not SITES & set(kind.split("+")) or len(name) - len(head) < 2 or not whole(inside, end, words, known):
        return
    if role(words[inside[0]], known) in BEGINS and specific(start, end, words, knowledge):
        kinds = ("Zone",) if head == PARK else tuple(kind.split("+"))
        yield Mention(start, end, (*kinds, *besides), name, "topic")


@cache
def wished(knowledge: Knowledge) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Works of which something is wished or told that is told of works alone, and a clause alone before a wish."""
    wish, fact = (either(knowledge.words("works", role=role)) for role in ("wish", "fact"))
    return re.compile(f"项目(?:，?(?={wish})|(?={fact}))"), re.compile(rf"[。；\n][ \u3000]*(?P<name>{LETTER}{{4,14}})，(?={wish})")


@cache
def brief(knowledge: Knowledge) -> re.Pattern[str]:
    """Works called by a firm alone, of which a matter is to be done: 甲乙项目规划要尽快出台."""
    return re.compile(rf"项目(?=(?:{either(knowledge.words('works', role='matter'))})[要须应尽抓正已])")
