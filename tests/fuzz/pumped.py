"""A regular expression in, texts that are hardest for it out: what its loops take, over and over, and then what breaks them."""

import re
from collections.abc import Iterator
from itertools import islice
from re import _constants as c
from re import _parser

REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)
OFTEN = 8  # a loop that may go round more often than this is pumped
BREAKS = ("", "\x01", "\n", "。")
CATEGORIES = {c.CATEGORY_DIGIT: "1", c.CATEGORY_SPACE: " ", c.CATEGORY_WORD: "a"}
MOST = 24


def pumped(pattern: str, flags: int, size: int) -> list[str]:
    """Different texts of about `size` characters; at every size the same ones in the same order."""
    return [before + unit * max(1, size // len(unit)) + end for before, unit, end in recipes(_parser.parse(pattern, flags))]


def recipes(tree: object) -> list[tuple[str, str, str]]:
    whole = taken(tree)
    units = dict.fromkeys(
        (before, unit) for before, unit in [*loops(tree, ""), ("", whole), ("", whole[:-1]), ("", whole[:1])] if unit
    )
    made = ((before, unit, end) for before, unit in units for end in BREAKS)
    restarts = (("", before + unit, "") for before, unit in units if before)
    return list(islice(dict.fromkeys([*islice(made, MOST), *restarts]), 2 * MOST))


def taken(tree: object) -> str:
    """A short text that a pattern takes, as far as this can be told without trying."""
    return "".join(piece(op, value) for op, value in tree)  # type: ignore[attr-defined]


def piece(op: object, value: object) -> str:
    if op is c.LITERAL:
        return chr(value)
    if op is c.NOT_LITERAL:
        return "区" if value != ord("区") else "a"
    if op is c.ANY:
        return "区"
    if op is c.IN:
        return member(value)
    if op in REPEATS:
        return taken(value[2]) * max(1, min(value[0], 50))
    if op is c.SUBPATTERN:
        return taken(value[3])
    if op is c.ATOMIC_GROUP:
        return taken(value)
    if op is c.BRANCH:
        return taken(value[1][0])
    return ""


def member(items: list[tuple[object, object]]) -> str:
    """A character of a class; Chinese where the class allows it."""
    if items[0][0] is c.NEGATE:
        tried = ("区", "a", "1", " ", "、", "“")
        return next((sign for sign in tried if not any(holds(item, sign) for item in items[1:])), "\u7532")
    op, value = items[0]
    if op is c.LITERAL:
        return chr(value)
    return chr(value[0]) if op is c.RANGE else CATEGORIES.get(value, "区")


def holds(item: tuple[object, object], sign: str) -> bool:
    op, value = item
    if op is c.LITERAL:
        return ord(sign) == value
    if op is c.RANGE:
        return value[0] <= ord(sign) <= value[1]
    shape = {c.CATEGORY_DIGIT: r"\d", c.CATEGORY_SPACE: r"\s", c.CATEGORY_WORD: r"\w"}.get(value)
    return bool(shape and re.match(shape, sign))


def loops(tree: object, before: str) -> Iterator[tuple[str, str]]:
    """Each loop that may go round often: what comes before it, and what it takes at one round."""
    for op, value in tree:  # type: ignore[attr-defined]
        if op in REPEATS:
            if value[1] > OFTEN:
                yield before, taken(value[2])
                yield before, before + taken(value[2])
            yield from loops(value[2], before)
        elif op is c.SUBPATTERN:
            yield from loops(value[3], before)
        elif op is c.BRANCH:
            for branch in value[1]:
                yield from loops(branch, before)
        elif op in (c.ASSERT, c.ASSERT_NOT):
            yield from loops(value[1], before)
        elif op is c.ATOMIC_GROUP:
            yield from loops(value, before)
        before += piece(op, value)
