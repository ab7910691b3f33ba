"""A Page and the label of a numbered heading in, the things of the items below it out, up to the next such heading."""

import re
from collections.abc import Iterator

from graphbuild.claims.groups import LABEL, Placed
from graphbuild.claims.items import things
from graphbuild.claims.page import Page

DIGITS = "[一二三四五六七八九十]{1,3}"
RANKS = [re.compile(said) for said in (f"{DIGITS}、", f"（{DIGITS}）", r"\d{1,3}[.、．](?!\d)", r"（\d{1,3}）", "[①-⑳]")]
MOST = 80  # lines below one heading


def below(page: Page, place: int) -> list[Placed]:
    """What the items under the heading that holds a label are about, where they name nobody of their own."""
    heading, _ = page.line(place)
    while heading > 1 and rank(page.text, heading) < 0 and LABEL.match(page.text, heading):
        heading, _ = page.line(heading - 1)
    top = rank(page.text, heading)
    if top < 0:
        return []
    label = page.known.found("oversees.labels")
    named = [own for own in items(page, page.line(place)[1] + 1, top) if not label.search(page.text, *own)]
    return [thing for start, _ in named for thing in things(page, start, page.line(start)[1])]


def items(page: Page, start: int, top: int) -> Iterator[tuple[int, int]]:
    """The numbered items from a line on, each with its unnumbered lines, as long as they stand deeper than `top`."""
    first, line = -1, start
    for _ in range(MOST):
        own = rank(page.text, line) if line < len(page.text) else 0
        if own >= 0:
            if first >= 0:
                yield first, line
            if own <= top or line >= len(page.text):
                return
            first = line
        line = page.line(line)[1] + 1


def rank(text: str, line: int) -> int:
    """How deep the number of a line stands, -1 without a number."""
    return next((n for n, number in enumerate(RANKS) if number.match(text, line)), -1)
