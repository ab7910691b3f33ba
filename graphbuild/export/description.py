"""A file of RDF in, what it holds in VoID and DCAT out: what catalogues and crawlers read before they load a graph."""

from collections import Counter
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, XSD

from graphbuild.export.ntriples import blocks, lines
from graphbuild.graph import serialize
from graphbuild.graph.namespaces import BASE, GB, VOCABULARIES

VOID, DCAT = Namespace("http://rdfs.org/ns/void#"), Namespace("http://www.w3.org/ns/dcat#")
TURTLE = URIRef("https://www.iana.org/assignments/media-types/text/turtle")
CHINESE = URIRef("http://id.loc.gov/vocabulary/iso639-1/zh")
TITLE = Literal("Graph of local-government texts, built by graphbuild", lang="en")
TYPE, DOCUMENT = str(RDF.type), str(GB.Document)


class Described:
    """The description grows as triples of its own; every node of it has an IRI under that of the data set."""

    def __init__(self, base: str) -> None:
        self.dataset = URIRef(f"{base}dataset")
        self.graph = Graph(bind_namespaces="core")
        ours = ("void", VOID), ("dcat", DCAT), ("dataset", Namespace(f"{self.dataset}/"))
        for prefix, namespace in (*VOCABULARIES.items(), *ours):
            self.graph.bind(prefix, namespace)

    def say(self, subject: URIRef, *said: tuple[URIRef, URIRef | Literal]) -> None:
        for predicate, object in said:
            self.graph.add((subject, predicate, object))

    def parts(self, link: URIRef, kind: URIRef, count: URIRef, counts: Counter[str]) -> None:
        """A partition a class or property, numbered by its place in the alphabet."""
        for n, (term, total) in enumerate(sorted(counts.items())):
            part = URIRef(f"{self.dataset}/{kind.rpartition('#')[2]}-{n}")
            self.say(self.dataset, (link, part))
            self.say(part, (RDF.type, VOID.Dataset), (kind, URIRef(term)), (count, number(total)))

    def file(self, path: Path) -> None:
        file = URIRef(f"{self.dataset}/turtle")
        with path.open("rb") as content:
            sum = Literal(file_digest(content, "sha256").hexdigest())
        self.say(self.dataset, (DCAT.distribution, file))
        self.say(
            file, (RDF.type, DCAT.Distribution), (DCTERMS.title, Literal(path.name)), (DCAT.mediaType, TURTLE),
            (DCAT.byteSize, Literal(path.stat().st_size, datatype=XSD.nonNegativeInteger)), (GB.sha256, sum),
        )  # fmt: skip


def number(count: int) -> Literal:
    return Literal(count, datatype=XSD.integer)


def void(path: Path) -> Iterator[str]:
    documents: list[str] = []
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    subjects = 0
    for subject, said in blocks(lines(path)):
        subjects += 1
        kinds = [object.value for predicate, object in said if predicate == TYPE]
        classes.update(kinds)
        properties.update(predicate for predicate, _ in said)
        documents += [subject] if DOCUMENT in kinds else []
    base = (documents[0].rpartition("document/")[0] if documents else "") or BASE
    described = Described(base)
    described.say(described.dataset, *((DCTERMS.source, URIRef(document)) for document in documents))
    described.say(
        described.dataset, (RDF.type, VOID.Dataset), (RDF.type, DCAT.Dataset), (DCTERMS.title, TITLE),
        (DCTERMS.language, CHINESE), (VOID.uriSpace, Literal(base)), (VOID.vocabulary, URIRef(GB)),
        (VOID.triples, number(properties.total())), (VOID.distinctSubjects, number(subjects)),
        (VOID.classes, number(len(classes))), (VOID.properties, number(len(properties))),
    )  # fmt: skip
    described.parts(VOID.classPartition, VOID["class"], VOID.entities, classes)
    described.parts(VOID.propertyPartition, VOID.property, VOID.triples, properties)
    described.file(path)
    yield serialize(described.graph)
