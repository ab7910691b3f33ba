"""Sentences in, their numbers out, in the order in which a report first leans on them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphbuild.view.marking import Piece, mark
from graphbuild.view.stories import Quote, Said
from graphbuild.view.wording import dated


@dataclass(frozen=True)
class Cited:
    """One numbered sentence; the words of the report's own subject stand out."""

    number: int
    pieces: tuple[Piece, ...]
    before: str
    after: str
    title: str
    publisher: str
    date: str
    place: str
    rule: str
    sure: float


class Citations:
    """Each sentence has one number, however many statements rest on it."""

    def __init__(self, names: Iterable[str], say: Mapping[str, str]) -> None:
        self.say = say
        self.names = tuple(names)
        self.numbers: dict[str, int] = {}
        self.cited: list[Cited] = []

    def of(self, *said: Said) -> tuple[int, ...]:
        return tuple(sorted({self.number(quote) for each in said for quote in each.quotes}))

    def number(self, quote: Quote) -> int:
        key = quote.selector or quote.claim
        if key not in self.numbers:
            self.numbers[key] = len(self.cited) + 1
            self.cited.append(self.entry(self.numbers[key], quote))
        return self.numbers[key]

    def entry(self, number: int, quote: Quote) -> Cited:
        exact = "".join(text for text, _ in quote.pieces)
        source, day = quote.source, dated(quote.date or quote.source.date, self.say)
        return Cited(
            number, tuple(mark(exact, self.names, ())), tail(quote.before, quote.start), rest(exact, quote.after),
            source.title, source.publisher, day, f"{source.file}:{quote.start}–{quote.end}",
            quote.rule, quote.sure,
        )  # fmt: skip


ENDS = "\n。！？!?"


def tail(text: str, start: int) -> str:
    """What of the text before a place belongs to the same sentence: from its beginning, or behind a mark."""
    first = max(text.rfind(mark) for mark in ENDS) + 1
    cut = not first and 0 < len(text) < start
    return ("…" if cut else "") + text[first:].lstrip()


def rest(quote: str, after: str) -> str:
    """What of the text after belongs to the same sentence: nothing where the quotation ends it."""
    return "" if quote.rstrip()[-1:] in ENDS else head(after)


def head(text: str) -> str:
    """A text up to where its first sentence ends."""
    ends = [at for mark in ENDS if (at := text.find(mark)) >= 0]
    return text[: min(ends) + 1].rstrip() if ends else (text + "…" if text else "")
