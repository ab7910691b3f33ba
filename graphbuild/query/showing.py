"""A reply in, lines for a reader at a prompt out: the sentence, the table, the quotations, and what else could be asked."""

import unicodedata
from collections.abc import Iterator, Sequence

from graphbuild.query.replies import Reply
from graphbuild.query.saying import Teller

MOST_ROWS = 20
WIDE = 40


def show_reply(reply: Reply, tell: Teller) -> str:
    return "\n".join(lines(reply, tell))


def lines(reply: Reply, tell: Teller) -> Iterator[str]:
    yield reply.sentence
    yield from aligned([(ref, told) for ref, _, told in reply.candidates])
    if reply.table:
        yield ""
        yield from aligned([reply.columns, *reply.table[:MOST_ROWS]])
        if len(reply.table) > MOST_ROWS:
            yield tell.word("and_more", n=len(reply.table) - MOST_ROWS)
    if reply.quotes:
        yield ""
        yield tell.word("sources")
    for row in reply.quotes:
        yield f"  “{' '.join(row.quote.split())}”"
        told = f"{row.file}:{row.start}-{row.end}", row.title, row.date.removeprefix("--")
        yield f"  {' · '.join(filter(None, told))}"
    if reply.nearest:
        yield tell.word("nearest")
        yield from (f"  {question}" for question in reply.nearest)


def aligned(table: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns of one width; a Chinese character is two wide."""
    widths = [min(WIDE, max(map(width, column))) for column in zip(*table, strict=True)]
    for row in table:
        cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        yield "  " + "  ".join(cells).rstrip()


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
