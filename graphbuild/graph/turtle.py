"""A graph in, Turtle out: the same bytes for the same triples, every line sorted, no blank node."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from graphbuild.errors import BrokenGraph

NAMED = re.compile(r"(.+[/#])([^/#]+)", re.DOTALL)
# Local names that Turtle reads without an escape: letters, digits and CJK; others are written as whole IRIs.
LOCAL = re.compile(r"[A-Za-z0-9_\u00C0-\u00D6\u3001-\uD7FF\uFF10-\uFFEF]"
                   r"(?:[A-Za-z0-9_.·\-\u00C0-\u00D6\u3001-\uD7FF\uFF00-\uFFEF\U00010000-\U0003FFFD]*(?<!\.))?")
FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|\\^`\ud800-\udfff]')
HALF = re.compile(r"[\ud800-\udfff]")
ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
ODD = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]')
SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def serialize(graph: Graph) -> str:
    prefixes = {str(namespace): prefix for prefix, namespace in graph.namespaces()}
    used: set[str] = set()
    written: dict[Node, str] = {}
    name = partial(shorten, prefixes=prefixes, used=used)

    def term(node: Node) -> str:
        if node not in written:
            written[node] = write(node, name)
        return written[node]

    subjects: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, object in graph:
        subjects[term(subject)]["a" if predicate == RDF.type else term(predicate)].append(term(object))
    blocks = [block(subject, subjects[subject]) for subject in sorted(subjects)]
    heads = sorted(f"@prefix {prefix}: <{namespace}> .\n" for namespace, prefix in prefixes.items() if namespace in used)
    return "".join(heads) + "".join(blocks)


def block(subject: str, said: Mapping[str, Iterable[str]]) -> str:
    lines = [f"{predicate} {', '.join(sorted(said[predicate]))}" for predicate in sorted(said, key=type_first)]
    return f"\n{subject} " + " ;\n    ".join(lines) + " .\n"


def type_first(predicate: str) -> tuple[bool, str]:
    return predicate != "a", predicate


def write(node: Node, name: "partial[str]") -> str:
    if isinstance(node, Literal):
        return literal(node, name)
    if not isinstance(node, URIRef):
        raise BrokenGraph(f"{node.n3()} is no IRI", "mint an IRI for every node")
    return name(node)


def shorten(iri: str, prefixes: dict[str, str], used: set[str]) -> str:
    if found := NAMED.fullmatch(iri):
        namespace, local = found.groups()
        if namespace in prefixes and LOCAL.fullmatch(local):
            used.add(namespace)
            return f"{prefixes[namespace]}:{local}"
    if FORBIDDEN.search(iri):
        raise BrokenGraph(f"{iri!r} cannot be written as an IRI", "mint it with graph.ids")
    return f"<{iri}>"


def literal(node: Literal, name: Callable[[str], str]) -> str:
    text = quoted(node)
    if node.language:
        return f"{text}@{node.language}"
    return text if node.datatype in (None, XSD.string) else f"{text}^^{name(node.datatype)}"


def quoted(text: str) -> str:
    if not ODD.search(text):
        return f'"{text}"'
    if HALF.search(text):
        raise BrokenGraph(f"{str(text)[:40]!r} holds half a surrogate pair", "read the text again as UTF-8")
    return f'"{ESCAPED.sub(escape, text)}"'


def escape(found: "re.Match[str]") -> str:
    character = found.group()
    return SHORT.get(character) or f"\\u{ord(character):04X}"
