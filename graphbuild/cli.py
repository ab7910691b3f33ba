"""Words typed at a prompt in, commands run out: the only place that prints, exits and reads the environment."""

import os
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import click

from graphbuild import __version__, pipeline
from graphbuild.errors import BrokenKnowledge, GraphbuildError
from graphbuild.evaluate import Tallies, below, golds, lines, score
from graphbuild.graph import parse, validate
from graphbuild.knowledge import check, home, load
from graphbuild.model import Issue
from graphbuild.query import explain, show
from graphbuild.view import page

FAILED, GATE = 1, 3  # 0 is success, 2 is click's own code for wrong usage
CONFIG = "graphbuild.toml"
WIDTH = 24
HERE = {"ignore_unknown_options": False, "help_option_names": ["-h", "--help"], "max_content_width": 100}
OUTPUT = click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), default=Path("output"), show_default=True,
    envvar="GRAPHBUILD_OUTPUT", help="The folder that a build writes.",
)  # fmt: skip
BASE = click.option(
    "--base", default=pipeline.BASE, show_default=True, envvar="GRAPHBUILD_BASE", help="What every thing's IRI begins with."
)


class Commands(click.Group):
    """Troubles that the user can mend end in one sentence and a code, never in a traceback."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except GraphbuildError as trouble:
            say(str(trouble))
        except BrokenPipeError:  # the reader at the other end has seen enough; click knows what to do
            raise
        except OSError as trouble:
            say(f"{trouble.filename or 'file'}: {trouble.strerror}: check the path, its rights and the space left")
        raise click.exceptions.Exit(FAILED)


@click.group(cls=Commands, context_settings=HERE, epilog="Example:  graphbuild build texts/ -o output")
@click.version_option(__version__)
@click.option("--config", type=click.Path(dir_okay=False, path_type=Path), envvar="GRAPHBUILD_CONFIG", help=CONFIG)
@click.pass_context
def cli(context: click.Context, config: Path | None) -> None:
    """From Chinese local-government texts to a graph in which every statement leads to its words.

    Options come from the command line, else the environment (GRAPHBUILD_OUTPUT …), else graphbuild.toml.
    """
    context.default_map = {name: settings(config) for name in cli.commands}


@cli.command(epilog="Example:  graphbuild build news/ report.pdf -o output")
@click.argument("paths", nargs=-1)
@OUTPUT
@BASE
@click.pass_context
def build(context: click.Context, paths: tuple[str, ...], output: Path, base: str) -> None:
    """Read PATHS (files, folders, - for standard input; the seeds if none) into a graph.

    Writes graph.ttl, texts/, issues.jsonl, report.json and graph.html, all at once or not at all.
    """
    built = pipeline.build(paths or [str(home("seeds"))], output, load(), base, progress)
    for issue in built.unread:
        say(f"{issue.message}: {issue.remedy}")
    if built.documents:
        counted = f"{len(built.documents)} documents, {len(built.entities)} things, {len(built.facts)} facts"
        click.echo(f"{output / 'graph.ttl'}: {counted}, {len(built.graph)} triples, {len(built.issues)} issues")
    elif not built.unread:
        say("no text found: give files or folders that hold .txt .md .html .pdf .docx")
    context.exit(FAILED if built.unread or not built.documents else 0)


@cli.command("check", epilog="Example:  graphbuild check")
@click.pass_context
def check_knowledge(context: click.Context) -> None:
    """Check what is known beforehand: half relations, missing labels, failing examples, lists without a source."""
    report(context, check(load()), "ontology: all is well")


@cli.command("validate", epilog="Example:  graphbuild validate output/graph.ttl")
@click.argument("graph", type=click.Path(dir_okay=False, path_type=Path), required=False)
@OUTPUT
@click.pass_context
def validate_graph(context: click.Context, graph: Path | None, output: Path) -> None:
    """Check a graph against the shapes of the ontology."""
    path = graph or output / "graph.ttl"
    report(context, validate(parse(path)), f"{path}: conforms")


@cli.command("explain", epilog="Example:  graphbuild explain 中原区委")
@click.argument("name")
@OUTPUT
def explain_thing(name: str, output: Path) -> None:
    """Show the sentences behind a thing or an edge: NAME, alias or IRI."""
    click.echo(show(explain(parse(output / "graph.ttl"), output / "texts", name)))


@cli.command("eval", epilog="Example:  graphbuild eval tests/gold --floor tests/gold/floors.toml")
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--errors", is_flag=True, help="List what was missed and what is extra.")
@click.option("--floor", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="TOML of least F1 by heading.")
@click.pass_context
def evaluate(context: click.Context, gold: tuple[Path, ...], errors: bool, floor: Path | None) -> None:
    """Score each GOLD.json (or folder of them) against the graph of its text, built alone."""
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


@cli.command(epilog="Example:  graphbuild view other.ttl --to other.html")
@click.argument("graph", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help="The page to write  [graph.html beside the graph]")
@OUTPUT
def view(graph: Path | None, to: Path | None, output: Path) -> None:
    """Draw a graph as one page that needs no network."""
    path = graph or output / "graph.ttl"
    target = to or path.with_suffix(".html")
    target.write_text(page(parse(path)), "utf-8", newline="")
    click.echo(target)


def main() -> None:
    cli(prog_name="graphbuild")


def settings(config: Path | None) -> dict[str, object]:
    """What graphbuild.toml says for every command; without --config it may be missing."""
    path = config or Path(CONFIG)
    if config is None and not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as trouble:
        raise BrokenKnowledge(f"{path}: {trouble}", 'write lines such as output = "output"') from trouble


def report(context: click.Context, issues: Sequence[Issue], sound: str) -> None:
    """Issues are data: one a line; any of them closes the gate."""
    for issue in issues:
        click.echo("\t".join(filter(None, (issue.severity, issue.rule, issue.where, issue.message, issue.remedy))))
    if not issues:
        click.echo(sound)
    context.exit(GATE if issues else 0)


def progress(stage: str, done: int, total: int) -> None:
    """A bar on a terminal, nothing elsewhere."""
    if sys.stderr.isatty():
        filled = WIDTH * done // max(total, 1)
        click.echo(f"\r{stage:8s}[{'#' * filled:{WIDTH}s}] {done}/{total} ", err=True, nl=stage == "done")


def say(message: str) -> None:
    """Trouble goes to standard error; click leaves the colour off where nobody would see it or NO_COLOR asks."""
    message = f"graphbuild: {message}"
    click.echo(message if "NO_COLOR" in os.environ else click.style(message, fg="red"), err=True)
