"""Words typed at a prompt in, commands run out: the only place that prints, exits and reads the environment."""

from pathlib import Path

import click

from graphbuild import __version__
from graphbuild.cli.ask import ask_graph
from graphbuild.cli.build import build
from graphbuild.cli.check import check_knowledge, validate_graph
from graphbuild.cli.common import CONFIG, HERE, Commands, settings
from graphbuild.cli.conflicts import list_conflicts
from graphbuild.cli.diff import diff
from graphbuild.cli.evaluate import evaluate
from graphbuild.cli.explain import explain_thing
from graphbuild.cli.export import export
from graphbuild.cli.holders import list_holders
from graphbuild.cli.promises import list_promises
from graphbuild.cli.push import push
from graphbuild.cli.query import query_graph
from graphbuild.cli.report import report
from graphbuild.cli.review import review
from graphbuild.cli.serve import serve
from graphbuild.cli.view import view

COMMANDS = (
    build, check_knowledge, validate_graph, explain_thing, evaluate, view, report, diff, query_graph, ask_graph, list_promises,
    list_holders, list_conflicts, export, push, review, serve,
)  # fmt: skip


@click.group(cls=Commands, context_settings=HERE, epilog="Example:  graphbuild build texts/ -o output")
@click.version_option(__version__)
@click.option("--config", type=click.Path(dir_okay=False, path_type=Path), envvar="GRAPHBUILD_CONFIG", help=CONFIG)
@click.pass_context
def cli(context: click.Context, config: Path | None) -> None:
    """From Chinese local-government texts to a graph in which every statement leads to its words.

    Options come from the command line, else the environment (GRAPHBUILD_OUTPUT …), else graphbuild.toml.
    """
    context.default_map = {name: settings(config) for name in cli.commands}


for command in COMMANDS:
    cli.add_command(command)


def main() -> None:
    cli(prog_name="graphbuild")
