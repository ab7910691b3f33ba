"""A dossier in, one HTML page or one Markdown text out, by our template or the user's."""

import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from graphbuild.view.dossier import dossier
from graphbuild.view.embed import embed
from graphbuild.view.mermaid import mermaid
from graphbuild.view.page import Look, allowed
from graphbuild.view.part import part
from graphbuild.view.promises import Promised
from graphbuild.view.stories import Stories
from graphbuild.view.style import file
from graphbuild.view.svg import svg
from graphbuild.view.words import phrases

# What Markdown or the HTML inside it would take for its own.
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!$&])")
NEAR = 40  # things in a picture on paper


def template(kind: str) -> str:
    """Our own template, for whoever wants to change a copy of it."""
    return file(f"reports/dossier.{kind}")


def html(
    stories: Stories, look: Look, own: Path | None = None, alive: bool = True, ledger: Sequence[Promised] = ()
) -> str:
    """On a screen the picture answers clicks, on paper it is a drawing; without `alive` it is a drawing on both."""
    told = dossier(stories, look.focus, look.language, ledger)
    view = embed(stories, look) if alive and told.ties.rows else ""
    picture = svg(part(stories, look.focus, look.depth, NEAR), look.language, told.name) if told.ties.rows else ""
    return environment(autoescape=True).from_string(own.read_text("utf-8") if own else template("html")).render(
        dossier=told, say=say(look.language), language=look.language, picture=picture, view=view,
        allowed=allowed() if view else "", style=file("reports/dossier.css"),
    )  # fmt: skip


def markdown(stories: Stories, look: Look, own: Path | None = None, ledger: Sequence[Promised] = ()) -> str:
    told = dossier(stories, look.focus, look.language, ledger)
    drawn = mermaid(part(stories, look.focus, look.depth, NEAR), look.language) if told.ties.rows else ""
    text = own.read_text("utf-8") if own else template("md")
    written = (
        environment(autoescape=False)
        .from_string(text)
        .render(dossier=told, say=say(look.language), language=look.language, mermaid=drawn)
    )
    return re.sub(r"\n{3,}", "\n\n", written).rstrip() + "\n"


def say(language: str) -> dict[str, str]:
    return dict(phrases(language, "reports/words.json"))


def environment(autoescape: bool) -> SandboxedEnvironment:
    """A template that comes from elsewhere can lay out, and nothing more."""
    made = SandboxedEnvironment(autoescape=autoescape, undefined=StrictUndefined)
    made.filters["md"] = plain
    return made


def plain(text: str) -> str:
    return MARKUP.sub(r"\\\1", " ".join(text.split()))
