"""`graphbuild conflicts`: a graph in, out what its texts contradict each other in, and what they plan anew."""

from itertools import groupby
from pathlib import Path

import click

from graphbuild.cli.common import OUTPUT
from graphbuild.cli.rows import FORM, written
from graphbuild.query.conflicts import COLUMNS, Row, conflicts
from graphbuild.query.store import open_store


@click.command("conflicts", epilog="Example:  graphbuild conflicts --format csv")
@FORM
@OUTPUT
def list_conflicts(form: str, output: Path) -> None:
    """List contradictory values side by side: two days (a later plan as new plan), builders, places, holders, values of a figure.

    Nothing is thrown away: each side keeps its sentence, its file and its date; decisions.tsv can call one wrong.
    """
    rows = conflicts(open_store(output).graph, output / "texts")
    if form != "table":
        click.echo(written(COLUMNS, rows, form, line), nl=False)
        return
    for (kind, about, what), sides in groupby(rows, key=lambda row: (row.kind, row.about, row.what)):
        click.echo(f"{kind}: {about} {what}\n" + "\n".join(map(line, sides)))
    if not rows:
        click.echo("none")


def line(row: Row) -> str:
    return f"  {row.value}  {row.said}  “{row.sentence}”  {row.file}"
