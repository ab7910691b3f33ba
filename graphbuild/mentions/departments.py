"""A text in, the departments that a list names by their business alone out: 县公安局, 县工商 and 县物价 in 县公安、工商、物价等部门."""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.areas import full_names
from graphbuild.mentions.enumerated import whole
from graphbuild.mentions.roles import edges
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

KIND, RULE = ("Organization",), "departments"
OFFICE = "(?:[局委办]|[分支]局)"
ITEM = re.compile(r"[、和及](?P<name>[一-鿿]{2,5}?)(?=[、和及等]|(?:相关|有关|职能)?(?:部门|单位))")
END = re.compile(r"等?(?:[\d一二两三四五六七八九十]+个|多个|各)?(?:相关|有关|[省市区县]直|[省市区县]级|职能)*(?:部门|单位)")
TAKES_PART = re.compile(r"[^。；！？\n]{0,40}?(?:参加|出席|列席|陪同|到会|参与)")
KNOWN, LONGEST_AREA = 2, 8


def departments(text: str, words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Those that take part somewhere, wherever they are listed: what all such departments shall do names none of them."""
    lists = list(read(text, words, knowledge))
    taking = {mention.name for mentions, end in lists if TAKES_PART.match(text, end) for mention in mentions}
    yield from (mention for mentions, _ in lists for mention in mentions if mention.name in taking)


def read(text: str, words: Words, knowledge: Knowledge) -> Iterator[tuple[list[Mention], int]]:
    """Each list and where it ends; its first bears the level, and at least two are known to be what departments deal with."""
    for found in opening(knowledge).finditer(text):
        items = listed(text, found.end())
        known = [item for item in items if business(knowledge).fullmatch(text, *item)]
        end = END.match(text, items[-1][1]) if items else None
        if end and len(known) + 1 >= KNOWN and all(whole(*item, words, edges(knowledge)) for item in items):
            front = area(text, found.start("level"), knowledge)
            first = Mention(found.end("first") - len(front + found["first"]), found.end(), KIND, front + found["first"], RULE)
            rest = [Mention(*item, KIND, front + text[slice(*item)], RULE, names=(text[slice(*item)],)) for item in items]
            yield [first, *rest], end.end()


def listed(text: str, at: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while item := ITEM.match(text, at):
        found.append(item.span("name"))
        at = item.end()
    return found


def area(text: str, at: int, knowledge: Knowledge) -> str:
    """甲县 of 甲县公安, or the level alone."""
    sizes = range(min(at, LONGEST_AREA), 0, -1)
    return next((text[at - n : at + 1] for n in sizes if text[at - n : at + 1] in full_names(knowledge)), text[at])


@cache
def opening(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(rf"(?P<level>[省市区县旗州])(?P<first>{business(knowledge).pattern})(?=[、和及])")


@cache
def business(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(knowledge.words('departments'))}){OFFICE}?")
