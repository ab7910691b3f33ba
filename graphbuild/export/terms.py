"""Oxigraph's terms in, the same terms as Turtle writes them out: short where a prefix is known."""

from collections.abc import Mapping
from functools import lru_cache

import pyoxigraph as ox

from graphbuild.graph.turtle import ESCAPED, LOCAL, NAMED, escape

STRING = "http://www.w3.org/2001/XMLSchema#string"


class Terms:
    """Writes terms and remembers which prefixes it needed."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes
        self.used: set[str] = set()
        self.name = lru_cache(maxsize=100_000)(self.shorten)

    def write(self, term: ox.NamedNode | ox.Literal) -> str:
        return self.literal(term) if isinstance(term, ox.Literal) else self.name(term.value)

    def shorten(self, iri: str) -> str:
        if (found := NAMED.fullmatch(iri)) and found[1] in self.prefixes and LOCAL.fullmatch(found[2]):
            self.used.add(found[1])
            return f"{self.prefixes[found[1]]}:{found[2]}"
        return f"<{iri}>"

    def literal(self, term: ox.Literal) -> str:
        text = f'"{ESCAPED.sub(escape, term.value)}"'
        if term.language:
            return f"{text}@{term.language}"
        return text if term.datatype.value == STRING else f"{text}^^{self.name(term.datatype.value)}"

    def heads(self) -> str:
        return "".join(sorted(f"@prefix {self.prefixes[namespace]}: <{namespace}> .\n" for namespace in self.used))
