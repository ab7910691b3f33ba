"""`graphbuild promises`: a graph and a day in, the ledger of promises out as a table, CSV or JSON."""

from datetime import datetime
from functools import partial
from pathlib import Path

import click

from graphbuild.cli.common import OUTPUT
from graphbuild.cli.rows import FORM, LANG, written
from graphbuild.knowledge import home
from graphbuild.query.promises import COLUMNS, Row, promises
from graphbuild.query.saying import Teller, teller
from graphbuild.query.store import open_store
from graphbuild.resolve.standing import SILENT, STANDINGS

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("promises", epilog="Example:  graphbuild promises --place 中原区 --as-of 2021-06-30 --format csv")
@click.option("--thing", default="", help="Only of this thing and its parts: NAME, alias or IRI.")
@click.option("--place", default="", help="Only in this area and the areas within it.")
@click.option("--as-of", "day", type=DAY, help="The day on which to judge  [the newest document's]")
@click.option("--status", multiple=True, type=click.Choice(STANDINGS), help="Only those that stand so; may be given again.")
@LANG
@FORM
@OUTPUT
def list_promises(
    thing: str, place: str, day: datetime | None, status: tuple[str, ...], lang: str, form: str, output: Path
) -> None:
    """List what was promised, by whom and for when, and what later texts say of it.

    kept, done (no text says whether in time), late, missed (a figure fell short), repeated (promised again, with a
    new date where one is given), silent (its day has passed and no later text speaks of it), not yet due.
    """
    wanted = day.date().isoformat() if day else ""
    rows = promises(open_store(output).graph, output / "texts", thing, place, wanted)
    shown = [row for row in rows if not status or row.status in status]
    click.echo(written(COLUMNS, shown, form, partial(block, tell=teller(home("ontology"), lang))), nl=False)


def block(row: Row, tell: Teller) -> str:
    """One promise for a reader: its standing, its sentence, and the sentence that answers it."""
    lines = [head(row, tell), f"  {row.said}  “{row.sentence}”  {row.file}"]
    if row.answer:
        new = f" ({row.answer_says})" if row.answer_says else ""
        lines.append(f"  {row.answered}{new}  “{row.answer}”  {row.answer_file}")
    return "\n".join(lines)


def head(row: Row, tell: Teller) -> str:
    """English names the codes themselves."""
    codes = tell.language == "en"
    status, step = (row.status, row.step) if codes else (tell.standing(row.status), tell.step(row.step))
    due = tell.word("due", day=row.due) if row.due else tell.word("undue")
    by = " in ".join(dict.fromkeys(filter(None, (row.by, row.place)))) if codes else row.by or row.place
    heard = tell.word("next", day=row.next) if row.next else tell.word("unread") if row.status == SILENT else ""
    part = tell.word("part_of", whole=row.part_of) if row.part_of else ""
    return " · ".join(filter(None, (f"{status}: {row.thing} {step}", due, by, part, heard)))
