"""An endpoint's address and what it holds in, its SPARQL 1.1 Service Description out, as triples."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
VOID = "http://rdfs.org/ns/void#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
GIVEN = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples", "JSON-LD",
    "RDF_XML",
)  # fmt: skip
PREFIXES = {"sd": SD, "void": VOID, "formats": FORMATS}


def description(endpoint: str, size: int, graphs: Iterable[str]) -> Iterator[Triple]:
    service, dataset, graph = NamedNode(endpoint), BlankNode("dataset"), BlankNode("graph")
    yield Triple(service, TYPE, sd("Service"))
    yield Triple(service, sd("endpoint"), service)
    yield Triple(service, sd("supportedLanguage"), sd("SPARQL11Query"))
    for name in GIVEN:
        yield Triple(service, sd("resultFormat"), NamedNode(FORMATS + name))
    yield Triple(service, sd("defaultEntailmentRegime"), NamedNode("http://www.w3.org/ns/entailment/Simple"))
    yield Triple(service, sd("defaultDataset"), dataset)
    yield Triple(dataset, TYPE, sd("Dataset"))
    yield Triple(dataset, sd("defaultGraph"), graph)
    yield Triple(graph, TYPE, sd("Graph"))
    yield Triple(graph, NamedNode(f"{VOID}triples"), Literal(size))
    for name in graphs:
        named = BlankNode(f"g{sha256(name.encode()).hexdigest()}")
        yield Triple(dataset, sd("namedGraph"), named)
        yield Triple(named, TYPE, sd("NamedGraph"))
        yield Triple(named, sd("name"), NamedNode(name))


def sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
