"""An Entity in, its triples out."""

from collections.abc import Iterator

from graphbuild.graph.ids import Mint, word
from graphbuild.graph.literals import boolean, zh
from graphbuild.graph.namespaces import GB
from graphbuild.graph.statements import Triple
from graphbuild.graph.turtle import quoted
from graphbuild.model import Entity

CODES = GB["GBT2260-2023"]  # the year of the list of areas: a code may name another place in another year


def describe(entity: Entity, mint: Mint) -> Iterator[Triple]:
    iri = mint.thing(entity.id)
    for kind in entity.kinds:
        yield iri, "a", word("gb", kind)
    yield iri, "skos:prefLabel", zh(entity.name)
    for name in entity.names:
        if name != entity.name:
            yield iri, "skos:altLabel", zh(name)
    if entity.code:
        yield iri, "skos:notation", f"{quoted(entity.code)}^^gb:GBT2260-2023"
    if entity.parent:  # by the list of areas, so that no claim stands behind it
        yield iri, "gb:locatedIn", mint.thing(entity.parent)
    if entity.inferred:
        yield iri, "gb:inferred", boolean(True)
