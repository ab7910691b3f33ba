"""What is given back to a question put in plain words: the reply, whatever came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from graphbuild.query.sentences import Sentence

# answered · the graph states nothing · several things are meant · no such name · not understood, or beyond the graph
Outcome: TypeAlias = Literal["answered", "empty", "ambiguous", "unknown", "outside"]


@dataclass(frozen=True, slots=True)
class Reply:
    """`sentence` says it, `table` shows it, `quotes` prove it; `question` is the named question that it was taken for."""

    outcome: Outcome
    sentence: str
    language: str
    question: str = ""
    bindings: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    quotes: tuple[Sentence, ...] = ()
    candidates: tuple[tuple[str, str, str], ...] = ()  # how each is written to be meant alone, its IRI, what it is
    nearest: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        return self.outcome in ("answered", "empty")

    def dict(self) -> dict[str, object]:
        """Plain values, ready for JSON."""
        quotes = [{name: getattr(row, name) for name in row.__slots__} for row in self.quotes]
        plain = {name: getattr(self, name) for name in self.__slots__}
        return {**plain, "bindings": dict(self.bindings), "quotes": quotes}
