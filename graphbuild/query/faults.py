"""A query that cannot be run in, what is wrong with it out: line, column and the likely mending."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache

import pyoxigraph
from rdflib.namespace import DCTERMS, ORG, PROV, QB, RDF, RDFS, SKOS, XSD, DefinedNamespace

from graphbuild.errors import Unanswerable
from graphbuild.graph.namespaces import GB
from graphbuild.knowledge import home
from graphbuild.knowledge.terms import ontology
from graphbuild.query.gate import ONLY, WORDS, WRITERS
from graphbuild.query.rewriting import Query
from graphbuild.query.tokens import Token, place

ENGINE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
# Oxigraph says what is wrong as a sentence among the signs that it would have taken.
SENTENCE = re.compile(r"(?:expected one of |expected |, )([A-Z][A-Za-z]+(?: [A-Za-z*]+){2,})(?=, |$)")
SIGNS = re.compile(r'"([^"]{1,3})"')
MOST_SIGNS = 8
PAIRS = {"{": "}", "(": ")", "[": "]"}
CLOSED: tuple[type[DefinedNamespace], ...] = (DCTERMS, ORG, PROV, QB, RDF, RDFS, SKOS, XSD)


def check_words(query: Query, found: Iterable[Token]) -> None:
    """A bare word that SPARQL does not know or that writes, before the engine stumbles somewhere behind it."""
    for token in found:
        if token.says(*WRITERS.split()):
            raise fault(query, token.at, f"{token.text} belongs to updates", ONLY)
        if token.kind == "word" and token.text.upper() not in WORDS:
            near = get_close_matches(token.text.upper(), sorted(WORDS), 1, 0.7)
            remedy = f"did you mean {near[0]}?" if near else "a name needs a prefix or < >, a text quotation marks, a variable ?"
            raise fault(query, token.at, f"{token.text} is no word of SPARQL", remedy)


def check_prefixes(query: Query, found: Iterable[Token], prefixes: Mapping[str, str], own: Mapping[str, str]) -> None:
    known = {*prefixes, *own}
    for token in found:
        prefix = token.text.partition(":")[0]
        if token.kind == "name" and prefix not in known:
            near = get_close_matches(prefix, sorted(known), 1, 0.6)
            meant = f"did you mean {near[0]}:{token.text.partition(':')[2]}? Or " if near else ""
            remedy = f"{meant}declare it: PREFIX {prefix}: <…>"
            raise fault(query, token.at, f"the prefix {prefix}: is unknown", remedy)


def check_terms(query: Query, found: Iterable[Token], prefixes: Mapping[str, str], engine: pyoxigraph.Store) -> None:
    """A name that neither its vocabulary nor the graph knows finds nothing, silently: most often it is misspelled."""
    if query.form == "construct":  # its template may coin names
        return
    for token in found:
        if token.kind != "name":
            continue
        prefix, _, local = token.text.partition(":")
        namespace = prefixes.get(prefix, "")
        if not namespace or not local or used(engine, namespace + local):
            continue
        known = vocabulary(namespace)
        if known and local not in known:
            near = get_close_matches(local, sorted(known), 3, 0.6)
            meant = " or ".join(f"{prefix}:{name}" for name in near)
            remedy = f"did you mean {meant}?" if near else f"see the terms of {namespace}"
            raise fault(query, token.at, f"{token.text} is no term of its vocabulary", remedy)


@cache
def vocabulary(namespace: str) -> frozenset[str]:
    """The local names of a namespace whose terms are all known; none where they are not."""
    if namespace == str(GB):
        subjects = map(str, ontology(home("ontology")).subjects())
        return frozenset(term.removeprefix(namespace) for term in subjects if term.startswith(namespace))
    for closed in CLOSED:
        if str(closed._NS) == namespace:
            return frozenset(str(term).removeprefix(namespace) for term in dir(closed) if str(term).startswith(namespace))
    return frozenset()


def used(engine: pyoxigraph.Store, iri: str) -> bool:
    try:
        node = pyoxigraph.NamedNode(iri)
    except ValueError:
        return False
    patterns = ((None, node, None), (None, None, node), (node, None, None))
    return any(next(iter(engine.quads_for_pattern(*pattern)), None) for pattern in patterns)


def engine_fault(query: Query, trouble: str, found: Sequence[Token]) -> Unanswerable:
    """What the engine said, at the place in the text as it was given."""
    if not any(token.kind != "gap" for token in found):
        return Unanswerable("the query is empty", 'write one, such as "SELECT * WHERE { ?thing a gb:Project }"')
    said = ENGINE.match(trouble)
    if not said:
        return Unanswerable(f"the query cannot be run: {trouble}", "mend it")
    # The engine reads one line, in which its columns count characters.
    at = query.origin(min(int(said[2]) - 1, max(len(query.text) - 1, 0)))
    unclosed = open_bracket(found)
    if unclosed:
        return fault(query, unclosed.at, f"this {unclosed.text} is never closed", f"add {PAIRS[unclosed.text]}")
    if sentence := SENTENCE.search(said[3]):
        return fault(query, at, sentence[1].strip(), "set each variable once, and before it is used")
    signs = list(dict.fromkeys(SIGNS.findall(said[3])))[:MOST_SIGNS]
    remedy = f"expected one of {' '.join(signs)}" if signs else "something before it is missing, or this is one too many"
    return fault(query, at, "the query cannot be read from here", remedy)


def open_bracket(found: Iterable[Token]) -> Token | None:
    """The innermost bracket that stays open at the end."""
    opened: list[Token] = []
    for token in found:
        if token.text in PAIRS:
            opened.append(token)
        elif opened and token.kind == "sign" and token.text == PAIRS[opened[-1].text]:
            opened.pop()
    return opened[-1] if opened else None


def fault(query: Query, at: int, what: str, remedy: str) -> Unanswerable:
    return Unanswerable(f"{place(query.source, at)}: {what}", remedy)
