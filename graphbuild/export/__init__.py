"""What was built goes out: in other forms (`FORMATS`), to a server (`push`), as a whole folder (`replaced`)."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from graphbuild.export.access import Access
from graphbuild.export.annotations import rdf12
from graphbuild.export.cypher import cypher
from graphbuild.export.description import void
from graphbuild.export.folder import replaced
from graphbuild.export.gexf import gexf
from graphbuild.export.graphml import graphml
from graphbuild.export.jsonld import jsonld
from graphbuild.export.neo4j import nodes, relationships
from graphbuild.export.ntriples import nt
from graphbuild.export.push import Pushed, push
from graphbuild.export.server import Server, beside
from graphbuild.export.trig import trig
from graphbuild.export.turtle import ttl
from graphbuild.files import saved, written

__all__ = ["FORMATS", "Access", "Pushed", "Server", "Writer", "beside", "push", "replaced", "saved", "written"]

Writer: TypeAlias = Callable[[Path], Iterator[str]]
# By the format's name, the files that it is written to, each in pieces.
FORMATS: Mapping[str, Mapping[str, Writer]] = {
    "ttl": {"graph.ttl": ttl},
    "trig": {"graph.trig": trig},
    "nt": {"graph.nt": nt},
    "jsonld": {"graph.jsonld": jsonld},
    "rdf12": {"graph.rdf12.ttl": rdf12},
    "graphml": {"graph.graphml": graphml},
    "gexf": {"graph.gexf": gexf},
    "csv": {"nodes.csv": nodes, "relationships.csv": relationships},
    "cypher": {"graph.cypher": cypher},
    "void": {"void.ttl": void},
}
