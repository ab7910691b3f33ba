"""`graphbuild holders`: an office and a day in, out who held it."""

from datetime import datetime
from functools import partial
from pathlib import Path

import click

from graphbuild.cli.common import OUTPUT
from graphbuild.cli.promises import DAY
from graphbuild.cli.rows import FORM, LANG, written
from graphbuild.knowledge import home
from graphbuild.query.holders import COLUMNS, Row, holders
from graphbuild.query.saying import Teller, teller
from graphbuild.query.store import open_store


@click.command("holders", epilog="Example:  graphbuild holders 区委书记 --place 中原区 --on 2021-06-30")
@click.argument("office")
@click.option("--place", default="", help="Only of this area and its bodies.")
@click.option("--on", "day", type=DAY, help="Who held it on this day  [all holders, in order]")
@LANG
@FORM
@OUTPUT
def list_holders(office: str, place: str, day: datetime | None, lang: str, form: str, output: Path) -> None:
    """Show who held an office, all holders in order or those of a day.

    Where no text speaks of that day, the last holder known before it and the first known after it are shown.
    """
    rows = holders(open_store(output).graph, output / "texts", office, place, day.date().isoformat() if day else "")
    click.echo(written(COLUMNS, rows, form, partial(block, tell=teller(home("ontology"), lang))), nl=False)


def block(row: Row, tell: Teller) -> str:
    """One holder for a reader, and the first sentence that says so."""
    if tell.language == "en":
        stated = " to ".join(dict.fromkeys(filter(None, (row.first, row.last))))
        pairs = ("stated", stated), ("from", row.begin), ("until", row.end)
        told = [f"{word} {day}" for word, day in pairs if day]
    else:
        told = [tell.when({name: getattr(row, name) for name in ("first", "last", "begin", "end")})]
    head = " · ".join(filter(None, (f"{row.office}: {row.person}", *told, tell.holding(row.known))))
    return f"{head}\n  “{row.sentence}”  {row.file}"
