"""A stranger's query in, nothing out where it may be run; else a refusal. What is not known is refused.

Two keys must fit. By tokens: every bare word is one of SPARQL's words for reading, so that updates, LOAD and FROM are refused
wherever they stand. By letters: the text for the engine, in which strings and IRIs have been spelled apart, does not hold the
letters of a federated query at all, so that no reading of it, ours or the engine's, can find one.
"""

import re
from collections.abc import Iterable, Iterator

from graphbuild.errors import Unanswerable
from graphbuild.query.rewriting import Query
from graphbuild.query.tokens import Token, lex, place, whole

ESCAPED = re.compile(r"\\[uU]([0-9A-Fa-f]{4,8})")
LONGEST, DEEPEST = 100_000, 200
OPENING, CLOSING = frozenset({"{", "(", "[", "<<", "<<(", "{|"}), frozenset({"}", ")", "]", ">>", ")>>", "|}"})
FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
# SPARQL 1.1 Query, section 19.8, and Oxigraph's few words more; FROM, NAMED and the federated keyword are left out on purpose.
READERS = """
    A BASE PREFIX VERSION DISTINCT REDUCED AS WHERE GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET VALUES UNDEF
    OPTIONAL GRAPH BIND MINUS UNION FILTER LATERAL EXISTS NOT IN TRUE FALSE SEPARATOR
    COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT
    STR LANG LANGMATCHES LANGDIR DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE
    ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID
    STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRLANGDIR STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL
    ISNUMERIC HASLANG HASLANGDIR REGEX SUBSTR REPLACE TRIPLE SUBJECT PREDICATE OBJECT ISTRIPLE ADJUST
"""
REMOTE = frozenset({"FROM", "NAMED", "SERVICE", "SILENT"})
WRITERS = "LOAD CLEAR DROP CREATE ADD MOVE COPY INSERT DELETE DATA WITH USING INTO TO DEFAULT ALL"
ONLY = "only this graph is read: SELECT, ASK, CONSTRUCT or DESCRIBE without FROM and without calls to other servers"
READING = FORMS | frozenset(READERS.split())
WORDS = READING | REMOTE | frozenset(WRITERS.split())


def guard(query: Query, found: Iterable[Token]) -> None:
    """Raises where the query may do anything but read the store that is open."""
    for token in found:
        if token.kind == "word" and token.text.upper() not in READING:
            raise refused(query.source, token.at, f"{token.text} is refused")
        if token.kind in ("iri", "string") and any(map(structural, ESCAPED.findall(token.text))):
            # SPARQL lets an engine resolve escapes before it reads: then this would end the string.
            raise refused(query.source, token.at, "a sign that is escaped by its number is refused", "write the sign itself")
    check_length(query.source)
    list(shallow(query.source, found))
    held = query.text.lower().find("service")
    if held >= 0:
        remedy = "rename the variable, or write the whole IRI between < and >"
        raise refused(query.source, query.origin(held), "a name that holds the word of federated queries is refused", remedy)


def strange(text: str) -> list[Token]:
    """The tokens of a stranger's text, which is left as soon as it is too long or too deep: to read it all costs the others."""
    check_length(text)
    return whole(text, list(shallow(text, lex(text))))


def check_length(text: str) -> None:
    if len(text) > LONGEST:
        raise refused(text, LONGEST, f"the query is longer than {LONGEST} characters")


def shallow(text: str, found: Iterable[Token]) -> Iterator[Token]:
    """Engines read brackets by calling themselves, until their stack is full."""
    depth = 0
    for token in found:
        depth += (token.text in OPENING) - (token.text in CLOSING)
        if depth > DEEPEST:
            raise refused(text, token.at, f"brackets are nested more than {DEEPEST} deep", "write it flatter")
        yield token


def structural(number: str) -> bool:
    """A sign of the grammar or a line break: anything of ASCII but letters and digits."""
    return int(number, 16) < 128 and not chr(int(number, 16)).isalnum()


def refused(text: str, at: int, why: str, remedy: str = ONLY) -> Unanswerable:
    return Unanswerable(f"{place(text, at)}: {why}", remedy)
