"""A tight text and its titles in, the persons out whom a curriculum vitae or a notice tells of: 甲，男，汉族; 甲简历."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graphbuild.mentions.introductions import Introduction
from graphbuild.mentions.tight import Tight
from graphbuild.mentions.titles import Title

HEAD = re.compile(r"^(?P<name>[一-鿿·]{2,12}?)(?:同志)?(?:，(?=[男女][，。])|(?=的?(?:个人)?简历(?:$|[：\n])))", re.MULTILINE)
NONE = frozenset(("writer", "national", "comrade"))


def portraits(tight: Tight, found: Sequence[Title]) -> Iterator[Introduction]:
    """Each with the first title after the name, which says what the person is."""
    titles = [title for title in found if title.row["class"] not in NONE]
    starts = [title.start for title in titles]
    for head in HEAD.finditer(tight.text):
        n = bisect_left(starts, head.end())
        if n < len(titles) and fits(head["name"]):
            yield Introduction(head.start("name"), head.end("name"), head["name"], titles[n], "told of")


def fits(name: str) -> bool:
    """Longer ones are names of other peoples, written with a dot."""
    return len(name) <= 4 or "·" in name
