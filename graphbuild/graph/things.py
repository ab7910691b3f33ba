"""An Entity in, its triples out."""

from collections.abc import Iterator

from rdflib import Literal
from rdflib.namespace import RDF, SKOS, XSD

from graphbuild.graph.ids import Mint
from graphbuild.graph.literals import zh
from graphbuild.graph.namespaces import GB
from graphbuild.graph.statements import Triple
from graphbuild.model import Entity

CODES = GB["GBT2260-2023"]  # the year of the list of areas: a code may name another place in another year


def describe(entity: Entity, mint: Mint) -> Iterator[Triple]:
    iri = mint.thing(entity.id)
    for kind in entity.kinds:
        yield iri, RDF.type, GB[kind]
    yield iri, SKOS.prefLabel, zh(entity.name)
    for name in entity.names:
        if name != entity.name:
            yield iri, SKOS.altLabel, zh(name)
    if entity.code:
        yield iri, SKOS.notation, Literal(entity.code, datatype=CODES)
    if entity.parent:  # by the list of areas, so that no claim stands behind it
        yield iri, GB.locatedIn, mint.thing(entity.parent)
    if entity.inferred:
        yield iri, GB.inferred, Literal("true", datatype=XSD.boolean, normalize=False)
