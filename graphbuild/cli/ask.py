"""`graphbuild ask`: a question in plain Chinese or English in, a sentence, a table and the quotations out."""

import json
from pathlib import Path

import click

from graphbuild.cli.common import FAILED, OUTPUT
from graphbuild.knowledge import home
from graphbuild.query.ask import Asker, asker
from graphbuild.query.replies import Reply
from graphbuild.query.saying import teller
from graphbuild.query.showing import show_reply


@click.command("ask", epilog="Example:  graphbuild ask 谁担任区委书记？")
@click.argument("question", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="The whole reply as JSON.")
@click.option("--graph", type=click.Path(exists=True, path_type=Path), help="Another output folder or file of Turtle.")
@OUTPUT
@click.pass_context
def ask_graph(
    context: click.Context, question: tuple[str, ...], as_json: bool, graph: Path | None, output: Path
) -> None:
    """Ask a QUESTION in plain Chinese or English.

    What is not understood, or stands in no text, is said to be so, and the nearest questions are offered: never a guess.
    """
    one = asker(graph or output, once=True)
    reply = answer(one, " ".join(question))
    if as_json:
        click.echo(json.dumps(reply.dict(), ensure_ascii=False, indent=2))
    else:
        click.echo(show_reply(reply, teller(home("ontology"), reply.language)))
    context.exit(0 if reply.answered else FAILED)


def answer(one: Asker, question: str) -> Reply:
    with one.store:
        return one.ask(question)
