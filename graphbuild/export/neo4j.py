"""A file of RDF in, the two tables of `neo4j-admin database import` out: nodes.csv and relationships.csv."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuild.export.columns import Column, columns
from graphbuild.export.evidence import Said, Value
from graphbuild.export.network import Network

BETWEEN, INSIDE = ";", "；"  # neo4j parts the words of a list at `;`, so that inside a word it is written in full width
LABEL = "Resource"  # what every node is, besides its own classes
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")  # what a spreadsheet would compute
UNSAYABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def nodes(path: Path) -> Iterator[str]:
    network = Network(path)
    known = columns(network.nodes())
    yield row(["iri:ID", "name", *map(head, known), ":LABEL"])
    for node in network.nodes():
        yield row([node.iri, cell(node.name), *cells(node.said, known), BETWEEN.join((LABEL, *node.kinds))])


def relationships(path: Path) -> Iterator[str]:
    network = Network(path)
    known = columns(network.edges())
    yield row([":START_ID", ":END_ID", ":TYPE", *map(head, known)])
    for edge in network.edges():
        yield row([edge.source, edge.target, edge.relation, *cells(edge.said, known)])


def row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def head(column: Column) -> str:
    kind = "double" if column.number else "string"
    return f"{column.name}:{kind}[]" if column.many else f"{column.name}:{kind}" if column.number else column.name


def cells(said: Said, known: Iterable[Column]) -> Iterator[str]:
    for column in known:
        words = [cell(value) for value in said.get(column.name, ())]
        yield BETWEEN.join(word.replace(BETWEEN, INSIDE) for word in words) if column.many else "".join(words)


def cell(value: Value) -> str:
    """Text that begins like a formula gets an apostrophe before it, as spreadsheets themselves write it."""
    if isinstance(value, float):
        return repr(value)
    text = UNSAYABLE.sub("\ufffd", value)
    return f"'{text}" if FORMULA.match(text) else text
