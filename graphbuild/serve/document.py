"""A request for documents or one of them in, its page out: the text with all that was read in it marked."""

from typing import Any

from rdflib.namespace import RDF

from graphbuild.graph.namespaces import GB
from graphbuild.serve.evidence import Document
from graphbuild.serve.http import Refused, Request, Response
from graphbuild.serve.marked import MOST_TEXT, pieces
from graphbuild.serve.paging import Slice, number_of, slice_of
from graphbuild.serve.rendering import page
from graphbuild.serve.thing import wanted
from graphbuild.serve.world import World

SIZE = 60


def listing(world: World, request: Request) -> Response:
    """The newest first."""
    found = sorted(world.reader.sources, key=lambda each: (each.date, each.title, each.iri), reverse=True)
    if text := request.value("q").strip():
        found = [each for each in found if text in each.title or text in each.publisher or text in each.file]
    shown: Slice[Document] = slice_of(found, number_of(request), SIZE)
    return page(world, request, "documents.html", shown=shown, text=text)


def show(world: World, request: Request) -> Response:
    iri = wanted(world, request)
    if str(GB.Document) not in world.reader.told(iri).get(str(RDF.type), ()):
        raise Refused(404, "the graph knows no such document")
    document = world.reader.document(iri)
    text, said = world.reader.text(document.text), world.marker.statements(iri)
    end = min(document.end or len(text), document.start + MOST_TEXT)
    lines = [line for line in pieces(text[document.start : end], said, document.start) if any(p.text.strip() for p in line)]
    told: dict[str, Any] = {"lines": lines, "cut": end < (document.end or len(text)), "bare": not text}
    articles = world.reader.articles(document) if document.text else [document]
    return page(world, request, "document.html", document=document, said=said, articles=articles, **told)
