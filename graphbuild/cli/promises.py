"""`graphbuild promises`: a graph and a day in, the ledger of promises out as a table, CSV or JSON."""

from datetime import datetime
from pathlib import Path

import click

from graphbuild.cli.common import OUTPUT
from graphbuild.cli.rows import FORM, written
from graphbuild.query.promises import COLUMNS, Row, promises
from graphbuild.query.store import open_store

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("promises", epilog="Example:  graphbuild promises --place 中原区 --as-of 2021-06-30 --format csv")
@click.option("--thing", default="", help="Only of this thing and its parts: NAME, alias or IRI.")
@click.option("--place", default="", help="Only in this area and the areas within it.")
@click.option("--as-of", "day", type=DAY, help="The day on which to judge  [the newest document's]")
@FORM
@OUTPUT
def list_promises(thing: str, place: str, day: datetime | None, form: str, output: Path) -> None:
    """List what was promised, by whom and for when, and what later texts say of it.

    kept, done (no text says whether in time), late, missed (a figure fell short), repeated (promised again, with a
    new date where one is given), silent (its day has passed and no later text speaks of it), not yet due.
    """
    wanted = day.date().isoformat() if day else ""
    rows = promises(open_store(output).graph, output / "texts", thing, place, wanted)
    click.echo(written(COLUMNS, rows, form, block), nl=False)


def block(row: Row) -> str:
    """One promise for a reader: its standing, its sentence, and the sentence that answers it."""
    due = f"due {row.due}" if row.due else "no date"
    by = " in ".join(dict.fromkeys(filter(None, (row.by, row.place))))
    part = f"part of {row.part_of}" if row.part_of else ""
    head = " · ".join(filter(None, (f"{row.status}: {row.thing} {row.step}", due, by, part)))
    lines = [head, f"  {row.said}  “{row.sentence}”  {row.file}"]
    if row.answer:
        new = f" ({row.answer_says})" if row.answer_says else ""
        lines.append(f"  {row.answered}{new}  “{row.answer}”  {row.answer_file}")
    return "\n".join(lines)
