"""Rows in, text out: blocks for a reader, CSV for a sheet, JSON for a program."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

Row = TypeVar("Row")
FORM = click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True,
    help="Blocks to read, CSV or JSON.",
)  # fmt: skip

LANG = click.option(
    "--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True,
    help="What relations, steps and outcomes are called in; CSV and JSON keep their codes.",
)  # fmt: skip


def written(columns: Sequence[str], rows: Sequence[Row], form: str, block: Callable[[Row], str]) -> str:
    told = [{name: getattr(row, name) for name in columns} for row in rows]
    if form == "json":
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    if form == "csv":
        sheet = io.StringIO()
        writer = csv.DictWriter(sheet, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(told)
        return sheet.getvalue()
    return "".join(block(row) + "\n" for row in rows) or "none\n"
