"""A chosen question in, its rows from the store and the reply that tells them out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from pyoxigraph import Literal, NamedNode
from rdflib import URIRef

from graphbuild.graph.namespaces import GB
from graphbuild.knowledge.questions import Parameter, Question, questions
from graphbuild.model import PartialDate
from graphbuild.query.answers import Term
from graphbuild.query.choosing import NEVER, Chosen
from graphbuild.query.judging import judged
from graphbuild.query.linking import Link
from graphbuild.query.placed import is_spoken_of
from graphbuild.query.quotes import quotes
from graphbuild.query.replies import Outcome, Reply
from graphbuild.query.saying import CLAIM, Row, Teller, joined_up
from graphbuild.query.store import Store

XSD = "http://www.w3.org/2001/XMLSchema#"
TYPES = {"date": "date", "number": "decimal"}
DAYS = ("day", "date", "period", "first")
MOST_QUOTES = 12
PART, MONTHS = re.compile(r"-([HQ])(\d)$"), {"H": 6, "Q": 3}
COUNT, WHETHER = "ask:count", "ask:whether"
DESCRIBED = """SELECT DISTINCT ?kind ?title ?body ?day WHERE { { $thing a ?kind } UNION {
  ?post org:member $thing ; gb:title ?title OPTIONAL { ?post org:organization/skos:prefLabel ?body } } UNION {
  { SELECT (STR(MIN(?on)) AS ?day) WHERE { ?claim ?end $thing ; gb:statedOn ?on } } } }"""


@dataclass(frozen=True, eq=False)
class Answerer:
    """The store that knows, and the texts that prove."""

    store: Store
    texts: Path
    folder: Path
    newest: str

    def reply(self, chosen: Chosen, teller: Teller) -> Reply:
        name = chosen.form.question
        question = questions(self.folder)[name]
        rows = self.rows(chosen, question)
        about = described(chosen)
        said = self.before(chosen, rows, teller) + teller.sentence(name, rows, {**about, "newest": self.newest})
        if not rows:
            said, rows = next(self.otherwise(chosen, said, teller), (said, rows))
        outcome: Outcome = "answered" if rows else "empty"
        if not rows and (other := teller.other(name)):
            said, rows = self.beside(chosen, other, said, teller)
        columns, table = teller.table(rows)
        proof = quotes(self.store, self.texts, list(dict.fromkeys(stated(rows)))[:MOST_QUOTES])
        return Reply(outcome, said, teller.language, name, about, columns, table, proof)

    def otherwise(self, chosen: Chosen, said: str, teller: Teller) -> Iterator[tuple[str, list[Row]]]:
        """What the texts say of it otherwise: of other steps, or of no time in particular."""
        name, about = chosen.form.question, described(chosen)
        known = questions(self.folder)
        if chosen.steps and (rows := self.rows(replace(chosen, steps=frozenset()), known[name])):
            yield said + teller.word("otherwise") + teller.sentence(name, rows, about), rows
        timeless = self.rows(replace(chosen, days=()), known[name]) if chosen.days else []
        if timeless and not any(column in row for row in timeless for column in DAYS):
            yield teller.word("undated") + teller.sentence(name, timeless, about), timeless

    def beside(self, chosen: Chosen, other: str, said: str, teller: Teller) -> tuple[str, list[Row]]:
        """What a wider question finds, of other times too: no answer, but near it."""
        wider = replace(chosen, form=replace(chosen.form, question=other), days=())
        rows = self.rows(wider, questions(self.folder)[other])
        return (said + teller.word("otherwise") + teller.sentence(other, rows, described(chosen)) if rows else said), rows

    def states(self, chosen: Chosen) -> bool:
        return bool(self.rows(chosen, questions(self.folder)[chosen.form.question]))

    def rows(self, chosen: Chosen, question: Question) -> list[Row]:
        """What the store says, narrowed to the things, steps and days that were named."""
        found = [row for values in bindings(chosen, question) for row in self.store.query(question.text, values).dicts()]
        matched = (row for row in judged(self.store, found, self.newest) if matches(row, chosen))
        return [row for row in matched if fits_steps(row, chosen) and fits_days(row, chosen, question)]

    def before(self, chosen: Chosen, rows: Sequence[Row], teller: Teller) -> str:
        """How words were taken; yes or no; how many."""
        partly = [link for link in chosen.things.values() if not link.whole]
        parts = [teller.word("meant", name=link.options[0].name, words=link.words) for link in partly]
        if WHETHER in chosen.asks and chosen.form.match:
            parts.append(teller.word("yes" if rows else "no"))
        if COUNT in chosen.asks and rows and chosen.form.match:
            parts.append(teller.word("times", n=len(teller.values(rows, "day"))))
        elif COUNT in chosen.asks and rows and (main := main_column(rows)) not in ("", "indicator"):
            parts.append(teller.word("count", n=len(teller.values(rows, main))))
        return "".join(parts)


    def told(self, iri: str, teller: Teller) -> str:
        """What a thing is, for whoever must choose among namesakes: its class, its posts, and since when texts speak of it."""
        rows = self.store.query(DESCRIBED, {"thing": NamedNode(iri)}).dicts()
        told = [{column: str(getattr(term, "value", "")) for column, term in row.items()} for row in rows]
        posts = {joined_up(row.get("body", ""), row["title"]) for row in told if "title" in row}
        kind = min((row["kind"] for row in told if row.get("kind", "").startswith(str(GB))), default="")
        days = sorted(row["day"] for row in told if row.get("day"))
        since = [teller.say(Literal(day)) for day in days[:1]]
        known = [*sorted(posts), *since] if is_spoken_of(self.store.graph, URIRef(iri)) else [teller.word("unsaid")]
        return " · ".join([teller.say(NamedNode(kind)), *known])


def bindings(chosen: Chosen, question: Question) -> Iterator[dict[str, Term]]:
    """Every way to give the parameters: a title may be that of several posts."""
    given = {p.name: values(p, chosen) for p in question.parameters}
    for told in product(*given.values()):
        yield dict(zip(given, told, strict=True))


def values(parameter: Parameter, chosen: Chosen) -> list[Term]:
    link = chosen.things.get(parameter.name)
    if link is None:
        return [literal(text, parameter.kind) for text in chosen.texts.get(parameter.name, (parameter.default or "",))]
    named = chosen.form.slots[parameter.name].startswith("name ")
    return [literal(link.options[0].name, "text") if named else NamedNode(link.options[0].iri)]


def literal(text: str, kind: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + TYPES[kind])) if kind in TYPES else Literal(text)


def described(chosen: Chosen) -> dict[str, str]:
    """What a question was put about, in names."""
    named = {slot: link.options[0].name for slot, link in chosen.things.items() if slot in chosen.form.slots}
    said = {slot: chosen.titles if chosen.form.slots.get(slot) == "title" else texts for slot, texts in chosen.texts.items()}
    told = {slot: "、".join(text for text in texts if text != NEVER) for slot, texts in said.items() if slot != "since"}
    return {**named, **{slot: text for slot, text in told.items() if text}}


def matches(row: Row, chosen: Chosen) -> bool:
    things = ((columns, chosen.things[columns]) for columns in chosen.form.match)
    return all(holds(row, columns, link) for columns, link in things) and all(
        ends(row.get(column), chosen.texts.get(want, (want,))) for column, want in chosen.form.rows.items()
    )


def holds(row: Row, columns: str, link: Link) -> bool:
    return any(getattr(row.get(column), "value", "") == link.options[0].iri for column in columns.split())


def ends(term: Term | None, wanted: Sequence[str]) -> bool:
    """A text as it is, a term of the ontology by its local name."""
    return getattr(term, "value", "").rpartition("#")[2] in wanted


def fits_steps(row: Row, chosen: Chosen) -> bool:
    return not chosen.steps or "kind" not in row or ends(row["kind"], sorted(chosen.steps))


def fits_days(row: Row, chosen: Chosen, question: Question) -> bool:
    """A row without a day does not answer a question about a day."""
    if not chosen.days or any(p.kind == "date" or p.name == "on" for p in question.parameters):
        return True
    told = [getattr(row[c], "value", "") for c in DAYS if c in row]
    return any(overlap(text, day) for text in told for day in chosen.days)


def overlap(text: str, day: PartialDate) -> bool:
    """A day that is named without its year may be of any year; 2019-H1 ends in 2019-06."""
    text = PART.sub(lambda found: f"-{int(found[2]) * MONTHS[found[1]]:02d}", text)
    text, wanted = (text, str(day)) if day.year else (text[4:], str(day)[1:])
    return text.startswith(wanted) or wanted.startswith(text)


def stated(rows: Sequence[Row]) -> Iterator[str]:
    """The statements that the rows rest on."""
    for row in rows:
        for column, term in row.items():
            if column.startswith(CLAIM) and isinstance(term, NamedNode):
                yield term.value


def main_column(rows: Sequence[Row]) -> str:
    """What a question counts: the first column of things."""
    return next((column for column in rows[0] if column + "Name" in rows[0]), "")
