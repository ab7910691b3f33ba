"""`graphbuild view`: a graph in, a page, a fragment or a picture out."""

from dataclasses import replace
from pathlib import Path

import click

from graphbuild.building.page import page_again
from graphbuild.cli.common import OUTPUT
from graphbuild.cli.drawn import Drawn, drawn, places
from graphbuild.export import saved
from graphbuild.view import Kept, Look, embed, mermaid, part, pointing, render, sketch, svg, whole
from graphbuild.view.png import png

ENDINGS = {"page": ".html", "embed": ".embed.html", "svg": ".svg", "png": ".png", "mermaid": ".mmd"}


@click.command("view", epilog="Example:  graphbuild view --focus 中原区 --depth 2 --svg")
@click.argument("graph", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option(
    "--to",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; - for standard output  [beside the graph]",
)
@click.option("--focus", metavar="NAME", default="", help="Open on this thing: a name, an alias or an IRI.")
@click.option("--depth", type=click.IntRange(1, 3), default=2, show_default=True, help="How many steps around it.")
@click.option(
    "--embed",
    "form",
    flag_value="embed",
    help="A fragment for another page: a sandboxed iframe; prints the code that shows it.",
)
@click.option("--svg", "form", flag_value="svg", help="A static picture whose text stays text.")
@click.option("--png", "form", flag_value="png", help="A static picture in pixels.")
@click.option("--mermaid", "form", flag_value="mermaid", help="A picture for Markdown.")
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="What the view speaks at first."
)
@click.option("--title", default="", help="The heading  [the name, or the page's own]")
@OUTPUT
def view(
    graph: Path | None, to: Path | None, focus: str, depth: int, form: str | None, lang: str, title: str, output: Path
) -> None:
    """Draw a graph, or the part of it around one thing, as one page that needs no network, or as a picture."""
    path = graph or output / "graph.ttl"
    form = form or "page"
    look = Look("", depth if focus else 1, lang, title=title or focus)
    again = page_again(path, look) if form == "page" and not focus else ""  # of a large graph, by what its build remembers
    target = to or beside(path, focus, form)
    write(target, again or anew(path, look, focus, depth, form))
    if str(target) != "-":
        click.echo(pointing(target.name, look.title) if form == "embed" else target)


def anew(path: Path, look: Look, focus: str, depth: int, form: str) -> str | bytes:
    told = drawn(path, focus, depth + 1 if form == "page" else depth)  # a page has something to expand
    return draw(told, replace(look, focus=told.focus), form, places(path))


def beside(path: Path, focus: str, form: str) -> Path:
    """A part is named after its thing, so that it never takes the place of the whole."""
    name = "".join(c if c.isalnum() else "_" for c in focus)[:60] or path.stem
    return path.with_name(name + ENDINGS[form])


def draw(told: Drawn, look: Look, form: str, kept: Kept) -> str | bytes:
    stories = told.stories
    if form == "page":
        return render(stories, look, whole(stories, look.focus).without(told.left), kept)
    if form == "embed":
        return embed(stories, look, left=told.left)
    scene = part(stories, look.focus, look.depth) if look.focus else sketch(stories)
    if form == "mermaid":
        return mermaid(scene, look.language)
    picture = svg(scene, look.language, look.title)
    if form == "svg":
        return picture
    pixels, font = png(picture)
    click.echo(f"graphbuild: words drawn with {font}", err=True)
    return pixels


def write(target: Path, made: str | bytes) -> None:
    if str(target) == "-":
        click.echo(made, nl=False)
    else:
        saved(target, made)
