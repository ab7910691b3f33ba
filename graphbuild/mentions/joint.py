"""Mentions in, the same with the works that a 工程 of them all makes of them out: 甲片区管廊、环廊工程."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.model import Mention
from graphbuild.text.either import either

BUILT = frozenset(("Facility", "Project"))
WITH = "[及和](?:配套|附属|辅助)(?:基础)?设施(?=[、，。；）\\n]|建设|等|项目)"  # 甲厂房及配套设施
WORKS = frozenset(("项目", "工程"))


def joint(text: str, mentions: Iterable[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """What stands in the list behind it must be last words alone, so that whose they are is told by the first."""
    done = 0
    for mention in mentions:
        found = more(knowledge).match(text, mention.end) if BUILT & set(mention.kinds) else None
        if found:
            done = found.end()
            kinds = tuple(dict.fromkeys(("Project", *mention.kinds)))
            yield replace(mention, end=found.end(), kinds=kinds, name=text[mention.start : found.end()], rule="joint works")
        elif mention.start >= done:
            yield mention


@cache
def more(knowledge: Knowledge) -> re.Pattern[str]:
    heads = (word for word, (kind, _) in lexicon(knowledge).items() if len(word) > 1 and BUILT & set(kind.split("+")))
    words = either({*heads, *knowledge.words("works", role="what")} - WORKS)
    return re.compile(rf"(?:[、和及与](?:{words}){{1,2}}){{1,3}}(?:工程|项目)(?![局部处学]|[一-鿿]{{0,4}}(?:公司|集团))|{WITH}")
