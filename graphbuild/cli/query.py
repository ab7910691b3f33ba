"""`graphbuild query`: SPARQL or a named question in, its answer out in one of the standard formats."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import click

from graphbuild.cli.common import FAILED, OUTPUT, say
from graphbuild.errors import Unanswerable
from graphbuild.knowledge import home
from graphbuild.knowledge.questions import Question, questions, read_question
from graphbuild.query import formats
from graphbuild.query.answers import Answer, Term
from graphbuild.query.asking import find_question, listing, looks_like_sparql
from graphbuild.query.labels import labelled
from graphbuild.query.prose import tell
from graphbuild.query.store import Limits, Store, open_store
from graphbuild.query.table import to_table
from graphbuild.query.values import bindings, guess

FORMATS = ("table", "json", "csv", "tsv", "xml", "ttl", "nl")
HELP = {
    "table": "Aligned columns (the default).", "json": "SPARQL results JSON; JSON-LD for triples.", "csv": "SPARQL results CSV.",
    "tsv": "SPARQL results TSV.", "xml": "SPARQL results XML.", "ttl": "Turtle, of CONSTRUCT and DESCRIBE.",
    "nl": "Lines to read, each with the sentences that say it.",
}  # fmt: skip


VALUE, JOINED = "-p", re.compile(r"\w+=")


class Asked(click.Command):
    """A value may be given in two words or in one: -p place 某区, -p place=某区."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(context, list(apart(args)))


def apart(args: Iterable[str]) -> Iterator[str]:
    before = ""
    for one in args:
        yield from one.split("=", 1) if before == VALUE and JOINED.match(one) else (one,)
        before = one


def form_options(command: Callable[..., None]) -> Callable[..., None]:
    for form in reversed(FORMATS):
        command = click.option(f"--{form}", "form", flag_value=form, default=None, help=HELP[form])(command)
    return command


@click.command("query", cls=Asked, epilog="Example:  graphbuild query who-inspects -p thing 某公园 --nl")
@click.argument("query", required=False)
@click.option(VALUE, "given", nargs=2, multiple=True, metavar="NAME VALUE", help="A value; for a thing its name, alias or IRI.")
@form_options
@click.option("--limit", type=click.IntRange(1), help="At most so many rows.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), help="At most so many seconds.")
@click.option("--memory", type=click.IntRange(16), help="At most so many MB beyond the open store.")
@click.option("--untrusted", is_flag=True, help="Refuse whatever could reach beyond this graph; 10,000 rows, 10 s, 1024 MB.")
@click.option("--graph", type=click.Path(exists=True, path_type=Path), help="Another output folder or file of Turtle.")
@OUTPUT
@click.pass_context
def query_graph(
    context: click.Context, query: str | None, given: tuple[tuple[str, str], ...], form: str | None, limit: int | None,
    timeout: float | None, memory: int | None, untrusted: bool, graph: Path | None, output: Path,
) -> None:  # fmt: skip
    """Put a QUERY to the graph: SPARQL, a file.rq, - for standard input, or the name of a question; without one, list those.

    The graph's prefixes (gb: skos: org: …) need no declaration. What is cut short is said on standard error.
    """
    known = questions(home("ontology"))
    if query is None:
        click.echo(listing(known.values()))
        return
    asked = load_question(query, known)
    with open_store(graph or output) as store:
        values = bound(store, asked, dict(given))
        limits = limited(limit, timeout, memory) if limit or timeout or memory else None
        answer = store.query(asked.text, values, untrusted=untrusted, limits=limits)
        click.echo(written(store, labelled(answer) if asked.titles else answer, asked, form), nl=False)
    if answer.notice:
        say(answer.notice)
    # A row limit is a wish; what time or memory cut off was wanted.
    context.exit(FAILED if answer.notice and answer.cause != "rows" else 0)


def load_question(query: str, known: Mapping[str, Question]) -> Question:
    """A question's name, a file, standard input, else SPARQL itself."""
    if query == "-":
        return Question("standard input", {}, {}, (), sys.stdin.read())
    path = Path(query)
    if query.endswith(".rq") and path.is_file():
        return read_question(path, strict=False)
    return Question("the query", {}, {}, (), query) if looks_like_sparql(query) else find_question(query, known)


def bound(store: Store, asked: Question, given: Mapping[str, str]) -> dict[str, Term]:
    if asked.parameters or asked.titles:
        return bindings(store, asked, given)
    return {name: guess(store, value) for name, value in given.items()}


def limited(rows: int | None, seconds: float | None, memory: int | None) -> Limits:
    usual = Limits()
    return Limits(rows or usual.rows, seconds or usual.seconds, memory * 2**20 if memory else usual.memory)


def written(store: Store, answer: Answer, asked: Question, form: str | None) -> str:
    triples = answer.form == "construct"
    if form == "ttl" and not triples:
        raise Unanswerable("--ttl writes triples, and this query gives none", "ask with CONSTRUCT or DESCRIBE, or take --json")
    if form == "xml" and triples:
        raise Unanswerable("--xml writes rows, and this query gives triples", "take --ttl or --json")
    if form == "nl":
        return tell(store, answer, asked.titles.get("zh", ""))
    if form in ("ttl", "table", None):
        return (formats.to_turtle if form == "ttl" else to_table)(answer, store.prefixes)
    writers = {"json": formats.to_json, "csv": formats.to_csv, "tsv": formats.to_tsv, "xml": formats.to_xml}
    return writers[form](answer)
