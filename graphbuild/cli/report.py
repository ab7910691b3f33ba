"""`graphbuild report`: the name of a thing in, a dossier of it out."""

from collections.abc import Sequence
from pathlib import Path

import click

from graphbuild.cli.drawn import drawn
from graphbuild.export import saved
from graphbuild.query.promises import Row, promises
from graphbuild.view import Look, Stories
from graphbuild.view.reports import html, markdown, template, word

ENDINGS = (".html", ".htm", ".md", ".docx")


@click.command("report", epilog="Example:  graphbuild report 中原区 -o dossier.html")
@click.argument("name")
@click.option(
    "-o",
    "--to",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file: .html, .md or .docx  [NAME.html]",
)
@click.option("--from", "output", type=click.Path(path_type=Path), default=Path("output"), show_default=True,
              envvar="GRAPHBUILD_OUTPUT", help="The folder that a build wrote, or a graph.")  # fmt: skip
@click.option(
    "--template",
    "own",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Your own template; for .docx a document whose styles are used.",
)
@click.option(
    "--print-template", is_flag=True, help="Print the built-in template of the file's kind, to change a copy of it."
)
@click.option(
    "--depth", type=click.IntRange(1, 3), default=2, show_default=True, help="How many steps the picture goes."
)
@click.option("--static", is_flag=True, help="A drawing instead of the view that answers clicks: a small file.")
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="The report's own words."
)
def report(
    name: str,
    target: Path | None,
    output: Path,
    own: Path | None,
    print_template: bool,
    depth: int,
    static: bool,
    lang: str,
) -> None:
    """A dossier of a project, an official, a company or an area, each line with the numbers of its sentences."""
    target = target or Path("".join(c if c.isalnum() else "_" for c in name)[:60] + ".html")
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise click.UsageError(f"{target}: a report is one of {', '.join(ENDINGS)}")
    if print_template:
        click.echo(template("md" if ending == ".md" else "html"), nl=False)
        return
    if not name.strip():
        raise click.UsageError("a report is about a thing: give its name")
    path = output / "graph.ttl" if output.is_dir() else output
    told = drawn(path, name, depth)
    look = Look(told.focus, depth, lang, title=name)
    write(target, ending, told.stories, look, own, static, promises(told.graph, path.parent / "texts"))
    click.echo(target)


def write(
    target: Path, ending: str, stories: Stories, look: Look, own: Path | None, static: bool, ledger: Sequence[Row]
) -> None:
    if ending == ".docx":
        saved(target, word(stories, look, own, ledger))
    elif ending == ".md":
        saved(target, markdown(stories, look, own, ledger))
    else:
        saved(target, html(stories, look, own, not static, ledger))
