"""A graph in, the text of one HTML page out: data, style and programs inside, nothing fetched from anywhere."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from rdflib import RDFS, Graph

from graphbuild.knowledge import home
from graphbuild.knowledge.terms import local, ontology
from graphbuild.view.network import COLOURS, OTHER, kind_of, network
from graphbuild.view.stories import Stories

LIBRARY = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")


def page(graph: Graph) -> str:
    """Every label is inert: it travels as JSON and is set as text, and only our own two programs may run."""
    style, ours = (files(__package__).joinpath(name).read_text("utf-8") for name in ("page.css", "page.js"))
    environment = Environment(loader=PackageLoader("graphbuild.view", ""), autoescape=True, undefined=StrictUndefined)
    library = vis_network()
    return environment.get_template("page.html").render(
        style=style, library=library, program=ours, story=story(graph), allowed=f"{digest(library)} {digest(ours)}"
    )


def vis_network() -> str:
    """The copy that pyvis ships, without its last line, which would have a browser ask for a source map."""
    text = files("pyvis").joinpath(*LIBRARY).read_text("utf-8")
    return text.partition("//# sourceMappingURL")[0]


def story(graph: Graph) -> str:
    """The page's data; `<` is escaped so that no text can end the element that holds it."""
    stories = Stories(graph, words())
    said = [*stories.edges(), *stories.notes()]
    edges = [each for each in said if each.object]
    net = network(stories.things, edges)
    kinds = sorted({kind_of(thing) for thing in stories.things.values()})
    data = {
        "nodes": net.nodes,
        "edges": net.edges,
        "things": {iri: asdict(thing) for iri, thing in stories.things.items()},
        "said": [asdict(each) for each in edges],
        "notes": [asdict(each) for each in said if not each.object],
        "colours": {kind: COLOURS.get(kind, OTHER) for kind in kinds},
        "words": words(),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def words() -> Mapping[str, str]:
    """What classes, relations and states are called in Chinese, from the ontology."""
    labels = ontology(home("ontology")).subject_objects(RDFS.label)
    return {local(term): str(label) for term, label in sorted(labels) if getattr(label, "language", "") == "zh"}


def digest(program: str) -> str:
    """A program's hash as a Content-Security-Policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(program.encode()).digest()).decode()}'"
