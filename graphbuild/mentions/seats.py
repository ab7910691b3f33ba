"""Mentions in, the firm whose seat or works are named after it out: 甲乙 in 甲乙西南总部, 甲科技 in 甲科技新型材料项目."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.areas import short_names
from graphbuild.mentions.areas import full_names
from graphbuild.mentions.roles import PROPER, edges
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

WORKS, NEVER = frozenset(("Project", "Facility", "Company")), frozenset(("Zone", "Park", "Organization"))
LEAST = 2


def seats(mentions: Iterable[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Only behind what may be a name: 南部总部 and 城市总部 are no firm's."""
    for mention in mentions:
        fit = mention.literal and WORKS & set(mention.kinds) and not NEVER & set(mention.kinds)
        found = seat(knowledge).match(mention.name) if fit else None
        if found and brand(found["firm"], mention.start, words, knowledge):
            end = mention.start + found.end("firm")
            yield Mention(mention.start, end, ("Company",), found["firm"], "firm before its seat")


def brand(name: str, start: int, words: Words, knowledge: Knowledge) -> bool:
    """No area, no everyday word; its first word is one that names have."""
    n, known = words.at.get(start), edges(knowledge)
    if n is None or name in short_names(knowledge) or name in full_names(knowledge):
        return False
    first = words.texts[n]
    proper = len(first) == 1 or words.tag(n) in PROPER or first in knowledge.words("nationwide", place="front", kind="Company")
    return proper and not any(name.startswith(word) for word in known if len(word) > 1)


@cache
def seat(knowledge: Knowledge) -> re.Pattern[str]:
    """A region and what stands there, or a trade that ends a name, with more behind it than what sort of place it is."""
    roles = ("region of a seat", "trade of a firm", "no firm")
    region, trade, park = (either(knowledge.words("works", role=role)) for role in roles)
    here = rf"(?P<area>[川渝滇黔苏浙鲁豫皖湘鄂粤桂冀晋]?(?:{region}))?总部(?:基地|大楼|大厦)?(?:项目)?$"
    return re.compile(rf"(?P<firm>[一-鿿A-Za-z]{{2,8}}?(?:(?={here})|(?:{trade})(?=(?!{park})[一-鿿\d]{{3,}})))")
