"""A graph in, the text of one HTML page out: data, style and programs inside, nothing fetched from anywhere."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from graphbuild.view.data import data, dump
from graphbuild.view.gathered import Part
from graphbuild.view.index import Triples
from graphbuild.view.kept import NOTHING, Kept
from graphbuild.view.network import Scene
from graphbuild.view.packed import packed
from graphbuild.view.part import whole
from graphbuild.view.stories import Stories
from graphbuild.view.style import file, style
from graphbuild.view.words import LANGUAGES, inverses, phrases, words

LIBRARY = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")
# The page's program, in the order in which its parts build on one another.
PARTS = (
    "inflate",
    "packed",
    "data",
    "opened",
    "state",
    "shown",
    "places",
    "draw",
    "lens",
    "acts",
    "facts",
    "panel",
    "find",
    "legend",
    "table",
    "picture",
    "save",
    "keys",
)


@dataclass(frozen=True)
class Look:
    """How a page opens: on what, in which language, and whether inside another page."""

    focus: str = ""
    depth: int = 1
    language: str = "zh"
    embedded: bool = False
    title: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)

    def inside(self) -> "Look":
        return replace(self, embedded=True)

    def changed(self, changes: Mapping[str, Any]) -> "Look":
        return replace(self, changes=changes)

    def opening(self) -> Mapping[str, Any]:
        return {name: getattr(self, name) for name in ("focus", "depth", "language", "embedded", "title")}


def page(graph: Triples, look: Look = Look(), left: tuple[int, int] = (0, 0), kept: Kept = NOTHING) -> str:
    """`left` things and statements of a larger graph are not in this one, which the page says."""
    stories = Stories(graph)
    return render(stories, look, whole(stories).without(left), kept)


def render(stories: Stories, look: Look, drawn: Scene, kept: Kept = NOTHING) -> str:
    return written(data(drawn, stories.index, kept), look)


def large(parts: Sequence[Part], base: str, look: Look = Look(), kept: Kept = NOTHING) -> str:
    """The page of what many parts show; it holds all of it, packed."""
    story, packs = packed(parts, base, kept)
    return written(story, look, packs)


def written(story: Mapping[str, Any], look: Look, packs: str = "") -> str:
    """Every label is inert: it travels as JSON, or in Base64, and is set as text; only our own two programs may run."""
    said = {language: words(language) for language in LANGUAGES}
    ours = {language: phrases(language) for language in LANGUAGES}
    more = {"words": said, "phrases": ours, "opening": look.opening(), "changes": look.changes, "inverse": inverses()}
    story = {**story, "style": asdict(style()), **more}
    library, program = vis_network(), programs()
    environment = Environment(
        loader=PackageLoader("graphbuild.view", "web"), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("page.html").render(
        style=file("web/page.css"), library=library, program=program, story=dump(story), packs=packs, language=look.language,
        say=phrases(look.language), title=look.title, allowed=allowed(),
    )  # fmt: skip


def allowed() -> str:
    """The two programs that may run, as a Content-Security-Policy names them; a page around this one must allow them too."""
    return f"{digest(vis_network())} {digest(programs())}"


@cache
def programs() -> str:
    """All parts as one strict program whose names nobody outside sees."""
    parts = "\n".join(file(f"web/{part}.js") for part in PARTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


@cache
def vis_network() -> str:
    """The copy that pyvis ships, without its last line, which would have a browser ask for a source map."""
    text = files("pyvis").joinpath(*LIBRARY).read_text("utf-8")
    return text.partition("//# sourceMappingURL")[0]


def digest(program: str) -> str:
    """A program's hash as a Content-Security-Policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(program.encode()).digest()).decode()}'"
