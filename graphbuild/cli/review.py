"""`graphbuild review`: the doubtful pairs of a build in, people's judgements in decisions.tsv out."""

import getpass
from contextlib import suppress
from pathlib import Path

import click

from graphbuild.cli.common import OUTPUT, say
from graphbuild.errors import BrokenKnowledge, Unanswerable
from graphbuild.knowledge import home
from graphbuild.knowledge.decisions import FILE, JUDGEMENTS, record
from graphbuild.knowledge.verdicts import Verdict
from graphbuild.query.identity import doubts, lines, pairs

ANSWERS = {"s": "same", "d": "different"}


def judge() -> str:
    """The user's name, as the environment or the system knows it."""
    with suppress(KeyError, ImportError, OSError):
        return getpass.getuser()
    return ""


@click.command("review", epilog="Example:  graphbuild review same 甲园 甲文创园 --why 'renamed in 2022'")
@click.argument("judgement", nargs=-1, metavar="[JUDGEMENT LEFT RIGHT]")
@click.option("--ask", is_flag=True, help="Ask for each doubtful pair: s same, d different, n next, q quit.")
@click.option(
    "--decisions", type=click.Path(dir_okay=False, path_type=Path), help="Where to write  [decisions.tsv beside the texts]"
)
@click.option("--who", default=judge, help="Who judges.", show_default="the user's name")
@click.option("--why", default="", help="The reason.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many pairs.")
@OUTPUT
def review(
    judgement: tuple[str, ...], ask: bool, decisions: Path | None, who: str, why: str, limit: int, output: Path
) -> None:
    """List the names that could be one thing, most valuable first, or write a judgement of them.

    JUDGEMENT is same, different, wrong ("甲 inspects" 乙) or name (any name, the right one). NAME@PLACE tells which
    of several bearers is meant. Judgements win over every rule and survive every rebuild.
    """
    if judgement:
        write(decisions or beside(pairs(output)), judgement, who, why)
        return
    found = pairs(output)
    for n, pair in enumerate(doubts(found)[:limit]):
        click.echo("\n".join([f"{n + 1}. {' | '.join(pair.refs)}", *list(lines(pair))[1:]]))
        if ask and not answered(pair, decisions or beside(found), who, why):
            return
    if not doubts(found):
        click.echo("nothing is doubtful")


def answered(pair: Verdict, file: Path, who: str, why: str) -> bool:
    """Whether to go on; an answer that contradicts earlier ones is refused, and the next pair is asked."""
    answer = click.prompt("same, different, next, quit", type=click.Choice(["s", "d", "n", "q"]), default="n")
    if answer in ANSWERS:
        reason = why or click.prompt("why", default="", show_default=False)
        try:
            write(file, (ANSWERS[answer], *pair.refs), who, reason)
        except BrokenKnowledge as trouble:
            say(str(trouble))
    return bool(answer != "q")


def write(file: Path, judgement: tuple[str, ...], who: str, why: str) -> None:
    if len(judgement) != 3 or judgement[0] not in JUDGEMENTS:
        raise click.UsageError(f"write JUDGEMENT LEFT RIGHT, JUDGEMENT one of {', '.join(JUDGEMENTS)}")
    record(file, dict(zip(("judgement", "left", "right"), judgement, strict=True)) | {"who": who, "why": why})
    click.echo(f"{file}: {' '.join(judgement)} (it holds from the next build on: graphbuild build)")


def beside(found: list[Verdict]) -> Path:
    """The decisions.tsv that the next build of the same texts will read."""
    folders = {Path(source).parent for pair in found for source in pair.sources}
    if folders == {Path("seeds")}:
        return home("seeds") / FILE
    if len(folders) != 1:
        raise Unanswerable("the texts lie in several folders", "say which decisions.tsv: --decisions FILE")
    return folders.pop() / FILE
