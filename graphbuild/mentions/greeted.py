"""A tight text and its titles in, the persons out to whom it is written: 甲、乙代表：, 尊敬的甲、乙等5位委员：."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.appointed import like
from graphbuild.mentions.introductions import Introduction
from graphbuild.mentions.names import Model, model
from graphbuild.mentions.tight import Tight
from graphbuild.mentions.titles import Title
from graphbuild.text.vitae import WRITTEN_TO

NAMES = r"[一-鿿·]{2,12}?(?:（[^（）\n]{1,8}）)?(?:[、，和][一-鿿·]{2,12}?(?:（[^（）\n]{1,8}）)?){0,40}"
LETTER = re.compile(
    rf"(?:尊敬的)?(?P<names>{NAMES}?)"
    r"(?:等[\d两二三四五六七八九十]{0,3}[位名]?|[两二三四五六七八九十]{1,2}位)?(?:[全省市区县]{0,2}(?:人大|政协))?$"
)
ITEM, NOTE = re.compile(r"[^、，和]+"), re.compile(r"（[^（）\n]{1,8}）")
FAR = 240
DEPUTIES = ("代表", "委员")


def greeted(tight: Tight, found: Sequence[Title], knowledge: Knowledge) -> Iterator[Introduction]:
    """Each that reads as a name; a body beside them (民进市委会、甲委员) is none."""
    known = model(knowledge)
    for title in found:
        if title.text.endswith(DEPUTIES) and tight.text.startswith("：", title.end):
            yield from named(tight.text, title, known)


def named(text: str, title: Title, known: Model) -> Iterator[Introduction]:
    line = text.rfind("\n", 0, title.start) + 1
    letter = LETTER.match(text[line : title.start]) if title.start - line < FAR else None
    first, last = letter.span("names") if letter else (0, 0)
    for item in ITEM.finditer(text, line + first, line + last):
        name, start = NOTE.sub("", item.group()), item.start()
        if like(name, known):
            yield Introduction(start, start + len(name), name, title, WRITTEN_TO)
