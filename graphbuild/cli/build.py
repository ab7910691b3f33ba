"""`graphbuild build`: texts in, an output folder out."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from graphbuild import pipeline
from graphbuild.cli.common import FAILED, OUTPUT, Told, say
from graphbuild.cli.known import keep, known
from graphbuild.graph.namespaces import BASE
from graphbuild.knowledge import home
from graphbuild.model import Issue
from graphbuild.resolve import IDLE

FEW = 5


@click.command("build", epilog="Example:  graphbuild build news/ report.pdf -o output")
@click.argument("paths", nargs=-1)
@OUTPUT
@click.option(
    "--base", default=BASE, show_default=True, envvar="GRAPHBUILD_BASE", help="What every thing's IRI begins with."
)
@click.option("--jobs", type=click.IntRange(0), default=0, help="Processes that read  [as many as there are cores]")
@click.option("--fresh", is_flag=True, help="Read every text again and remember it anew, whatever earlier builds remembered.")
@click.option(
    "--engine", type=click.Choice(pipeline.ENGINES),
    help="Write parts/*.nq.gz instead of one graph: by the processes of this machine (pool) or of many (dask).",
)
@click.option("--scheduler", default="", metavar="ADDRESS", envvar="DASK_SCHEDULER_ADDRESS", help="Where Dask's scheduler is.")
@click.pass_context
def build(
    context: click.Context, paths: tuple[str, ...], output: Path, base: str, jobs: int, fresh: bool, engine: str | None,
    scheduler: str,
) -> None:
    """Read PATHS (files, folders, - for standard input; the seeds if none) into a graph.

    Writes graph.ttl, texts/, issues.jsonl, report.json and graph.html, all at once or not at all.
    What each text said is remembered beside the output (.output.cache), so that the next build reads only what changed;
    what an earlier build wrote is no text to read.
    """
    told, paths = Told(), paths or seeds(output)
    if engine:
        context.exit(in_parts(paths, output, base, told, jobs, engine, scheduler))
    memory = pipeline.memory_of(output)
    knowledge = known(memory)
    built = pipeline.build(paths, output, knowledge, base, told, jobs, fresh, waits)
    keep(knowledge, memory)
    for issue in built.unread:
        say(f"{issue.message}: {issue.remedy}")
    for line in unheard(built.issues):
        say(line)
    if built.places:
        counted = f"{len(built.places)} documents, {built.told('things')} things, {built.told('facts')} facts"
        click.echo(f"{output / 'graph.ttl'}: {counted}, {built.triples} triples, {len(built.issues)} issues")
    elif not built.unread:
        say("no text found: give files or folders that hold .txt .md .html .pdf .docx")
    context.exit(FAILED if built.unread or not built.places else 0)


def unheard(issues: Sequence[Issue]) -> Iterator[str]:
    """Judgements that changed nothing, for whoever has just written them."""
    idle = [issue for issue in issues if issue.rule == IDLE]
    yield from (f"{issue.where}: {issue.message}: {issue.remedy}" for issue in idle[:FEW])
    if len(idle) > FEW:
        yield f"{len(idle) - FEW} more rows of decisions.tsv changed nothing: issues.jsonl lists them"


def seeds(output: Path) -> tuple[str, ...]:
    """Whoever meant his own folder is told whose texts are read."""
    say(f"no PATHS given: reading the seeds that come along into {output} (your own texts: graphbuild build FOLDER)")
    return (str(home("seeds")),)


def waits(process: int) -> None:
    say(f"another build (process {process}) writes here: waiting for its end")


def in_parts(paths: tuple[str, ...], output: Path, base: str, told: Told, jobs: int, engine: str, scheduler: str) -> int:
    """The exit code."""
    made = pipeline.build_parts(paths, output, known(), base, told, jobs, engine, scheduler, waits)
    for issue in made.unread:
        say(f"{issue.message}: {issue.remedy}")
    figures = ", ".join(f"{made.counts[name]} {name}" for name in ("documents", "things", "facts", "triples"))
    click.echo(f"{output / 'parts'}: {figures}")
    return FAILED if made.unread or not made.counts["documents"] else 0
