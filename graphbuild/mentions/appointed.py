"""A title and who gets or holds it in, those named with that one before it out: 甲、乙和丙当选为副主席."""

import re
from collections.abc import Iterator

from graphbuild.mentions.names import Model

BREAK = re.compile(r"[，。；：！？）\n“|、]|(?<=[一-鿿]{2})[和与及](?=[一-鿿]{2})|任命|选举|推选|补选|增补|聘任|聘请|提名|免去|免除|罢免|同意|决定")
ITEM = re.compile(r"[一-鿿]{2,4}|[一-鿿]{1,9}(?:·[一-鿿]{1,9}){1,3}")
JOINTS, LONGEST, DOUBT, MANY = "、和与及", 16, -3.0, 60


def along(text: str, start: int, known: Model) -> Iterator[tuple[int, int]]:
    """The names of the list that ends with the name at `start`; an odd one counts where a better one opens the list."""
    odd: list[tuple[int, int]] = []
    for place in items(text, start, known):
        odd.append(place)
        if like(text[slice(*place)], known):
            yield from odd
            odd = []


def items(text: str, start: int, known: Model) -> Iterator[tuple[int, int]]:
    """What is listed before, backwards, as far as each may be a name by its length."""
    for _ in range(MANY):
        end = start - 1
        if end < 1 or text[end] not in JOINTS:
            return
        start = max((found.end() for found in BREAK.finditer(text, max(0, end - LONGEST), end)), default=max(0, end - LONGEST))
        start += text[start] in known.beside["before"] and like(text[start + 1 : end], known)
        if not ITEM.fullmatch(text, start, end):
            return
        yield start, end


def like(name: str, known: Model) -> bool:
    """About as likely a name as words; one with a dot is one."""
    return "·" in name or known.name(name) > known.roads(name, 0, len(name))[0] + DOUBT
