"""A request for the query page or a named question in, the page out, with its answer as a table where one was asked for."""

from dataclasses import dataclass
from typing import Any

from pyoxigraph import NamedNode

from graphbuild.errors import Unanswerable
from graphbuild.knowledge import home
from graphbuild.knowledge.questions import Question
from graphbuild.query.answers import Answer, Term
from graphbuild.query.formats import columns_and_rows, value
from graphbuild.query.gate import strange
from graphbuild.query.rewriting import Query
from graphbuild.query.saying import CLAIM, NAME, Teller, teller
from graphbuild.query.table import short
from graphbuild.query.tokens import tokens
from graphbuild.query.values import bindings
from graphbuild.serve.endpoint import BROKEN
from graphbuild.serve.evidence import Sentence
from graphbuild.serve.http import Refused, Request, Response
from graphbuild.serve.rendering import page
from graphbuild.serve.speaking import language
from graphbuild.serve.world import World

SHOWN = 100
FIRST = """PREFIX gb: <https://w3id.org/graphbuild/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?thing ?name WHERE {
  ?thing a gb:Project ; skos:prefLabel ?name .
}
LIMIT 20
"""


@dataclass(frozen=True)
class Cell:
    text: str
    iri: str = ""


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sentences: tuple[tuple[Sentence, ...], ...]
    total: int
    notice: str
    truth: bool | None
    broken: bool


def query(world: World, request: Request) -> Response:
    """Without script a form; with script the same text in an editor that knows the language."""
    text = request.value("query")
    table, trouble = attempt(world, text, {}) if text else (None, "")
    return page(
        world, request, "query.html", status=status(table, trouble), loose=True, text=text or FIRST, table=table,
        trouble=trouble, questions=world.questions.values(),
    )  # fmt: skip


def questions(world: World, request: Request) -> Response:
    return page(world, request, "questions.html", questions=world.questions.values())


def question(world: World, request: Request) -> Response:
    """One named question, with a field for each thing that it wants to be told."""
    name = "/".join(request.segments[1:])
    if name not in world.questions:
        raise Refused(404, f"no question is called {name}")
    asked: Question = world.questions[name]
    given = {p.name: said for p in asked.parameters if (said := request.value(p.name).strip())}
    table, trouble, text = None, "", asked.text
    if not asked.parameters or given or request.value("go"):
        try:
            values = bindings(world.store, asked, given)
            text = world.store.prepare(asked.text, tokens(asked.text), values, untrusted=True).text
            table, trouble = attempt(world, asked.text, values, teller(home("ontology"), language(request)))
        except Unanswerable as wrong:
            trouble = str(wrong)
    told: dict[str, Any] = {"asked": asked, "given": given, "table": table, "trouble": trouble, "text": text}
    return page(world, request, "question.html", status=status(table, trouble), **told)


def attempt(world: World, text: str, values: dict[str, Term], tell: Teller | None = None) -> tuple[Table | None, str]:
    """Through the same gate and the same workers as the endpoint; `tell` puts the answer into words for people."""
    try:
        found = strange(text)
        asked: Query = world.store.prepare(text, found, values, untrusted=True)
        return tabled(world, world.known.get(asked.text) or world.endpoint.solve(asked, found, shown=SHOWN), tell), ""
    except Unanswerable as trouble:
        return None, str(trouble)


def status(table: Table | None, trouble: str) -> int:
    """An answer that time or memory cut short is shown as far as it goes, and is none."""
    return 400 if trouble else 503 if table and table.broken else 200


def tabled(world: World, answer: Answer, tell: Teller | None) -> Table:
    """A claim is shown by its sentences; for people a thing is its name, and a column has a heading in their language."""
    columns, rows = columns_and_rows(answer)
    places = {column: n for n, column in enumerate(columns)}
    names = [places.get(column + NAME, -1) if tell else -1 for column in columns]
    kept = [n for n, column in enumerate(columns) if not column.startswith(CLAIM) and n not in names]
    shown, claims = rows[:SHOWN], [n for n, column in enumerate(columns) if column.startswith(CLAIM)]
    cells = tuple(tuple(cell(world, row[n], row[names[n]] if names[n] >= 0 else None, tell) for n in kept) for row in shown)
    said = tuple(tuple(each for n in claims for each in stated(world, row[n])) for row in shown)
    headings = tuple(tell.heading(columns[n]) if tell else columns[n] for n in kept)
    return Table(headings, cells, said, max(len(rows), answer.total), answer.notice, answer.truth, answer.cause in BROKEN)


def cell(world: World, term: Term | None, name: Term | None, tell: Teller | None) -> Cell:
    if tell and term is not None and not (isinstance(term, NamedNode) and term.value in world.catalog.entries):
        return Cell(value(name) or tell.say(term), term.value if isinstance(term, NamedNode) and name else "")
    if not isinstance(term, NamedNode):
        return Cell(value(term))
    entry = world.catalog.entries.get(term.value)
    return Cell(entry.name if entry else short(term.value, world.store.prefixes), term.value)


def stated(world: World, term: Term | None) -> tuple[Sentence, ...]:
    return tuple(world.reader.sentences(world.reader.told(term.value))) if isinstance(term, NamedNode) else ()
