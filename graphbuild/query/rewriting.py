"""Tokens and values in, one line of SPARQL out, each value in the place of its variable, and each place traced to the text.

Values become terms of the query, never text that is read again: whatever a value holds, it stays one term. They go into the
patterns themselves because neither VALUES nor Oxigraph's own substitution reaches into subqueries and filters.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from graphbuild.errors import Unanswerable
from graphbuild.query.answers import Answer, Form, Term
from graphbuild.query.tokens import Token, place

CLAUSES = {"SELECT": "select", "BY": "by", "VALUES": "values"}
ENDS = ("WHERE", "FROM", "HAVING", "LIMIT", "OFFSET", "GROUP", "ORDER")
FORMS: Mapping[str, Form] = {"select": "select", "ask": "ask"}
EVERYTHING = re.compile(r"[^{]*?\bselect\s*(?:\b(?:distinct|reduced)\b\s*)?\*", re.IGNORECASE)
VARIABLE = re.compile(r"[?$](\w+)")
BREAKS = {"\n": "\\n", "\r": "\\r"}
# What a federated query is spelled with is broken up inside strings and IRIs, where an escape changes nothing.
FEDERATION = re.compile("(s)(e)(rvice)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
    """What the engine reads, and from where in `source` each piece of it comes."""

    source: str
    text: str
    form: Form
    starts: Sequence[int]
    origins: Sequence[int]

    def place(self, at: int) -> str:
        """Where in the source a place of the text lies."""
        return place(self.source, self.origin(at))

    def origin(self, at: int) -> int:
        n = max(bisect_right(self.starts, at) - 1, 0)
        return self.origins[n] if self.origins else 0


@dataclass
class Scope:
    """In which clause we are, how deep in parentheses, and the same of what lies around."""

    clause: str = ""
    depth: int = 0
    outer: list[tuple[str, int]] = field(default_factory=list)

    def enter(self, token: Token) -> None:
        word = token.text.upper() if token.kind == "word" else token.text
        if token.kind == "word" and word in (*CLAUSES, *ENDS):
            self.clause, self.depth = CLAUSES.get(word, ""), 0
        elif word == "{":
            self.outer.append((self.clause, self.depth) if self.depth else ("", 0))
            self.clause, self.depth = "", 0
        elif word == "}" and self.outer:
            self.clause, self.depth = self.outer.pop()
        else:
            self.depth += (word in ("(", "<<(")) - (word in (")", ")>>"))


def rewrite(source: str, found: Sequence[Token], values: Mapping[str, Term]) -> Query:
    written = put(source, found, values) if values else [plain(token) for token in found]
    starts = list(accumulate(map(len, written), initial=0))[:-1]
    return Query(source, "".join(written), form_of(found), starts, [token.at for token in found])


def as_written(query: Query, answer: Answer) -> Answer:
    """The columns of SELECT * in the order in which the query names them; the engine gives them by the alphabet."""
    if not (star := EVERYTHING.match(query.text)):
        return answer
    named = {name: n for n, name in reversed(list(enumerate(VARIABLE.findall(query.text, star.end()))))}
    order = sorted(range(len(answer.columns)), key=lambda n: named.get(answer.columns[n], len(named)))
    rows = tuple(tuple(row[n] for n in order) for row in answer.rows)
    return replace(answer, columns=tuple(answer.columns[n] for n in order), rows=rows)


def form_of(found: Sequence[Token]) -> Form:
    """By the first word that names one; DESCRIBE gives triples too."""
    words = (token.text.lower() for token in found if token.says("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"))
    return FORMS.get(next(words, ""), "construct")


def put(source: str, found: Sequence[Token], values: Mapping[str, Term]) -> list[str]:
    """Every variable that has a value gives way to it, in the form that its clause asks for."""
    scope, written, solid = Scope(), [], [""]
    for token in found:
        scope.enter(token)
        name = token.text[1:] if token.kind == "variable" else ""
        if name not in values:
            written.append(plain(token))
        elif scope.clause == "values" or solid[-1].upper() == "AS":
            raise Unanswerable(f"{place(source, token.at)}: {token.text} is given from outside and set here", "rename one")
        elif [word.upper() for word in solid[-2:]] == ["BOUND", "("]:
            written[len(written) - 1 - written[::-1].index(solid[-2])] = ""
            written.append("true")
        else:
            written.append(shape(name, hidden(spelled(values[name])), scope))
        if token.kind != "gap":
            solid.append(token.text)
    return written


def shape(name: str, term: str, scope: Scope) -> str:
    if scope.depth or scope.clause not in ("select", "by"):
        return f" {term} "
    return f" ({term} AS ?{name}) " if scope.clause == "select" else f" ({term}) "


def spelled(term: Term) -> str:
    """N-Triples, which SPARQL reads as the same term; a blank node would be a variable there."""
    if str(term).startswith("_:"):
        raise Unanswerable(f"{term} has no name that a query could use", "give an IRI or a literal")
    return str(term)


def plain(token: Token) -> str:
    """The token on one line; a comment is a space."""
    if token.kind == "gap":
        return " "
    return hidden(token.text) if token.kind in ("iri", "string") else token.text


def hidden(term: str) -> str:
    """The second letter is escaped, since a first letter may belong to an escape; so are line breaks of long strings."""
    flat = re.sub("[\n\r]", lambda found: BREAKS[found.group()], term)
    return FEDERATION.sub(lambda found: f"{found[1]}\\u{ord(found[2]):04X}{found[3]}", flat)
