"""An answer in, text out: the W3C's formats for results, Turtle and JSON-LD for triples.

SPARQL 1.1 Query Results JSON, CSV and TSV, XML (W3C Recommendations of 2013). Blank nodes keep their names; a triple term is
written as SPARQL 1.2's JSON does.
"""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

from graphbuild.query.answers import Answer, Row, Term

TRIPLE = ("subject", "predicate", "object")
XML = "http://www.w3.org/2005/sparql-results#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TEXT = f"{XSD}string"
UNSAYABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0 has no way to write these
# What SPARQL itself reads as a number of that type (grammar, rules 146 to 148).
BARE = {
    f"{XSD}integer": re.compile(r"[+-]?[0-9]+"), f"{XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"{XSD}double": re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[eE][+-]?[0-9]+"),
}  # fmt: skip


def columns_and_rows(answer: Answer) -> tuple[Sequence[str], Sequence[Row]]:
    """Triples and truths as rows, for formats that know nothing else."""
    if answer.form == "select":
        return answer.columns, answer.rows
    if answer.form == "ask":
        return ("ask",), [(Literal(str(answer.truth).lower()),)] if answer.truth is not None else []
    return TRIPLE, [(t.subject, t.predicate, t.object) for t in ordered(answer)]


def ordered(answer: Answer) -> list[Triple]:
    return sorted(answer.triples, key=str)


def to_json(answer: Answer) -> str:
    """Results JSON, a row a line; for triples JSON-LD. What is missing is said in a member of our own, which readers skip."""
    if answer.form == "construct":
        return serialized(answer, RdfFormat.JSON_LD, {})
    told = [f'"head": {dump({"vars": list(answer.columns)} if answer.form == "select" else {})}']
    if answer.form == "ask":
        told.append(f'"boolean": {dump(answer.truth)}')
    else:
        rows = ",\n".join(dump({c: as_json(t) for c, t in row.items()}) for row in answer.dicts())
        told.append(f'"results": {{"bindings": [\n{rows}\n]}}' if rows else '"results": {"bindings": []}')
    if answer.notice:
        told.append(f'"notice": {dump(answer.notice)}')
    return "{" + ",\n".join(told) + "}\n"


def dump(value: object) -> str:
    """Without indentation, which the standard library writes in Python, several times slower."""
    return json.dumps(value, ensure_ascii=False)


def as_json(term: Term) -> dict[str, object]:
    if isinstance(term, Triple):
        ends = zip(TRIPLE, (term.subject, term.predicate, term.object), strict=True)
        return {"type": "triple", "value": {name: as_json(end) for name, end in ends}}
    if isinstance(term, Literal):
        more = {"xml:lang": term.language} if term.language else {"datatype": term.datatype.value}
        return {"type": "literal", "value": term.value, **(more if more != {"datatype": TEXT} else {})}
    return {"type": "uri" if isinstance(term, NamedNode) else "bnode", "value": term.value}


def to_xml(answer: Answer) -> str:
    names = "".join(f"<variable name={quoteattr(column)}/>" for column in answer.columns)
    told = f'<?xml version="1.0"?>\n<sparql xmlns="{XML}"><head>{names}</head>'
    if answer.form == "ask":
        return f"{told}<boolean>{str(answer.truth).lower()}</boolean></sparql>\n"
    bound = ("".join(f"<binding name={quoteattr(c)}>{as_xml(t)}</binding>" for c, t in row.items()) for row in answer.dicts())
    return told + "<results>" + "".join(f"\n<result>{row}</result>" for row in bound) + "</results></sparql>\n"


def as_xml(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{escape(term.value)}</uri>"
    if not isinstance(term, Literal):
        return f"<bnode>{escape(term.value if isinstance(term, BlankNode) else str(term))}</bnode>"
    more = f" xml:lang={quoteattr(term.language)}" if term.language else ""
    if not more and term.datatype.value != TEXT:
        more = f" datatype={quoteattr(term.datatype.value)}"
    words = UNSAYABLE.sub("\ufffd", term.value)
    return f"<literal{more}>{escape(words, {chr(13): '&#13;'})}</literal>"


def to_csv(answer: Answer) -> str:
    """Values without their types, as the recommendation has it."""
    columns, rows = columns_and_rows(answer)
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerows([columns, *([value(term) for term in row] for row in rows)])
    return sheet.getvalue()


def value(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def to_tsv(answer: Answer) -> str:
    """Terms as in SPARQL, numbers bare; tabs and line ends inside them are escaped already."""
    columns, rows = columns_and_rows(answer)
    lines = ["\t".join(f"?{column}" for column in columns)]
    lines += ["\t".join("" if term is None else as_tsv(term) for term in row) for row in rows]
    return "\n".join(lines) + "\n"


def as_tsv(term: Term) -> str:
    if isinstance(term, Literal) and (bare := BARE.get(term.datatype.value)) and bare.fullmatch(term.value):
        return term.value
    return str(term).replace("\t", "\\t")


def to_turtle(answer: Answer, prefixes: Mapping[str, str]) -> str:
    """The same bytes for the same triples: the engine writes its prefixes in any order, and all of them."""
    lines = serialized(answer, RdfFormat.TURTLE, prefixes).split("\n")  # words may hold what else ends a line
    heads = list(takewhile(lambda line: line.startswith("@prefix "), lines))
    body = "\n".join(lines[len(heads) :])
    return "".join(sorted(f"{head}\n" for head in heads if head.split()[1] in body)) + body


def serialized(answer: Answer, form: RdfFormat, prefixes: Mapping[str, str]) -> str:
    # Sorted first: the engine writes in the order in which it is given.
    written = pyoxigraph.serialize(ordered(answer), format=form, prefixes=dict(prefixes) or None)
    return (written or b"").decode("utf-8")
