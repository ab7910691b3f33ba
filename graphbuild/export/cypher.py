"""A file of RDF in, Cypher out, a statement a line; it may be run again and again, for every node has its IRI."""

import re
from collections.abc import Iterator
from pathlib import Path

from graphbuild.export.columns import Column, columns
from graphbuild.export.evidence import Said, Value
from graphbuild.export.neo4j import LABEL
from graphbuild.export.network import Network

HEAD = f"// Before a large graph: CREATE CONSTRAINT IF NOT EXISTS FOR (n:{LABEL}) REQUIRE n.iri IS UNIQUE;\n"
UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029'\"\\]")
ESCAPED = {"\n": r"\n", "\r": r"\r", "\t": r"\t", "'": r"\'", '"': r"\"", "\\": r"\\"}


def cypher(path: Path) -> Iterator[str]:
    network = Network(path)
    known, carried = columns(network.nodes()), columns(network.edges())
    yield HEAD
    for node in network.nodes():
        yield f"MERGE (n:{LABEL} {{iri: {quoted(node.iri)}}}) SET n.name = {quoted(node.name)}{put('n', node.said, known)};\n"
        if node.kinds:
            yield f"MATCH (n:{LABEL} {{iri: {quoted(node.iri)}}}) SET n:{':'.join(map(ticked, node.kinds))};\n"
    for edge in network.edges():
        ends = f"(a:{LABEL} {{iri: {quoted(edge.source)}}}), (b:{LABEL} {{iri: {quoted(edge.target)}}})"
        said = put("r", edge.said, carried)
        yield f"MATCH {ends} MERGE (a)-[r:{ticked(edge.relation)}]->(b){' SET' + said[1:] if said else ''};\n"


def put(variable: str, said: Said, known: list[Column]) -> str:
    """`, n.key = value` for each; a list wherever any item has several values."""
    return "".join(
        f", {variable}.{ticked(column.name)} = "
        + (f"[{', '.join(map(written, said[column.name]))}]" if column.many else written(said[column.name][0]))
        for column in known if column.name in said
    )  # fmt: skip


def written(value: Value) -> str:
    return quoted(value) if isinstance(value, str) else repr(value)


def quoted(text: str) -> str:
    """A string on one line; older servers read \\uXXXX before anything else, so that every backslash is doubled."""
    return "'" + UNSAFE.sub(lambda found: ESCAPED.get(found[0]) or f"\\u{ord(found[0]):04x}", text) + "'"


def ticked(name: str) -> str:
    """Names are words of letters, digits and _ by now."""
    return f"`{name}`"
