"""Names and contents in, IRIs out as Turtle writes them: with a prefix where it can, readable by any RDF store."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from graphbuild.errors import BrokenGraph
from graphbuild.graph.namespaces import BASE, VOCABULARIES, prefix_of
from graphbuild.graph.turtle import FORBIDDEN, LOCAL

# Characters of Turtle's PN_CHARS that RFC 3987 allows too, without joiners, byte-order marks and non-characters.
KEPT = (
    r"A-Za-z0-9_.·\-\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u2070-\u218F\u2C00-\u2FEF"
    r"\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFDFF\uFE20-\uFE6F\uFF00-\uFFEF\U00010000-\U0001FFFD\U00020000-\U0002FFFD"
    r"\U00030000-\U0003FFFD"
)
UNSAFE = re.compile(rf"[^{KEPT}]+|^[·.\-]|\.\Z")
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x20\ud800-\udfff]+[/#]")
XSD = str(VOCABULARIES["xsd"])


def safe(text: str) -> str:
    """One path segment: unsafe characters become `_`, and a hash then keeps apart what would fall together.

    It stands before the last `.`, behind which ids have the area that the name holds in: by that things are found."""
    clean = UNSAFE.sub("_", unicodedata.normalize("NFC", text))
    name, dot, area = clean.rpartition(".") if "." in clean else (clean, "", "")
    return clean if clean == text and clean else f"{name}_{digest(text)[:8]}{dot}{area}"


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits of the content; lengths are hashed too, so that no two lists of parts agree."""
    joined = "".join([f"{len(part)}:{part}" for part in parts])
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=65536)  # the same few things and documents are named by every claim
def named(base: str, segment: str, name: str) -> str:
    kind, local = safe(segment), safe(name)
    if prefix_of(kind) and LOCAL.fullmatch(local):
        return f"{prefix_of(kind)}:{local}"
    if FORBIDDEN.search(iri := f"{base}{kind}/{local}"):
        raise BrokenGraph(f"{iri!r} cannot be written as an IRI", "give a name that can")
    return f"<{iri}>"


@lru_cache(maxsize=65536)
def thing(base: str, id: str) -> str:
    segment, slash, name = id.partition("/")
    if not (segment and slash and name):
        raise BrokenGraph(f"entity id {id!r} has no class or no name", "ids look like official/李明")
    return named(base, segment, name)


@lru_cache(maxsize=65536)
def full(base: str, term: str) -> str:
    """The IRI that a written term stands for."""
    prefix, _, local = term.partition(":")
    if term[0] == "<":
        return term[1:-1]
    return f"{VOCABULARIES[prefix]}{local}" if prefix in VOCABULARIES else f"{base}{prefix.removesuffix('-id')}/{local}"


def word(prefix: str, name: str) -> str:
    """A term of a vocabulary, as Turtle writes it."""
    return f"{prefix}:{name}" if LOCAL.fullmatch(name) else f"<{VOCABULARIES[prefix]}{name}>"


@dataclass(frozen=True, slots=True)
class Mint:
    """Mints every IRI of a graph under one base."""

    base: str = BASE

    def __post_init__(self) -> None:
        if not ABSOLUTE.fullmatch(self.base):
            raise BrokenGraph(f"{self.base!r} is no base for IRIs", "give an absolute IRI ending in / or #")

    def thing(self, id: str) -> str:
        """An entity's IRI from its id `segment/name`."""
        return thing(self.base, id)

    def named(self, segment: str, name: str) -> str:
        return named(self.base, segment, name)

    def hashed(self, segment: str, *content: str) -> str:
        """The IRI of a node that has no name: what it says, in whole IRIs, names it; `segment` is a plain word."""
        return f"{segment}:{digest(*content)}"

    def full(self, term: str) -> str:
        """The whole IRI, without its brackets."""
        return full(self.base, term)

    def spelled(self, term: str) -> str:
        """A written term with every IRI in it whole."""
        if term[0] != '"':
            return f"<{full(self.base, term)}>"
        text, typed, kind = term.rpartition('"^^xsd:')
        return f'{text}"^^<{XSD}{kind}>' if typed else term
