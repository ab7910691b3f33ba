"""SPARQL in, its tokens out, after the terminals of the SPARQL 1.1 grammar; what is no token is refused with its place.

One reading is left open by the grammar itself: `?a<?b)…#>` may be a comparison or an IRI, and engines differ. Here it is an
IRI only where it may begin one; whoever relies on what a text does not hold (the gate) must look at the text, not at this.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphbuild.errors import Unanswerable

BASE = (
    r"A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF"
    r"\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
INNER = rf"{BASE}0-9_\-\u00B7\u0300-\u036F\u203F\u2040"
LOCAL = rf"(?:[{BASE}0-9_:]|%[0-9A-Fa-f]{{2}}|\\[_~.\-!$&'()*+,;=/?#@%])"
LATER = rf"(?:[{INNER}:]|%[0-9A-Fa-f]{{2}}|\\[_~.\-!$&'()*+,;=/?#@%])"
ESCAPE = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
TOKEN = re.compile(
    r"(?P<gap>(?:[ \t\r\n]++|\#[^\r\n]*+)++)"
    rf"|(?P<iri><(?![?$(=!+\-\d])(?:[^<>\"{{}}|^`\\\x00-\x20]|{ESCAPE})*+>)"
    r'|(?P<string>"""(?:"{0,2}(?:[^"\\]|\\.))*+"""'
    r"|'''(?:'{0,2}(?:[^'\\]|\\.))*+'''"
    r'|"(?:[^"\\\r\n]|\\.)*+"'
    r"|'(?:[^'\\\r\n]|\\.)*+')"
    rf"|(?P<variable>[?$][{BASE}0-9_][{BASE}0-9_\u00B7\u0300-\u036F\u203F\u2040]*+)"
    rf"|(?P<blank>_:[{BASE}0-9_](?:[.]*[{INNER}])*+)"
    rf"|(?P<name>(?:[{BASE}](?:[.]*[{INNER}])*+)?:(?:{LOCAL}(?:[.]*{LATER})*+)?)"
    r"|(?P<language>@[A-Za-z]++(?:-[A-Za-z0-9]++)*+(?:--[a-z]++)?)"
    r"|(?P<number>(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)[eE][+\-]?[0-9]++|[0-9]*+\.[0-9]++|[0-9]++)"
    r"|(?P<word>[A-Za-z][A-Za-z0-9_]*+)"
    r"|(?P<sign>\^\^|&&|\|\||!=|<=|>=|<<\(|\)>>|<<|>>|\{\||\|\}|[{}()\[\].,;*/+\-=<>!|^?~])"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is a group of the pattern, `at` the place in the text; gaps (spaces, comments) are tokens too."""

    kind: str
    text: str
    at: int

    def says(self, *words: str) -> bool:
        """Whether it is one of these keywords, in any case."""
        return self.kind == "word" and self.text.upper() in words


def tokens(text: str) -> list[Token]:
    return whole(text, list(lex(text)))


def whole(text: str, found: list[Token]) -> list[Token]:
    """They must be all of the text."""
    end = found[-1].at + len(found[-1].text) if found else 0
    if end < len(text):
        raise Unanswerable(f"{place(text, end)}: nothing in SPARQL begins with {text[end]!r}", remedy_for(text[end]))
    return found


def lex(text: str) -> Iterator[Token]:
    """Tokens side by side, up to what is none."""
    at = 0
    while found := TOKEN.match(text, at):
        yield Token(str(found.lastgroup), found.group(), at)
        at = found.end()


def remedy_for(character: str) -> str:
    if character in "\"'":
        return "close the quotation; a line break needs three quotation marks"
    if ord(character) < 128:
        return "take it out"
    return "put text between quotation marks, a variable where a thing is meant: ?thing, and after the query -p thing NAME"


def place(text: str, at: int) -> str:
    """Line and column, both from 1; a column is a code point."""
    return f"line {text.count(chr(10), 0, at) + 1}, column {at - text.rfind(chr(10), 0, at)}"


def declared(found: list[Token]) -> Mapping[str, str]:
    """The prefixes that a query declares itself."""
    solid = [token for token in found if token.kind != "gap"]
    triples = zip(solid, solid[1:], solid[2:], strict=False)
    return {b.text[:-1]: c.text[1:-1] for a, b, c in triples if a.says("PREFIX") and b.kind == "name" and c.kind == "iri"}
