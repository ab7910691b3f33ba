"""The nouns of the house: Document, View, Span, Mention, Claim, Entity, Fact, Promise, Issue, PartialDate; frozen and pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graphbuild.errors import BrokenGraph

DATE = re.compile(r"(\d{4}|-)(?:-(\d\d)(?:-(\d\d))?)?")
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as a text gives it: 2019, 2019-07, 2019-07-31, --12-31."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{n:02d}" for n in (self.month, self.day) if n is not None]
        return "-".join([f"{self.year:04d}" if self.year is not None else "-", *parts]) if parts or self.year else ""

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        found = DATE.fullmatch(text)
        if not found:
            return cls()
        year, month, day = found.groups()
        return cls(None if year == "-" else int(year), int(month) if month else None, int(day) if day else None)

    def span(self) -> tuple[str, str] | None:
        """The first and the last day that it can mean, where its year is known."""
        if self.year is None:
            return None
        last = self.month or 12
        leap = self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0)
        end = self.day or (28 if last == 2 and not leap else DAYS[last - 1])
        return f"{self.year:04d}-{self.month or 1:02d}-{self.day or 1:02d}", f"{self.year:04d}-{last:02d}-{end:02d}"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a document's text as read, in Unicode code points."""

    document: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise BrokenGraph(f"span {self.start}:{self.end} of {self.document} is empty or reversed")


@dataclass(frozen=True, slots=True)
class View:
    """A text cleaned for reading; `origin[i]` is where its i-th character stands in the text as read."""

    text: str
    origin: Sequence[int]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text as read of view[start:end]."""
        return self.origin[start], self.origin[end - 1] + 1


@dataclass(frozen=True)
class Document:
    """One article: `text` is its source's whole text as read, `view` the cleaned text of this article alone."""

    id: str
    source: str
    text: str = field(repr=False)
    view: View = field(repr=False)
    sha256: str = ""
    title: str = ""
    published: PartialDate = PartialDate()
    dateline: PartialDate = PartialDate()
    place: str = ""
    publisher: str = ""
    writers: tuple[str, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The place in the text as read of a piece of the view."""
        return Span(self.id, *self.view.raw(start, end))

    @cached_property
    def said(self) -> PartialDate:
        """The day on which its statements were made, as precise as known: dateline, else publication."""
        year = self.dateline.year if self.dateline.year is not None else self.published.year
        if self.dateline.month is not None:
            return PartialDate(year, self.dateline.month, self.dateline.day)
        return self.dateline if self.dateline.year is not None else self.published


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing named in a document; `start` and `end` count in the document's view."""

    start: int
    end: int
    kinds: tuple[str, ...]
    name: str
    rule: str
    names: tuple[str, ...] = ()
    of: str = ""

    @property
    def kind(self) -> str:
        return self.kinds[0]

    @property
    def literal(self) -> bool:
        """The name is as long as what stands in the text: nothing was carried to it, nothing left out."""
        return self.end - self.start == len(self.name)


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a document; `start` and `end` are its evidence in the view, `span` the same in the text as read."""

    relation: str
    subject: Mention | None
    object: Mention | None
    document: Document
    start: int
    end: int
    rule: str
    confidence: float
    qualifiers: tuple[tuple[str, str], ...] = ()

    @property
    def span(self) -> Span:
        return self.document.span(self.start, self.end)

    @property
    def quote(self) -> str:
        span = self.span
        return self.document.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Cited(Claim):
    """A claim away from its text: `absent` are the ends that its quotation does not name, `given` by whom and for which area."""

    place: Span = Span("", 0, 1)
    absent: frozenset[str] = frozenset()
    given: tuple[str, str] = ("", "")

    @property
    def span(self) -> Span:
        return self.place


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing in the graph: all mentions judged to be one."""

    id: str
    kinds: tuple[str, ...]
    name: str
    names: tuple[str, ...]
    code: str = ""
    inferred: bool = False
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What the graph states: a relation between entities with every claim that says so."""

    relation: str
    subject: str
    object: str | None
    qualifiers: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...]

    def __post_init__(self) -> None:
        if not self.claims:
            raise BrokenGraph(f"fact {self.subject} {self.relation} {self.object} has no claim")


@dataclass(frozen=True, slots=True)
class Promise:
    """A planned step or target, who gave it for which area, and the facts that later texts answer it with, each with how."""

    planned: Fact
    by: str
    place: str
    answers: tuple[tuple[str, Fact], ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """Something doubtful or left over, as data: it costs one item, never the build."""

    severity: str
    stage: str
    rule: str
    message: str
    where: str = ""
    remedy: str = ""

    def row(self) -> Mapping[str, str]:
        return {name: getattr(self, name) for name in self.__slots__}
