"""A graph in, the text of one HTML page out: data, style and programs inside, nothing fetched from anywhere."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from rdflib import OWL, RDFS, Graph

from graphbuild.knowledge import home
from graphbuild.knowledge.terms import local, ontology
from graphbuild.view.data import data, dump
from graphbuild.view.network import scene
from graphbuild.view.stories import Stories
from graphbuild.view.style import file, phrases

LIBRARY = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")
# The page's program, in the order in which its parts build on one another.
PARTS = ("data", "state", "shown", "places", "draw", "facts", "panel", "find", "legend", "table", "picture", "save", "keys")
LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Look:
    """How a page opens: on what, in which language, and whether inside another page."""

    focus: str = ""
    depth: int = 1
    language: str = "zh"
    embedded: bool = False
    title: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)


def page(graph: Graph, look: Look = Look()) -> str:
    return render(Stories(graph), look)


def render(stories: Stories, look: Look) -> str:
    """Every label is inert: it travels as JSON and is set as text, and only our own two programs may run."""
    drawn = scene(list(stories.things.values()), stories.said())
    said = {language: dict(words(language)) for language in LANGUAGES}
    ours = {language: phrases(language) for language in LANGUAGES}
    opening = {"focus": look.focus, "depth": look.depth, "language": look.language, "embedded": look.embedded, "title": look.title}
    story = data(drawn, stories.index, {"words": said, "phrases": ours, "opening": opening, "changes": dict(look.changes), "inverse": inverses()})
    library, program = vis_network(), programs()
    environment = Environment(loader=PackageLoader("graphbuild.view", "page"), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("page.html").render(
        style=file("page/page.css"), library=library, program=program, story=dump(story), language=look.language,
        say=phrases(look.language), title=look.title, allowed=f"{digest(library)} {digest(program)}",
    )  # fmt: skip


@cache
def programs() -> str:
    """All parts as one strict program whose names nobody outside sees."""
    parts = "\n".join(file(f"page/{part}.js") for part in PARTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


@cache
def vis_network() -> str:
    """The copy that pyvis ships, without its last line, which would have a browser ask for a source map."""
    text = files("pyvis").joinpath(*LIBRARY).read_text("utf-8")
    return text.partition("//# sourceMappingURL")[0]


@cache
def words(language: str) -> Mapping[str, str]:
    """What classes, relations and states are called, from the ontology."""
    labels = ontology(home("ontology")).subject_objects(RDFS.label)
    return {local(term): str(label) for term, label in sorted(labels) if getattr(label, "language", "") == language}


@cache
def inverses() -> Mapping[str, str]:
    """What a relation is called from its other end."""
    pairs = sorted((local(one), local(other)) for one, other in ontology(home("ontology")).subject_objects(OWL.inverseOf))
    return {**{other: one for one, other in pairs}, **dict(pairs)}


def digest(program: str) -> str:
    """A program's hash as a Content-Security-Policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(program.encode()).digest()).decode()}'"
