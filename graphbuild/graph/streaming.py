"""Triples in, a file of Turtle out: the bytes that `serialize` gives for their graph, without the graph in memory."""

import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from rdflib import Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from graphbuild.graph.ids import Mint
from graphbuild.graph.namespaces import new_graph, prefix_of
from graphbuild.graph.shelves import Shelves
from graphbuild.graph.statements import Triple
from graphbuild.graph.turtle import block, literal, shorten

TYPE = str(RDF.type)
FIRST = ""  # what `a` is sorted as
KEPT = 200_000  # IRIs whose writing is kept


class Terms:
    """Nodes as Turtle writes them, with a prefix for each class of things that has been met."""

    def __init__(self, mint: Mint) -> None:
        self.mint = mint
        self.prefixes = {str(namespace): prefix for prefix, namespace in new_graph(mint.base).namespaces()}
        self.used: set[str] = set()
        self.met: set[str] = set()
        self.written: dict[str, str] = {TYPE: FIRST}

    def predicate(self, node: URIRef) -> str:
        return self.written.get(text := str(node)) or (FIRST if text == TYPE else self.iri(text))

    def object(self, node: Node) -> str:
        if isinstance(node, Literal):
            return literal(node, self.iri)
        text = str(node)
        return self.iri(text) if text == TYPE else self.written.get(text) or self.iri(text)

    def iri(self, iri: str) -> str:
        if iri.startswith(self.mint.base):
            self.meet(self.mint.segment(iri))
        short = shorten(iri, self.prefixes, self.used)
        if iri != TYPE:
            if len(self.written) > KEPT:
                self.written = {TYPE: FIRST}
            self.written[iri] = short
        return short

    def meet(self, segment: str) -> None:
        if segment not in self.met:
            self.met.add(segment)
            if prefix := prefix_of(segment):
                self.prefixes[f"{self.mint.base}{segment}/"] = prefix

    def heads(self) -> list[str]:
        return sorted(f"@prefix {p}: <{namespace}> .\n" for namespace, p in self.prefixes.items() if namespace in self.used)


def stream(triples: Iterable[Triple], mint: Mint, path: Path) -> int:
    """Writes the file and counts its triples; what does not fit into memory is kept beside it meanwhile."""
    terms, count = Terms(mint), 0
    with TemporaryDirectory(prefix=".turtle-", dir=path.parent) as folder:
        shelves = Shelves(Path(folder))
        for subject, predicate, object in triples:
            shelves.put(terms.object(subject), terms.predicate(predicate), terms.object(object))
        body = Path(folder) / "body"
        with body.open("w", encoding="utf-8", newline="") as file:
            for rows in shelves.emptied():
                count += len(rows)
                write(rows, file)
        with path.open("w", encoding="utf-8", newline="") as whole, body.open(encoding="utf-8", newline="") as file:
            whole.writelines(terms.heads())
            shutil.copyfileobj(file, whole, 1 << 20)
    return count


def write(rows: Iterable[list[str]], file: TextIO) -> None:
    for subject, said in groupby(rows, lambda row: row[0]):
        file.write(block(subject, dict(by_predicate(said))))


def by_predicate(rows: Iterable[list[str]]) -> Iterator[tuple[str, list[str]]]:
    for predicate, objects in groupby(rows, lambda row: row[1]):
        yield predicate or "a", [row[2] for row in objects]
