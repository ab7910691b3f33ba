"""A ledger of promises in, those that concern one thing out: its own, those it made, and those of what it has a hand in."""

from collections.abc import Iterable, Sequence
from typing import Protocol


class Promised(Protocol):
    """A row of the ledger, as whoever keeps it gives it: names in words, sentences by their place in a file."""

    @property
    def thing(self) -> str: ...
    @property
    def step(self) -> str: ...
    @property
    def due(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def by(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def said(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def answered(self) -> str: ...
    @property
    def answer_file(self) -> str: ...


def concerning(ledger: Iterable[Promised], name: str, near: Iterable[str]) -> Sequence[Promised]:
    """The thing's own promises first."""
    wanted = {name, *near}
    found = [row for row in ledger if row.thing in wanted or name in (row.by, row.place)]
    return sorted(found, key=lambda row: (row.thing != name, row.thing, row.said, row.step))


def steps(row: Promised) -> list[str]:
    """The names of the ontology's kinds where the ledger writes them small; anything else as it is."""
    return [step[:1].upper() + step[1:] for step in row.step.split(", ")]
