"""`graphbuild export`: a graph in, the same graph in the forms that other tools read out."""

from collections.abc import Iterator
from pathlib import Path

import click

from graphbuild.cli.common import OUTPUT
from graphbuild.export import FORMATS, Writer, written

ALL = "all"


@click.command("export", epilog="Example:  graphbuild export --to csv --to cypher --into neo4j/")
@click.argument("graph", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--to", "forms", multiple=True, required=True, type=click.Choice([*FORMATS, ALL]), help="May be given often.")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="The folder to write; else standard output.")
@OUTPUT
def export(graph: Path | None, forms: tuple[str, ...], into: Path | None, output: Path) -> None:
    """Write a graph as Turtle, TriG (a graph a document), N-Triples, JSON-LD, RDF 1.2, GraphML, GEXF, CSV, Cypher or VoID."""
    path = graph or output / "graph.ttl"
    files = dict(wanted(forms))
    if into:
        for name, writer in files.items():
            click.echo(written(into / name, writer(path)))
    elif len(files) == 1:
        for writer in files.values():
            for piece in writer(path):
                click.echo(piece, nl=False)
    else:
        raise click.UsageError(f"{len(files)} files cannot share standard output: give --into FOLDER")


def wanted(forms: tuple[str, ...]) -> Iterator[tuple[str, Writer]]:
    for form in FORMATS:
        if form in forms or ALL in forms:
            yield from FORMATS[form].items()
