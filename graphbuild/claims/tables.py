"""A Page in, the Claims of its tables out: columns headed 责任单位, 建设单位 … joined with the thing of their row."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.claims.dues import asks, due
from graphbuild.claims.groups import listed
from graphbuild.claims.items import things as about
from graphbuild.claims.milestones import on_days
from graphbuild.claims.page import Page
from graphbuild.claims.rows import Cell, Row, rows
from graphbuild.claims.wording import Wording
from graphbuild.model import Claim, Mention

THINGS = ("Project", "Zone", "Facility", "Road", "Park", "WaterBody", "Company", "Organization")
PEOPLE = frozenset(("Official", "Person"))
RELATIONS = ("oversees", "developedBy", "locatedIn")
WHO = re.compile("(?:单位|部门|领导|人员?|电话)$")
COLUMN = "column of a table"
PROSE, WIDEST = re.compile(r"[，。；：]"), 40


def tables(page: Page) -> Iterator[Claim]:
    def known(head: str) -> object:
        return said(page.known, head) or asks(page.known.knowledge, head)

    def fits(head: str, cell: Cell) -> object:
        """Whether a line of its own is what this heading announces: somebody, or a day."""
        if cell[1] - cell[0] > WIDEST or PROSE.search(page.reading.text, *cell):
            return False
        relation = said(page.known, head)
        if relation in RELATIONS:
            return any(m.start == cell[0] for m in page.reading.within(*cell, *others(page, relation)))
        return due(page.reading, head, cell, cell)

    for row in rows(page.reading.text, known, fits):
        yield from told(page, row)


@cache
def said(known: Wording, head: str) -> str:
    """What a column tells: a relation by its label (街道级河长 by 河长), or the thing that a row is about."""
    labels = (r for r in RELATIONS if head.endswith(known.words(f"{r}.labels")))
    thing = head in known.words("oversees.things") or head.endswith(known.words("oversees.plans"))
    return "thing" if thing else next(labels, "")


def others(page: Page, relation: str) -> Sequence[str]:
    """What stands in a column of a relation."""
    return page.known.words("oversees.labelled" if relation == "oversees" else f"{relation}.objects")


def told(page: Page, row: Row) -> Iterator[Claim]:
    whose = row.under(lambda head: said(page.known, head) == "thing")
    free = row.under(lambda head: not (said(page.known, head) or asks(page.known.knowledge, head) or WHO.search(head)))
    cell, things = next(((c, found) for c in [*whose, *free] if (found := named(page, c, THINGS))), ((0, 0), []))
    things = (cell in whose and planned(page, things)) or together(page, things)
    for head, other in row.cells:
        relation = said(page.known, head)
        if relation in RELATIONS:
            for mention in named(page, other, others(page, relation)):
                for thing in things:
                    ends = (mention, thing) if relation == "oversees" else (thing, mention)
                    yield page.reading.claim(relation, *ends, row.span, COLUMN, 0.95)
        else:
            days = due(page.reading, head, other, cell)
            for thing in things:
                yield from on_days(page.reading, thing, row.span, COLUMN, days)


def planned(page: Page, found: Sequence[Mention]) -> list[Mention]:
    """All that a cell of tasks is about."""
    places = [page.placed[m] for m in found if m in page.placed]
    return [m for _, m in about(page, min(places), max(places) + 1)] if places else []


def together(page: Page, found: Sequence[Mention]) -> list[Mention]:
    """The first and those that stand in one list with it."""
    marks = [(page.placed[m], m) for m in found if m in page.placed]
    return [m for _, m in listed(page, marks, 0)] if marks else list(found[:1])


def named(page: Page, cell: Cell, kinds: Sequence[str]) -> list[Mention]:
    """The outermost mentions of a cell; beside a person the bodies are of the post."""
    found: list[Mention] = []
    for mention in sorted(page.reading.within(*cell, *kinds), key=lambda m: (m.start, -m.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return [m for m in found if m.kind in PEOPLE] or found
