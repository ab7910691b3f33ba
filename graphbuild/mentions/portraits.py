"""A tight text and its titles in, the persons out whom a curriculum vitae or a notice tells of: 甲，男，汉族; 甲简历."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.introductions import Introduction
from graphbuild.mentions.names import model
from graphbuild.mentions.tight import Tight
from graphbuild.mentions.titles import Title

HEAD = re.compile(r"^(?P<name>[一-鿿·]{2,12}?)(?:同志)?(?:，(?=[男女][，。])|(?=的?(?:个人)?简历(?:$|[：\n])))", re.MULTILINE)
BORN = re.compile(
    r"(?:^|[，。；：”\n])(?P<name>[一-鿿]{2,4}?)，?(?:出?生于(?=\d{4}年)|[今现]年(?=\d{2}岁)|(?=\d{4}年(?:\d{1,2}月)?出?生))",
    re.MULTILINE,
)
LIFE = ("生于", "出生", "年生", "岁")
FAR = 200
NONE = frozenset(("writer", "national", "comrade"))


def portraits(tight: Tight, found: Sequence[Title], knowledge: Knowledge) -> Iterator[Introduction]:
    """Each with the first title after the name, which says what the person is."""
    titles = [title for title in found if title.row["class"] not in NONE]
    starts = [title.start for title in titles]
    for head in HEAD.finditer(tight.text):
        n = bisect_left(starts, head.end())
        if n < len(titles) and fits(head["name"]):
            yield Introduction(head.start("name"), head.end("name"), head["name"], titles[n], "told of")
    for born in BORN.finditer(tight.text) if any(word in tight.text for word in LIFE) else ():
        n = bisect_left(starts, born.end())
        near = n < len(titles) and starts[n] < born.end() + FAR and "\n" not in tight.text[born.end() : starts[n]]
        if near and titles[n].row["post"] == "yes" and model(knowledge).person(tight.text, *born.span("name")):
            yield Introduction(*born.span("name"), born["name"], titles[n], "told of")


def fits(name: str) -> bool:
    """Longer ones are names of other peoples, written with a dot."""
    return len(name) <= 4 or "·" in name
