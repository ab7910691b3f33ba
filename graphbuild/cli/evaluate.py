"""`graphbuild eval`: gold in, scores out."""

import tomllib
from pathlib import Path

import click

from graphbuild import pipeline
from graphbuild.cli.common import GATE, Told, say
from graphbuild.evaluate import Tallies, below, golds, lines, score
from graphbuild.knowledge import load


@click.command("eval", epilog="Example:  graphbuild eval tests/gold --floor tests/gold/floors.toml")
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--errors", is_flag=True, help="List what was missed and what is extra.")
@click.option("--floor", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="TOML of least F1 by heading.")
@click.pass_context
def evaluate(context: click.Context, gold: tuple[Path, ...], errors: bool, floor: Path | None) -> None:
    """Score each GOLD.json (or folder of them) against the graph of its text, built alone."""
    progress = Told()
    tallies, knowledge, wanted = Tallies(), load(), list(golds(gold))
    for n, each in enumerate(wanted):
        progress("score", n, len(wanted))
        score(each, pipeline.read([str(each.text)], knowledge).graph, tallies, knowledge)
    progress("done", len(wanted), len(wanted))
    click.echo("\n".join([*(tallies.errors if errors else ()), *lines(tallies)]))
    short = below(tallies, tomllib.loads(floor.read_text("utf-8"))) if floor else []
    for line in short:
        say(f"{line}")
    context.exit(GATE if short else 0)
