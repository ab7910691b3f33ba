"""Names and contents in, IRIs out that any RDF store can read and Turtle can write with a prefix."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from rdflib import URIRef

from graphbuild.errors import BrokenGraph
from graphbuild.graph.namespaces import BASE

# Characters of Turtle's PN_CHARS that RFC 3987 allows too, without joiners, byte-order marks and non-characters.
KEPT = (
    r"A-Za-z0-9_.·\-\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u2070-\u218F\u2C00-\u2FEF"
    r"\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFDFF\uFE20-\uFE6F\uFF00-\uFFEF\U00010000-\U0001FFFD\U00020000-\U0002FFFD"
    r"\U00030000-\U0003FFFD"
)
UNSAFE = re.compile(rf"[^{KEPT}]+|^[·.\-]|\.\Z")
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x20\ud800-\udfff]+[/#]")


def safe(text: str) -> str:
    """One path segment: unsafe characters become `_`, and a hash then keeps apart what would fall together."""
    clean = UNSAFE.sub("_", unicodedata.normalize("NFC", text))
    return clean if clean == text and clean else f"{clean}_{digest(text)[:8]}"


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits of the content; lengths are hashed too, so that no two lists of parts agree."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=65536)  # the same few things and documents are named by every claim
def named(base: str, segment: str, name: str) -> URIRef:
    return URIRef(f"{base}{safe(segment)}/{safe(name)}")


@dataclass(frozen=True, slots=True)
class Mint:
    """Mints every IRI of a graph under one base."""

    base: str = BASE

    def __post_init__(self) -> None:
        if not ABSOLUTE.fullmatch(self.base):
            raise BrokenGraph(f"{self.base!r} is no base for IRIs", "give an absolute IRI ending in / or #")

    def thing(self, id: str) -> URIRef:
        """An entity's IRI from its id `segment/name`."""
        segment, slash, name = id.partition("/")
        if not (segment and slash and name):
            raise BrokenGraph(f"entity id {id!r} has no class or no name", "ids look like official/李明")
        return self.named(segment, name)

    def named(self, segment: str, name: str) -> URIRef:
        return named(self.base, segment, name)

    def hashed(self, segment: str, *content: str) -> URIRef:
        """The IRI of a node that has no name: what it says names it."""
        return URIRef(f"{self.base}{segment}/{digest(*content)}")

    def segment(self, iri: str) -> str:
        """The class segment of an IRI minted here."""
        return iri[len(self.base) :].partition("/")[0]
