"""`graphbuild diff`: two graphs in, what the newer one says differently out."""

import json
from pathlib import Path

import click

from graphbuild.export import saved
from graphbuild.graph import parse
from graphbuild.view import Look
from graphbuild.view.changes import compare
from graphbuild.view.changes_page import page
from graphbuild.view.changes_told import rows, text
from graphbuild.view.words import phrases, words

GRAPH = click.Path(exists=True, path_type=Path)


@click.command("diff", epilog="Example:  graphbuild diff output.old output --html changes.html")
@click.argument("old", type=GRAPH)
@click.argument("new", type=GRAPH)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a view instead of lines: green is new, red is gone, yellow has changed.",
)
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="What classes and relations are called in.",
)
def diff(old: Path, new: Path, as_json: bool, html: Path | None, lang: str) -> None:
    """What NEW says differently from OLD (graphs, or folders that a build wrote): things and statements, with sentences."""
    before, after = (parse(path / "graph.ttl" if path.is_dir() else path) for path in (old, new))
    changes = compare(before, after)
    if as_json:
        click.echo(json.dumps(rows(changes, words(lang)), ensure_ascii=False, indent=2))
    elif not html and (told := text(changes, words(lang))):
        click.echo(told)
    if html:
        look = Look(language=lang, title=phrases(lang, "reports/words.json")["diffTitle"])
        saved(html, page(before, after, changes, look))
        click.echo(html, err=True)
