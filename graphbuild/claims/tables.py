"""A Page in, the Claims of its tables out: columns headed 责任单位, 建设单位 … joined with the thing of their row."""

import re
from collections.abc import Iterator, Mapping, Sequence

from graphbuild.claims.page import Page
from graphbuild.model import Claim, Mention

Cell = tuple[int, int]
THINGS = ("Project", "Zone", "Facility", "Road", "Park", "WaterBody", "Company", "Organization")
PEOPLE = frozenset(("Official", "Person"))
BAR = re.compile(r"[^|\n]+")
WIDE = re.compile(r"[^\t\n ]+(?: [^\t\n ]+)*")
RULE = re.compile(r"[|\s:：\-—]+")
LINE = re.compile(r"[^\n]+")


def tables(page: Page) -> Iterator[Claim]:
    """A table is a line with two headings that we know, and the lines below it with as many cells."""
    text = page.reading.text
    heads: Mapping[int, str] = {}
    width = 0
    for line in LINE.finditer(text):
        if RULE.fullmatch(line.group()):
            continue
        row = cells(text, *line.span())
        found = headings(page, text, row)
        if len(found) > 1:
            heads, width = found, len(row)
        elif heads and len(row) == width:
            yield from told(page, heads, row, line.span())
        else:
            heads = {}


def cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of a line, by bars, else by tabs or two blanks."""
    pattern = BAR if text.count("|", start, end) > 1 else WIDE  # a cell between bars may be empty
    return [trim(text, *found.span()) for found in pattern.finditer(text, start, end)]


def trim(text: str, start: int, end: int) -> Cell:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start + len(piece.rstrip()), start)


def headings(page: Page, text: str, row: Sequence[Cell]) -> dict[int, str]:
    """Which column says what: a relation by its label (街道级河长 by 河长), or the thing that a row is about."""
    things = set(page.known.words("oversees.things"))
    found = {}
    for n, (start, end) in enumerate(row):
        head = text[start:end].replace(" ", "")
        told = [r for r in ("oversees", "developedBy", "locatedIn") if head.endswith(page.known.words(f"{r}.labels"))]
        if head in things or told:
            found[n] = "thing" if head in things else told[0]
    return found


def told(page: Page, heads: Mapping[int, str], row: Sequence[Cell], line: Cell) -> Iterator[Claim]:
    thing = next((found for n in sorted(range(len(row)), key=lambda n: heads.get(n) != "thing")
                  if heads.get(n, "thing") == "thing" and (found := named(page, row[n], THINGS))), [])[:1]
    for n, relation in heads.items():
        if relation == "thing":
            continue
        table = page.known.relations[relation]
        end = "subjects" if relation == "oversees" else "objects"
        for mention in named(page, row[n], table[end]):
            for about in thing:
                ends = (mention, about) if end == "subjects" else (about, mention)
                yield page.reading.claim(relation, *ends, line, "column of a table", 0.95)


def named(page: Page, cell: Cell, kinds: Sequence[str]) -> list[Mention]:
    """The outermost mentions of a cell; beside a person the bodies are of the post."""
    found: list[Mention] = []
    for mention in sorted(page.reading.within(*cell, *kinds), key=lambda m: (m.start, -m.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return [m for m in found if m.kind in PEOPLE] or found
