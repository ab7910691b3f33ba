"""`graphbuild explain`: a name in, the sentences behind it out; two names in, why they are one thing or two out."""

from pathlib import Path

import click

from graphbuild.cli.common import OUTPUT
from graphbuild.cli.rows import LANG
from graphbuild.query.explanation import explain, show
from graphbuild.query.identity import pairs, tell
from graphbuild.query.store import open_store
from graphbuild.view.words import words


@click.command("explain", epilog="Example:  graphbuild explain 中原区委")
@click.argument("names", nargs=-1, required=True, metavar="NAME [OTHER]")
@click.option("--identity", is_flag=True, help="Tell why NAME and OTHER are one thing or two.")
@LANG
@OUTPUT
def explain_thing(names: tuple[str, ...], identity: bool, lang: str, output: Path) -> None:
    """Show the sentences behind a thing or an edge: NAME, alias or IRI.

    With --identity: what speaks for and against two names being one thing.
    """
    if len(names) != 1 + identity:
        raise click.UsageError("give two names with --identity" if identity else "give one name, or an edge in quotes")
    if identity:
        click.echo(tell(pairs(output), *names))
    else:
        click.echo(show(explain(open_store(output).graph, output / "texts", *names), {} if lang == "en" else words(lang)))
