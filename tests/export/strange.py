"""A small graph whose words try to break out of every format, and what readers must find in it."""

from dataclasses import replace
from pathlib import Path

from rdflib import Literal
from rdflib.namespace import DCTERMS, RDF, SKOS

from graphbuild.graph import build, serialize
from graphbuild.graph.namespaces import GB
from tests.graph.invented import ENTITIES, document, facts

WORDS = (
    '=HYPERLINK("http://a.invalid","甲")', "+1+1", "-2+3", "@SUM(A1)", "＝1＋1", "\t=1", "甲;乙", "甲；乙", "甲,乙",
    'say "hi"', "it's", "\\u0027 OR 1=1 //", "\\", "\\\\'", "a`b", "]]>", "<script>alert(1)</script>", "&amp;<b>",
    "line\nbreak", "car\rriage", "tab\tbed", "'; MATCH (n) DETACH DELETE n; //", "{{7*7}}", "$(id)", "|} .", "}) //",
    "𠮷野家", "甲\u2028乙", "e\u0301", "\x0bvertical", "#", "''''''", '""" .', "%00", "\ufeffmark", "ends in backslash\\",
    "\x1b[31m红\x1b[0m", "\x1b]0;title\x07", "\x9b2J", "../../etc/passwd", "..\\..\\a", "C:\\a", "x\r\nSet-Cookie: a=b\r\n\r\n<b>",
    "\u202e倒\u202c", "\u2066甲\u2069", "} ; DROP ALL #", "<http://a.invalid/> a <http://a.invalid/b> .", "\\u0022 .", "`id`; rm -rf ~",
    "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "[a](javascript:alert(1))", "| a | b |", "@prefix a: <b> .", "?s ?p ?o",
    "*甲*_乙_", "<!--", "--><b>", "<![CDATA[", "%0d%0aX: y", "-->", "\x7f", "=cmd|' /C calc'!A0", "%2e%2e%2f",
)  # fmt: skip


def graph_file(folder: Path) -> Path:
    """The invented graph of tests/graph with a second document, and an alias of every strange word."""
    one = document()
    two = replace(one, id="d2", source="seeds/b.txt", title="云岭区再报道")
    graph = build(ENTITIES, (*facts(one), *facts(two)), (one, two))
    park = next(graph.subjects(RDF.type, GB.Park))
    for word in WORDS:
        graph.add((park, SKOS.altLabel, Literal(word, lang="zh")))
        graph.add((next(graph.subjects(RDF.type, GB.Document)), DCTERMS.source, Literal(word)))
    path = folder / "graph.ttl"
    path.write_text(serialize(graph), "utf-8", newline="")
    return path

