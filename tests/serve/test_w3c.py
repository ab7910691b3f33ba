"""What the W3C's suites for the protocol, for CSV and TSV and for service descriptions ask, entry by entry, in our own words.

w3c.tsv lists their entries; what does not hold says why: this service only reads, and no query may name a source itself.
"""

import csv
import io
import json
from pathlib import Path
from urllib.parse import quote

import pytest
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.plugins.sparql.results.tsvresults import TSVResultParser

from graphbuild.query.store import Limits
from graphbuild.serve.world import open_world
from tests.serve.served import HOSTS, Visitor

ROWS = [line.split("\t") for line in Path(__file__).with_name("w3c.tsv").read_text("utf-8").splitlines()[2:]]
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
GRAPHS = {n: f"http://a.example/graph{n}" for n in (0, 1, 2, 3)}
DATASET = "\n".join(f"GRAPH <{name}> {{ <{name}> a <http://a.example/Document> }}" for n, name in GRAPHS.items() if n)
ONE = """@prefix : <http://a.example/> .
:s1 :p1 :s2 . :s2 :p2 "word" . :s3 :p3 "a word, \\"quoted\\"\\twith\\nlines" . :s4 :p4 4 . :s5 :p5 5.5 . :s6 :p6 [] . :s7 :p7 "词"@zh .
:s8 :p8 "1.5e3"^^<http://www.w3.org/2001/XMLSchema#double> . :s9 :p9 "5,5"^^:own . :s10 :p10 "a7"^^<http://www.w3.org/2001/XMLSchema#hexBinary> .
"""
ANY_ROWS = "SELECT * { ?s ?p ?o } ORDER BY ?s"
SOME_UNBOUND = "PREFIX : <http://a.example/> SELECT ?s ?o ?o2 { ?s ?p ?o OPTIONAL { ?s :p4 ?o2 } } ORDER BY ?s"


def visitor(path, text):
    path.write_text(text, "utf-8")
    return Visitor(open_world(path, 1, Limits(), HOSTS))


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A dataset with named graphs."""
    made = visitor(tmp_path_factory.mktemp("w3c") / "many.trig", DATASET)
    yield made
    made.world.close()


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    made = visitor(tmp_path_factory.mktemp("w3c") / "one.ttl", ONE)
    yield made
    made.world.close()


def told(default=(), named=(), **more):
    pairs = [*(("default-graph-uri", GRAPHS[n]) for n in default), *(("named-graph-uri", GRAPHS[n]) for n in named), *more.items()]
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in pairs)


def post(ask, body, type=None, address="/sparql/"):
    return ask(address, "POST", body.encode() if isinstance(body, str) else body, **({"content_type": type} if type else {}))


def true(response):
    return response.status == 200 and response.type == JSON and json.loads(response.body)["boolean"] is True


def both(*numbers):
    return "ASK {" + "".join(f" <{GRAPHS[n]}> a ?type{n} ." for n in numbers) + " }"


def apart(*numbers, more=""):
    return f"ASK {{ {more}" + "".join(f" GRAPH ?g{n} {{ <{GRAPHS[n]}> a ?type{n} }}" for n in numbers) + " }"


# protocol: queries


def query_post_form(ask):
    assert true(post(ask, "query=ASK%20%7B%7D", FORM, f"/sparql/?{told([0])}"))


def query_dataset_default_graphs_get(ask):
    assert true(ask(f"/sparql/?{told([1, 2], query=both(1, 2))}"))
    assert not true(ask(f"/sparql/?{told([1], query=both(1, 2))}"))


def query_dataset_default_graphs_post(ask):
    assert true(post(ask, both(1, 2), QUERY, f"/sparql/?{told([1, 2])}"))


def query_dataset_named_graphs_post(ask):
    assert true(post(ask, apart(1, 2), QUERY, f"/sparql/?{told(named=[1, 2])}"))
    assert not true(post(ask, apart(1, 2, 3), QUERY, f"/sparql/?{told(named=[1, 2])}"))


def query_dataset_named_graphs_get(ask):
    assert true(ask(f"/sparql/?{told(named=[1, 2], query=apart(1, 2))}"))


def query_dataset_full(ask):
    assert true(post(ask, apart(1, 2, more=f"<{GRAPHS[3]}> a ?type ."), QUERY, f"/sparql/?{told([3], [1, 2])}"))
    assert not true(post(ask, apart(3, more=f"<{GRAPHS[3]}> a ?type ."), QUERY, f"/sparql/?{told([3], [1, 2])}"))


def query_get(ask):
    assert true(ask(f"/sparql/?query=ASK%20%7B%7D&{told([0])}"))


def query_content_type_select(ask):
    response = post(ask, "SELECT (1 AS ?value) {}", QUERY, f"/sparql/?{told([0])}")
    assert response.status == 200 and response.type == JSON and json.loads(response.body)["results"]["bindings"][0]["value"]["value"] == "1"


def query_content_type_ask(ask):
    assert true(post(ask, "ASK {}", QUERY, f"/sparql/?{told([0])}"))


def query_content_type_describe(ask):
    response = post(ask, "DESCRIBE <http://a.example/>", QUERY, f"/sparql/?{told([0])}")
    assert response.status == 200 and response.type.startswith("text/turtle") and len(Graph().parse(data=response.body)) == 0


def query_content_type_construct(ask):
    response = post(ask, "CONSTRUCT { <s> <p> 1 } WHERE {}", QUERY, f"/sparql/?{told([0])}")
    assert response.status == 200 and response.type.startswith("text/turtle")
    base = "http://localhost:8010/"
    assert set(Graph().parse(data=response.body)) == {(URIRef(f"{base}s"), URIRef(f"{base}p"), Literal(1))}


def query_post_direct(ask):
    assert true(post(ask, "ASK {}", QUERY))


# protocol: what must be refused


def refused(response):
    assert 400 <= response.status < 500


def bad_query_method(ask):
    refused(ask(f"/sparql/?query=ASK%20%7B%7D&{told([0])}", "PUT", content_type=FORM))


def bad_multiple_queries(ask):
    refused(ask("/sparql/?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D"))
    refused(post(ask, "query=ASK%20%7B%7D&query=ASK%20%7B%7D", FORM))


def bad_query_wrong_media_type(ask):
    refused(post(ask, "ASK {}", "text/plain"))


def bad_query_missing_form_type(ask):
    refused(post(ask, "query=ASK%20%7B%7D"))


def bad_query_missing_direct_type(ask):
    refused(post(ask, "ASK {}"))


def bad_query_non_utf8(ask):
    refused(post(ask, "ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16"))
    refused(post(ask, "ASK {}".encode("utf-16"), QUERY))


def bad_query_syntax(ask):
    refused(ask("/sparql/?query=ASK%20%7B"))


def bad_update_get(ask):
    refused(ask("/sparql/?update=CLEAR%20ALL"))


def bad_multiple_updates(ask):
    refused(post(ask, "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", FORM))


def bad_update_wrong_media_type(ask):
    refused(post(ask, "CLEAR NAMED", "text/plain"))


def bad_update_missing_form_type(ask):
    refused(post(ask, "update=CLEAR%20NAMED"))


def bad_update_non_utf8(ask):
    refused(post(ask, "CLEAR NAMED".encode("utf-16"), f"{UPDATE}; charset=UTF-16"))


def bad_update_syntax(ask):
    refused(post(ask, "update=CLEAR%20XYZ", FORM))


def bad_update_dataset_conflict(ask):
    body = f"using-named-graph-uri={quote(GRAPHS[1], safe='')}&update={quote('INSERT { ?s ?p 1 } USING <http://a.example/graph2> WHERE { ?s ?p ?o }')}"
    refused(post(ask, body, FORM))


# protocol: what a service that only reads refuses, and leaves everything as it was


@pytest.mark.parametrize(("body", "type"), [
    ("CLEAR ALL", UPDATE), ("update=CLEAR%20ALL", FORM), (f"INSERT DATA {{ GRAPH <{GRAPHS[0]}> {{ <a:a> <a:a> <a:a> }} }}", UPDATE),
    ("update=CLEAR%20ALL&using-graph-uri=http%3A%2F%2Fa.example%2Fgraph1", FORM), ("CLEAR ALL", QUERY), ("query=CLEAR%20ALL", FORM),
])  # fmt: skip
def test_updates_are_refused_and_change_nothing(many, body, type):
    refused(post(many, body, type))
    assert true(post(many, apart(1, 2, 3), QUERY)) and not true(post(many, apart(0), QUERY))


def test_a_query_names_no_source_whatever_the_request_names(many):
    refused(post(many, f"ASK FROM <{GRAPHS[3]}> {{ ?s ?p ?o }}", QUERY, f"/sparql/?{told(named=[1])}"))


# csv-tsv-res


def table(ask, query, type, sign):
    response = post(ask, query, QUERY, f"/sparql/?format={type}")
    assert response.status == 200 and response.type == {"csv": "text/csv; charset=utf-8", "tsv": "text/tab-separated-values; charset=utf-8"}[type]
    return list(csv.reader(io.StringIO(response.body.decode("utf-8"), newline=""), delimiter=sign)), response.body.decode("utf-8")


A = "http://a.example/"
VALUES = {"s1": f"{A}s2", "s10": "a7", "s2": "word", "s3": 'a word, "quoted"\twith\nlines', "s4": "4", "s5": "5.5", "s7": "词", "s8": "1500", "s9": "5,5"}


def csv01(ask):
    """RFC 4180: CRLF, values bare, quotation marks only where they must be; no marks before variables."""
    rows, text = table(ask, ANY_ROWS, "csv", ",")
    assert rows[0] == ["s", "p", "o"] and text.startswith("s,p,o\r\n") and text.endswith("\r\n")
    found = {s.removeprefix(A): o for s, _, o in rows[1:]}
    assert found.pop("s6").startswith("_:") and found == VALUES
    assert f'{A}s3,{A}p3,"a word, ""quoted""\twith\nlines"\r\n' in text and f"{A}s2,{A}p2,word\r\n" in text


def csv02(ask):
    rows, text = table(ask, SOME_UNBOUND, "csv", ",")
    assert rows[0] == ["s", "o", "o2"] and [row[2] for row in rows[1:]] == ["4" if row[0] == f"{A}s4" else "" for row in rows[1:]]
    assert f"{A}s2,word,\r\n" in text


def csv03(ask):
    text = table(ask, ANY_ROWS, "csv", ",")[1]
    assert f'{A}s9,{A}p9,"5,5"\r\n' in text and f"{A}s10,{A}p10,a7\r\n" in text and f"{A}s5,{A}p5,5.5\r\n" in text


def tsv01(ask):
    """Terms as SPARQL writes them, a mark before each variable, one line a row whatever a text holds."""
    text = table(ask, ANY_ROWS, "tsv", "\t")[1]
    lines = text.split("\n")
    assert lines[0] == "?s\t?p\t?o" and lines[-1] == "" and len(lines) == 12 and "\r" not in text
    for line in ("<{A}s1>\t<{A}p1>\t<{A}s2>", '<{A}s2>\t<{A}p2>\t"word"', "<{A}s4>\t<{A}p4>\t4", "<{A}s5>\t<{A}p5>\t5.5", '<{A}s7>\t<{A}p7>\t"词"@zh'):
        assert line.format(A=A) in lines
    assert f'<{A}s3>\t<{A}p3>\t"a word, \\"quoted\\"\\twith\\nlines"' in lines


def tsv02(ask):
    text = table(ask, SOME_UNBOUND, "tsv", "\t")[1]
    assert f'<{A}s2>\t"word"\t\n' in text and f"<{A}s4>\t4\t4\n" in text


def tsv03(ask):
    """Another maker reads the same terms."""
    read = TSVResultParser().parse(io.BytesIO(table(ask, ANY_ROWS, "tsv", "\t")[1].encode()))
    found = {str(row.s).removeprefix(A): row.o for row in read}
    known = {str(s).removeprefix(A): o for s, o in Graph().parse(data=ONE, format="turtle").subject_objects()}
    assert isinstance(found.pop("s6"), BNode) and known.pop("s6")
    assert {name: term.toPython() for name, term in found.items()} == {name: term.toPython() for name, term in known.items()}
    assert found["s9"].datatype == URIRef(f"{A}own") and found["s10"].datatype == known["s10"].datatype


# service-description


def described(ask, path="/sparql/", type=""):
    response = ask(path, accept=type)
    assert response.status == 200
    return Graph().parse(data=response.body, format=response.type.partition(";")[0])


def returns_rdf(ask):
    for type in ("text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json", "*/*"):
        assert len(described(ask, type=type)) > 10


def has_endpoint_triple(ask):
    for path in ("/sparql/", "/sparql"):
        assert set(described(ask, path).objects(None, SD.endpoint)) == {URIRef(f"http://localhost:8010{path}")}


def conforms_to_schema(ask):
    """Each term of the vocabulary on what it is for (Service Description, section 3), and no term that it does not have."""
    graph = described(ask)
    (service,) = graph.subjects(RDF.type, SD.Service)
    (dataset,) = graph.objects(service, SD.defaultDataset)
    (default,) = graph.objects(dataset, SD.defaultGraph)
    assert (dataset, RDF.type, SD.Dataset) in graph and (default, RDF.type, SD.Graph) in graph
    assert set(graph.objects(service, SD.supportedLanguage)) == {SD.SPARQL11Query} and len(set(graph.objects(service, SD.resultFormat))) == 8
    named = {str(graph.value(each, SD.name)) for each in graph.objects(dataset, SD.namedGraph) if (each, RDF.type, SD.NamedGraph) in graph}
    assert named == {GRAPHS[1], GRAPHS[2], GRAPHS[3]}
    known = {"Service", "Dataset", "Graph", "NamedGraph", "endpoint", "supportedLanguage", "SPARQL11Query", "resultFormat", "defaultDataset",
             "defaultGraph", "namedGraph", "name", "defaultEntailmentRegime"}  # fmt: skip
    assert {str(term).removeprefix(str(SD)) for triple in graph for term in triple if str(term).startswith(str(SD))} <= known


HOLDING = [(suite, entry) for suite, entry, holds in ROWS if holds == "yes"]


@pytest.mark.parametrize(("suite", "entry"), HOLDING)
def test_an_entry_holds(many, one, suite, entry):
    globals()[entry.replace("-", "_")](one if suite == "csv-tsv-res" else many)


def test_every_entry_holds_or_says_why_not():
    assert len(ROWS) == 34 + 6 + 3 and len({entry for _, entry, _ in ROWS}) == len(ROWS)
    assert {holds for *_, holds in ROWS if holds != "yes"} == {"no: it only reads", "no: FROM is refused in any query"}
