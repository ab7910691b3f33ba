"""Mentions in, the works of a list whose sort and step stand behind it out: 甲水厂扩容、乙综合利用等一批重点项目建成投产."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words
from graphbuild.model import Mention
from graphbuild.text.either import either

LEADS, NEVER = frozenset(("cut", "lead")), frozenset(("cut", "lead", "measure", "kind"))
LIST, LEAST, MANY = 120, 4, 2


def works_listed(text: str, mentions: Sequence[Mention], words: Words, knowledge: Knowledge) -> Iterator[Mention]:
    """Each of its items that has a name and that nobody saw as a whole; a firm or an area may begin it."""
    known = edges(knowledge)
    for found in behind(knowledge).finditer(text):
        near = max(0, found.start() - LIST)
        low = max(near, *(text.rfind(sign, near, found.start()) + 1 for sign in "，。；：！？\n"))
        items = [span for span in each(text, low, found.start()) if span[1] - span[0] >= LEAST]
        for start, end in items if len(items) >= MANY else ():
            first = begin(start, end, words, known)
            if named(first, end, words, known) and free(first, end, mentions):
                yield Mention(first, end, ("Project",), text[first:end], "works of a list")


def each(text: str, low: int, end: int) -> Iterator[tuple[int, int]]:
    while low < end:
        stop = text.find("、", low, end)
        stop = stop if stop >= 0 else end
        yield low, stop
        low = stop + 1


def begin(start: int, end: int, words: Words, known: dict[str, str]) -> int:
    """Behind the verbs with which the first begins: 加快推进|甲水厂扩容."""
    for n in words.within(start, end):
        if role(words[n], known) not in LEADS:
            return words.starts[n]
    return end


def named(start: int, end: int, words: Words, known: dict[str, str]) -> bool:
    """A name before what it is, no everyday words alone (道路硬化) and no verb in it."""
    inside = [words[n] for n in words.within(start, end)]
    if not inside or inside[-1].end != end or end - start < LEAST or len(inside) < MANY:
        return False
    listed = any(known.get(word.text) in NEVER for word in inside)
    first = inside[1] if len(inside[0].text) == 1 and known.get(inside[0].text) == "generic" else inside[0]
    return not listed and role(first, known) == "proper" and not inside[0].text[0].isascii()


def free(start: int, end: int, mentions: Sequence[Mention]) -> bool:
    """Nothing was seen there but a firm or an area at its beginning."""
    over = [mention for mention in mentions if mention.start < end and start < mention.end]
    return all(m.start == start and m.end < end and m.kind in ("Company", "District") for m in over)


@cache
def behind(knowledge: Knowledge) -> re.Pattern[str]:
    step = either(row["word"] for row in knowledge.rows("milestone-cues") if row["kind"] != "none")
    many = r"(?:一批|一系列|[\d两二三四五六七八九十]{1,3}个)?"
    return re.compile(rf"等{many}[一-鿿]{{0,6}}?(?:项目|工程)[一-鿿]{{0,2}}?(?={step})")
