"""`graphbuild view`: a graph in, a page out."""

from pathlib import Path

import click

from graphbuild.cli.common import OUTPUT
from graphbuild.graph import parse
from graphbuild.view import page


@click.command("view", epilog="Example:  graphbuild view other.ttl --to other.html")
@click.argument("graph", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help="The page to write  [graph.html beside the graph]")
@OUTPUT
def view(graph: Path | None, to: Path | None, output: Path) -> None:
    """Draw a graph as one page that needs no network."""
    path = graph or output / "graph.ttl"
    target = to or path.with_suffix(".html")
    target.write_text(page(parse(path)), "utf-8", newline="")
    click.echo(target)
