"""NAME@PLACE and the bearers of that name in, those that are meant out; and how each of several bearers is to be written."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, SKOS
from rdflib.term import Node

from graphbuild.graph.namespaces import GB, OA
from graphbuild.text.squash import squash

AT = "@"
NOWHERE = re.compile(r"(?:.*-)?[0-9a-f]{8}")  # the home of what is named in a text of no known area


def apart(ref: str) -> tuple[str, str]:
    """NAME@PLACE as name and place; a name may itself hold the sign."""
    name, _, place = ref.rpartition(AT)
    return (name.strip(), place.strip()) if name.strip() and place.strip() else (ref, "")


def home(iri: str, name: str = "") -> str:
    """What an IRI ends in after the name: the area that the name holds in, and what tells it from a namesake there."""
    last = re.split("[/#]", iri)[-1]
    return last.removeprefix(f"{name}.") if name and last.startswith(f"{name}.") else last.partition(".")[2]


def meant(graph: Graph, bearers: Iterable[URIRef], place: str) -> list[URIRef]:
    """Those of that very home; else those of that area; else those of whom a file of that name speaks."""
    found, wanted = list(bearers), even(place)
    told = ([node for node in found if wanted in map(even, tell(graph, node))] for tell in (homes, areas, files))
    return next(filter(None, told), [])


def even(place: str) -> str:
    return squash(place).lower()


def places(graph: Graph, node: URIRef) -> set[str]:
    """All that may stand for it behind the sign."""
    return {even(place) for tell in (homes, areas, files) for place in tell(graph, node)} - {""}


def homes(graph: Graph, node: URIRef) -> Iterator[str]:
    yield from (home(node, str(label)) for label in graph.objects(node, SKOS.prefLabel))


def areas(graph: Graph, node: URIRef) -> Iterator[str]:
    """朝阳区-110105 is a 朝阳区."""
    yield home(node).partition(".")[0].partition("-")[0]
    for area in graph.objects(node, GB.locatedIn):
        yield from map(str, graph.objects(area, SKOS.prefLabel))


def files(graph: Graph, node: Node) -> set[str]:
    """Without their endings, those that speak of it."""
    told = {node, *graph.subjects(None, node)}
    places = {place for one in told for place in graph.objects(one, GB.evidence)}
    texts = {text for place in places for text in graph.objects(place, OA.hasSource)}
    return {Path(str(source)).stem for text in texts for source in graph.objects(text, DCTERMS.source)}


def spoken_of(graph: Graph, bearers: Iterable[URIRef]) -> list[URIRef]:
    """Those of whom a text says something; where that is one alone, all: the asker may still mean another."""
    found = list(bearers)
    told = [node for node in found if is_spoken_of(graph, node)] if len(found) > 2 else []
    return told if len(told) > 1 else found


def is_spoken_of(graph: Graph, node: URIRef) -> bool:
    """Whether a text says something of it, more than its name."""
    claims = (claim for claim, end in graph.subject_predicates(node) if end != GB.carried)
    return any((claim, GB.evidence, None) in graph for claim in claims)


def written(bearers: Mapping[str, str], graph: Graph) -> dict[str, str]:
    """By its IRI how each is to be written: by its name where no other bears it, by NAME@PLACE where that tells, else by IRI."""
    told = Counter(bearers.values())
    placed = {iri: f"{name}{AT}{place(graph, iri, name)}" for iri, name in bearers.items() if told[name] > 1}
    clear = Counter(placed.values())
    return {
        iri: name if told[name] == 1 else placed[iri] if clear[placed[iri]] == 1 and home(iri, name) else f"<{iri}>"
        for iri, name in bearers.items()
    }


def place(graph: Graph, iri: str, name: str) -> str:
    """Its home; of what is at home nowhere the one file that speaks of it, which says more than its hash."""
    own = home(iri, name)
    told = files(graph, URIRef(iri)) if NOWHERE.fullmatch(own) else set()
    return min(told) if len(told) == 1 else own
