"""A request for a thing in, its page out, or its triples; for its name under /id/, the address of either."""

from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode
from rdflib.namespace import DCTERMS, RDF

from graphbuild.graph.namespaces import GB
from graphbuild.serve.endpoint import acceptable, graph_in
from graphbuild.serve.evidence import one
from graphbuild.serve.facts import Group, local_of
from graphbuild.serve.http import Refused, Request, Response, see_other
from graphbuild.serve.neighbours import neighbours
from graphbuild.serve.paging import number_of, slice_of
from graphbuild.serve.rendering import page
from graphbuild.serve.speaking import language, term
from graphbuild.serve.timeline import timeline
from graphbuild.serve.world import World
from graphbuild.serve.writing import HTML, TRIPLES

GROUP, WHOLE, RAW = 10, 50, 200


def resolve(world: World, request: Request) -> Response:
    """A thing is no page: who asks for it is led to what tells of it (Cool URIs for the Semantic Web, section 4.2)."""
    node = wanted(world, request)
    type = acceptable(request, request.value("format"), TRIPLES)
    if type == HTML:
        return see_other(world.link(node), Vary="Accept")
    link = world.link(node)
    return see_other(f"{link}{'&' if '?' in link else '?'}format={SHORT[type]}", Vary="Accept")


SHORT = {
    "text/turtle": "ttl", "application/x-turtle": "ttl", "application/n-triples": "nt", "application/ld+json": "jsonld",
    "application/json": "jsonld", "application/rdf+xml": "rdf",
}  # fmt: skip


def show(world: World, request: Request) -> Response:
    node = wanted(world, request)
    if request.value("format") or acceptable(request, "", TRIPLES) != HTML and "*/*" not in request.header("accept"):
        return described(world, node, request)
    if str(GB.Document) in world.reader.told(node).get(str(RDF.type), ()):
        return see_other(world.link(node, "document"))
    if node not in world.catalog.entries:
        return raw(world, request, node)
    groups = world.teller.groups(node)
    if key := request.value("of"):
        return whole(world, request, node, key, groups)
    near, all_near = neighbours(world.catalog, groups)
    shown = [world.teller.group(node, key, found, 0, GROUP) for key, found in groups.items()]
    days, cut = timeline(shown)
    return page(
        world, request, "thing.html", entry=world.catalog.entries[node], groups=shown, near=near, all_near=all_near,
        days=days, cut=cut or any(group.total > len(group.facts) for group in shown), code=code(world, node),
    )  # fmt: skip


def whole(world: World, request: Request, node: str, key: str, groups: Mapping[str, Sequence[str]]) -> Response:
    """All of one relation, page by page."""
    if key not in groups:
        raise Refused(404, f"nothing of that kind is said of {world.catalog.call(node)}")
    cut = slice_of(groups[key], number_of(request), WHOLE)
    group: Group = world.teller.group(node, key, groups[key], cut.number - 1, WHOLE)
    return page(world, request, "group.html", entry=world.catalog.entries[node], group=group, shown=cut)


def raw(world: World, request: Request, node: str) -> Response:
    """A node without a name, as it stands in the graph: a claim, a piece of evidence, a promise."""
    told, tongue = world.reader.told(node), language(request)
    quads = world.store.engine.quads_for_pattern(NamedNode(node), None, None)
    ends = ((q.predicate.value, getattr(q.object, "value", ""), isinstance(q.object, NamedNode)) for q in quads)
    out = sorted(row(world, tongue, *end) for end in ends)
    others = world.reader.triples(None, None, node)
    back = sorted(row(world, tongue, predicate, subject, True) for subject, predicate, _ in others)
    kind = next((called for _, text, _, called in out if text in told.get(str(RDF.type), ())), "")
    cut = max(len(out), len(back)) > RAW
    sentences = list(world.reader.sentences(told))
    return page(
        world, request, "node.html", node=node, kind=kind, sentences=sentences, out=out[:RAW], back=back[:RAW], cut=cut
    )  # fmt: skip


def row(world: World, tongue: str, predicate: str, text: str, inside: bool) -> tuple[str, str, bool, str]:
    """What leads there in words; a document by its title, a word of the vocabulary in the reader's language."""
    called = world.catalog.call(text) if inside else text
    if inside and text not in world.catalog.entries:
        called = one(world.reader.told(text), DCTERMS.title) or term(local_of(text), tongue)
    return term(local_of(predicate), tongue), text, inside, called


def described(world: World, node: str, request: Request) -> Response:
    """What the graph says with it as subject, whole."""
    type = acceptable(request, request.value("format"), TRIPLES)
    if type == HTML:
        raise Refused(406, f"this can be given as {', '.join(TRIPLES)}", Vary="Accept")
    triples = (quad.triple for quad in world.store.engine.quads_for_pattern(NamedNode(node), None, None))
    return graph_in(triples, type, dict(world.store.prefixes))


def wanted(world: World, request: Request) -> str:
    """By the end of its IRI in the path, or by the whole of it as a parameter; only what the graph speaks of."""
    iri = request.value("iri") or world.base + "/".join(request.segments[1:])
    try:
        known = any(next(world.reader.triples(*ends), None) for ends in ((iri, None, None), (None, None, iri)))
    except ValueError as trouble:
        raise Refused(400, "this is no IRI") from trouble
    if not known:
        raise Refused(404, f"the graph says nothing of {iri}")
    return iri


def code(world: World, node: str) -> str:
    return ", ".join(world.reader.told(node).get("http://www.w3.org/2004/02/skos/core#notation", ()))
