"""A file of RDF in, JSON-LD out node by node; its context says what a key's values are, so that they read as plain words."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from graphbuild.errors import BrokenGraph
from graphbuild.export.sorting import ordered
from graphbuild.export.terms import STRING, Terms
from graphbuild.export.triples import Object, Triple, prefixes, read
from graphbuild.export.turtle import END, TYPE

HARMLESS = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})  # inside a page's script too
ID, LANGUAGE, KIND = "@id", "@language", "@type"
Told = list[str]  # how a value is told: [] a plain word, ["@id"], ["@language", "zh"], ["@type", "xsd:date"]


def jsonld(path: Path) -> Iterator[str]:
    known = {namespace: prefix for namespace, prefix in prefixes(path).items() if prefix}
    names = Names(Terms(known))
    rows = ordered(names.row(triple) for triple in read(path))
    yield f'{{"@context": {dump(names.context())},\n"@graph": ['
    for n, (subject, group) in enumerate(groupby((row.split(END) for row in rows), key=lambda parts: parts[0])):
        yield (",\n" if n else "\n") + dump({ID: subject} | dict(names.said(parts[1:] for parts in group)))
    yield "\n]}\n"


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).translate(HARMLESS)


class Names:
    """Writes rows, and notes in how many ways the values of each key are told."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.ways: dict[str, set[tuple[str, ...]]] = defaultdict(set)

    def row(self, triple: Triple) -> str:
        subject, predicate, object = triple
        key = KIND if predicate.value == TYPE else self.name(predicate.value)
        told = self.told(object)
        self.ways[key].add(tuple(told))
        value = self.name(object.value) if told == [ID] else object.value
        return END.join((self.name(subject.value), key, json.dumps([value, *told])))

    def name(self, iri: str) -> str:
        short = self.terms.name(iri)
        if short.startswith("<") and iri.partition(":")[0] in self.terms.prefixes.values():
            raise BrokenGraph(f"{iri} begins like a name with a prefix", f"rename the prefix {iri.partition(':')[0]}:")
        return short.strip("<>")

    def told(self, object: Object) -> Told:
        if not isinstance(object, ox.Literal):
            return [ID]
        if object.language:
            return [LANGUAGE, object.language]
        return [] if object.datatype.value == STRING else [KIND, self.name(object.datatype.value)]

    def context(self) -> dict[str, object]:
        """Prefixes, then each key whose values are all told in one way."""
        used = {self.terms.prefixes[namespace]: namespace for namespace in self.terms.used}
        return dict(sorted(used.items())) | {
            key: {KIND: ID} if way == (ID,) else {way[0]: way[1]}
            for key, ways in sorted(self.ways.items())
            if key != KIND and len(ways) == 1 and (way := next(iter(ways)))
        }

    def said(self, rows: Iterable[list[str]]) -> Iterator[tuple[str, object]]:
        for key, group in groupby(rows, key=lambda parts: parts[0]):
            plain = len(self.ways[key]) == 1
            values = [self.value(json.loads(parts[1]), plain) for parts in group]
            yield key, values if len(values) > 1 else values[0]

    def value(self, told: Told, plain: bool) -> object:
        word, *way = told
        if plain or not way:
            return word
        return {ID: word} if way == [ID] else {"@value": word, way[0]: way[1]}
