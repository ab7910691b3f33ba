"""`graphbuild explain`: a name in, the sentences behind it out."""

from pathlib import Path

import click

from graphbuild.cli.common import OUTPUT
from graphbuild.graph import parse
from graphbuild.query import explain, show


@click.command("explain", epilog="Example:  graphbuild explain 中原区委")
@click.argument("name")
@OUTPUT
def explain_thing(name: str, output: Path) -> None:
    """Show the sentences behind a thing or an edge: NAME, alias or IRI."""
    click.echo(show(explain(parse(output / "graph.ttl"), output / "texts", name)))
