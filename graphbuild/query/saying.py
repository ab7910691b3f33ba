"""ontology/answers.toml and the rows of an answer in, a sentence and a table for people out."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rdflib import RDFS, Literal, URIRef

from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge.terms import GB, ontology
from graphbuild.query.answers import Term
from graphbuild.resolve.standing import RANKS

FILE = "answers.toml"
FIELD = re.compile(r"\{([\w.]+)(?::([^{}|]*)\|([^{}|]*))?\}")
COLUMN = re.compile(r"\{rows\.(\w+)")
TERM, YEAR = ("begin", "end", "over"), re.compile(r"\d{4}")
YEARLESS = re.compile(r"--\d\d(-\d\d)?")
SPACES = re.compile(r"  +")
MOST_LINES, MOST_VALUES = 8, 12
NAME, CLAIM, STANDING = "Name", "claim", "standing"
Row = Mapping[str, Term]


@dataclass(frozen=True, eq=False)
class Teller:
    """How answers are told in one language."""

    told: Mapping[str, Any]
    folder: Path
    language: str

    def word(self, key: str, /, **values: object) -> str:
        return str(self.told["words"][self.language][key]).format(**values)

    def form(self, question: str, part: str = "") -> str:
        told = self.told["answer"].get(question, {})
        return str((told.get(part, {}) if part else told).get(self.language, ""))

    def other(self, question: str) -> str:
        """The question that tells more where this one has no answer."""
        return str(self.told["answer"].get(question, {}).get("instead", ""))

    def sentence(self, question: str, rows: Sequence[Row], about: Mapping[str, str]) -> str:
        """What the rows say, or that no text says it."""
        form = self.form(question, "" if rows else "none")
        line = self.form(question, "line")
        lines = list(dict.fromkeys(self.fill(line, {**about, **self.told_of(row)}) for row in rows)) if line else []
        listed = {column: self.values(rows, column) for column in COLUMN.findall(form)}
        counted = lines or next(iter(listed.values()), [*map(str, rows)])
        values = {**about, "n": str(len(counted)), "lines": self.joined(lines, MOST_LINES, self.word("then"))}
        return self.fill(form, values | {f"rows.{c}": self.joined(found, MOST_VALUES) for c, found in listed.items()})

    def joined(self, values: Sequence[str], most: int, mark: str = "") -> str:
        more = self.word("more", n=len(values)) if len(values) > most else ""
        return (mark or self.word("and")).join(values[:most]) + more

    def values(self, rows: Iterable[Row], column: str) -> list[str]:
        return list(dict.fromkeys(shown[column] for row in rows if (shown := self.shown(row)).get(column)))

    def fill(self, form: str, values: Mapping[str, str]) -> str:
        """`{x:before|after}` stands with its surroundings or not at all."""

        def put(found: re.Match[str]) -> str:
            value = values.get(found[1], "")
            return f"{found[2] or ''}{value}{found[3] or ''}" if value else ""

        return SPACES.sub(" ", FIELD.sub(put, form)).strip()

    def shown(self, row: Row) -> dict[str, str]:
        """A row for people: things by their names, terms of the ontology by their labels, statements left out."""
        kept = {column: term for column, term in row.items() if not column.endswith(NAME) and not column.startswith(CLAIM)}
        told = {column: name(row, column) or self.say(term) for column, term in kept.items()}
        return {column: self.standing(text) if column == STANDING else text for column, text in told.items()}

    def holding(self, code: str) -> str:
        """How a holder of an office stands to a day, in words; nothing where no day was asked for."""
        return str(self.told["holding"][code][self.language]) if code else ""

    def step(self, step: str) -> str:
        """The steps of a promise in words; a figure as it is."""
        named = (label(self.folder, GB + kind[:1].upper() + kind[1:], self.language) for kind in step.split(", "))
        return self.word("and").join(named) if set(step.split(", ")) <= RANKS.keys() else step

    def standing(self, code: str) -> str:
        """What has become of a promise, in words."""
        return str(self.told["standings"][code][self.language])

    def told_of(self, row: Row) -> dict[str, str]:
        """A row for a sentence: beside its columns the post with its body, and when it was held or is stated."""
        shown = self.shown(row)
        return {**shown, "office": joined_up(shown.get("body", ""), shown.get("post", "")), "when": self.when(shown)}

    def when(self, shown: Mapping[str, str]) -> str:
        """From and to which days texts say so, and of which days the texts are that say no more."""
        first, last = shown.get("first", ""), shown.get("last", "")
        told = [self.word(term, day=day) for term in TERM if (day := shown.get(term, ""))]
        if first:
            told.append(self.word("stated", days=first if first == last else self.word("span", first=first, last=last)))
        elif not any(YEAR.match(shown.get(term, "")) for term in TERM):
            told.append(self.word("yearless"))
        return self.word("comma").join(told)

    def say(self, term: Term) -> str:
        text = str(getattr(term, "value", term))
        if text.startswith(str(GB)):
            return label(self.folder, text, self.language)
        if YEARLESS.fullmatch(text):
            return text[2:]
        last = re.split("[/#]", text)[-1] if "://" in text else text
        return str(self.told["relations"].get(last, {}).get(self.language, last))

    def table(self, rows: Sequence[Row]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Headings and cells; what is empty in every row is left out."""
        shown = [self.shown(row) for row in rows]
        columns = list(dict.fromkeys(column for row in shown for column in row))
        return tuple(map(self.heading, columns)), tuple(dict.fromkeys(tuple(row.get(c, "") for c in columns) for row in shown))

    def heading(self, column: str) -> str:
        return str(self.told["columns"].get(column, {}).get(self.language, column))


def joined_up(body: str, post: str) -> str:
    """云岭区委 and 区委书记 are told as 云岭区委书记."""
    shared = next((n for n in range(len(post), 1, -1) if body.endswith(post[:n])), 0)
    return body + post[shared:]


def name(row: Row, column: str) -> str:
    return str(getattr(row.get(column + NAME), "value", ""))


@cache
def label(folder: Path, iri: str, language: str) -> str:
    """What the ontology calls a term, else the end of its IRI."""
    found = ontology(folder).objects(URIRef(iri), RDFS.label)
    labels = {term.language: str(term) for term in found if isinstance(term, Literal)}
    return labels.get(language) or iri.rpartition("#")[2]


@cache
def teller(folder: Path, language: str) -> Teller:
    path = folder / FILE
    try:
        told = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as trouble:
        raise BrokenKnowledge(f"{path}: {trouble}", "mend the file; its head says what stands where") from trouble
    return Teller(told, folder, language)
