"""A text and an item of a list under a title in, where the item ends out if its equals make it a name: 高峰 in 甲、高峰、乙."""

import re
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.names import Model

ITEM = re.compile(r"[一-鿿]{2,3}(?=[、，。；\n]|$)")
AHEAD, BEHIND = 3, 2
SLACK = 4.0  # how much likelier than as a name it may be as a word
PLACES, BODIES = "省市区县旗州镇乡村", "委办局厅处署部会"
LOOSE = "vdpr"  # parts of speech of words that are nobody's name


def equal(text: str, start: int, earlier: int, known: Model, knowledge: Knowledge) -> int | None:
    """Of a known family, though the dictionary has it as a word or a place: `earlier` names stand before it in the list or
    a name shortly behind it."""
    end = item(text, start, known)
    if end is None or not could_be(text[start:end], known, knowledge):
        return None
    listed = text[end : end + 1] == "、" or text[start - 1] == "、"
    return end if listed and (ahead(text, end, known) or text[end : end + 1] != "、" and earlier >= BEHIND) else None


def item(text: str, start: int, known: Model) -> int | None:
    """Up to the sign, or up to what persons do."""
    if found := ITEM.match(text, start):
        return found.end()
    return next((start + n for n in (2, 3) if known.starts(text, start + n, "after", "says") > 1), None)


def could_be(word: str, known: Model, knowledge: Knowledge) -> bool:
    if word[0] not in known.surnames or word[-1] in PLACES + BODIES or word in departments(knowledge):
        return False
    return known.name(word) > known.roads(word, 0, len(word))[0] - SLACK and known.tags.get(word, "n")[0] not in LOOSE


def ahead(text: str, at: int, known: Model) -> bool:
    """One of the next items reads as a name, and those before it have a family name as well."""
    for _ in range(AHEAD):
        end = item(text, at + 1, known) if text[at : at + 1] == "、" else None
        if end is None or text[at + 1] not in known.surnames:
            return False
        if known.person(text, at + 1, end) and text[at + 1 : end] not in known.words:
            return True
        at = end
    return False


@cache
def departments(knowledge: Knowledge) -> frozenset[str]:
    """Those that lists of officers name by their business alone: 林业, 金融."""
    return frozenset(knowledge.words("departments"))
