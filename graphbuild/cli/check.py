"""`graphbuild check` and `validate`: the ontology or a graph in, what is wrong with it out."""

import os
from pathlib import Path

import click

from graphbuild.cli.common import OUTPUT, report
from graphbuild.cli.known import problems
from graphbuild.graph.validation_parts import validate_file
from graphbuild.knowledge import home


@click.command("check", epilog="Example:  graphbuild check")
@click.pass_context
def check_knowledge(context: click.Context) -> None:
    """Check what is known beforehand: half relations, missing labels, failing examples, lists without a source."""
    report(context, problems(home("ontology"), trying=True)[1], "ontology: all is well")


@click.command("validate", epilog="Example:  graphbuild validate output/graph.ttl")
@click.argument("graph", type=click.Path(dir_okay=False, path_type=Path), required=False)
@OUTPUT
@click.pass_context
def validate_graph(context: click.Context, graph: Path | None, output: Path) -> None:
    """Check a graph against the shapes of the ontology."""
    path = graph or output / "graph.ttl"
    report(context, validate_file(path, len(os.sched_getaffinity(0))), f"{path}: conforms")
