"""SPARQL 1.1 Protocol, section by section, against the site; the words before each test are the standard's."""

import json
import xml.etree.ElementTree as ET
from urllib.parse import quote, urlencode

import pytest
from rdflib import Graph

from tests.serve.served import Visitor, world

ASK = "ASK { ?s ?p ?o }"
SELECT = "SELECT ?name { ?s skos:prefLabel ?name } ORDER BY ?name"
CONSTRUCT = "CONSTRUCT { ?s skos:prefLabel ?o } WHERE { ?s skos:prefLabel ?o }"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
JSON, XML, CSV, TSV = "application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"
GRAPH = "http://localhost:8010/data/graph.ttl"


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    made = world(tmp_path_factory.mktemp("protocol") / "out")
    yield Visitor(made)
    made.close()


def get(ask, *pairs, **headers):
    return ask(f"/sparql?{urlencode(pairs)}", **headers)


# 2.1.1 query via GET: "Protocol clients must percent-encode all parameters … URL query string parameters … query (exactly 1)"


def test_by_get(ask):
    response = get(ask, ("query", ASK))
    assert response.status == 200 and response.type == JSON and json.loads(response.body)["boolean"] is True


def test_a_plus_is_a_space_and_percents_are_utf8(ask):
    query = quote('ASK { ?s skos:prefLabel "苏明远"@zh }').replace("%20", "+")
    assert json.loads(ask(f"/sparql?query={query}").body)["boolean"] is True


def test_two_queries_are_malformed(ask):
    assert get(ask, ("query", ASK), ("query", ASK)).status == 400


@pytest.mark.parametrize("query", ["", "ASK {", "SELECT nothing", "ASK { ?s ?p ?o } ASK { ?s ?p ?o }", "INSERT DATA { <a:a> <a:a> <a:a> }", "CLEAR ALL"])
def test_what_is_no_query_is_malformed(ask, query):
    assert get(ask, ("query", query)).status == 400


def test_what_is_no_utf8_is_malformed(ask):
    assert ask("/sparql?query=ASK%20%7B%20?s%20?p%20%22%FF%22%20%7D").status == 400
    assert ask("/sparql", "POST", b"ASK { ?s ?p '\xff' }", content_type=DIRECT).status == 400
    assert ask("/sparql", "POST", "ASK {}".encode("utf-16"), content_type=DIRECT).status == 400
    assert ask("/sparql?query=ASK%2", accept=JSON).status == 400


# 2.1.2 query via URL-encoded POST: "Clients must set the content type header … to application/x-www-form-urlencoded"


def test_by_form(ask):
    response = ask("/sparql", "POST", urlencode({"query": SELECT}).encode(), content_type=f"{FORM}; charset=UTF-8")
    assert response.status == 200 and len(json.loads(response.body)["results"]["bindings"]) == 6


def test_a_form_without_a_query_is_malformed(ask):
    assert ask("/sparql", "POST", b"", content_type=FORM).status == 400
    assert ask("/sparql", "POST", b"q=ASK", content_type=FORM).status == 400


# 2.1.3 query via POST directly: "Clients must set the content type header … to application/sparql-query"


def test_the_query_as_the_body(ask):
    assert ask("/sparql", "POST", ASK.encode(), content_type=DIRECT).status == 200
    assert ask("/sparql", "POST", ASK.encode(), content_type=f"{DIRECT}; charset=utf-8").status == 200


@pytest.mark.parametrize("type", ["", "text/plain", "application/json", "multipart/form-data; boundary=x"])
def test_another_type_of_body_is_not_supported(ask, type):
    assert ask("/sparql", "POST", ASK.encode(), content_type=type).status == 415


def test_a_body_in_another_charset_is_not_supported(ask):
    for charset in ("utf-16", '"GB18030"', "latin1"):
        assert ask("/sparql", "POST", ASK.encode(), content_type=f"{DIRECT}; charset={charset}").status == 415


def test_a_query_as_the_body_and_one_in_the_address(ask):
    assert ask(f"/sparql?query={quote(ASK)}", "POST", ASK.encode(), content_type=DIRECT).status == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])
def test_other_methods(ask, method):
    response = ask(f"/sparql?query={quote(ASK)}", method)
    assert response.status == 405 and response.headers["Allow"] == "GET, HEAD, OPTIONS, POST"


# 2.1.4 specifying an RDF dataset: "If a service does not support …, it must reject the request"


def test_the_one_graph_may_be_named(ask):
    assert json.loads(get(ask, ("query", ASK), ("default-graph-uri", GRAPH)).body)["boolean"] is True
    assert get(ask, ("query", ASK), ("named-graph-uri", GRAPH)).status == 400


def test_a_graph_that_is_not_here_is_empty_and_it_is_said(ask):
    response = get(ask, ("query", ASK), ("default-graph-uri", "http://127.0.0.1:1/else"))
    assert json.loads(response.body)["boolean"] is False and "no graph http://127.0.0.1:1/else" in response.headers["Graphbuild-Notice"]
    both = get(ask, ("query", ASK), ("default-graph-uri", "http://127.0.0.1:1/else"), ("default-graph-uri", GRAPH))
    assert json.loads(both.body)["boolean"] is True
    assert json.loads(get(ask, ("query", ASK), ("named-graph-uri", "urn:x:y")).body)["boolean"] is False


@pytest.mark.parametrize("name", ["file:///etc/passwd", "FILE:/etc/passwd", "ftp://x/", "else", "", "http://a b/", "data:,x"])
def test_what_can_be_no_graph_of_this_service_is_refused(ask, name):
    assert get(ask, ("query", ASK), ("default-graph-uri", GRAPH), ("default-graph-uri", name)).status == 400
    assert ask(f"/sparql?named-graph-uri={quote(name)}", "POST", ASK.encode(), content_type=DIRECT).status == 400


@pytest.mark.parametrize("query", ["ASK FROM <file:///etc/passwd> { ?s ?p ?o }", "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"])
def test_what_reaches_beyond_the_graph_is_refused(ask, query):
    assert get(ask, ("query", query)).status == 400


# 2.1.5 accepted response formats: "Protocol clients should use HTTP content negotiation"


@pytest.mark.parametrize("type", [JSON, XML, CSV, TSV])
def test_every_form_of_rows(ask, type):
    response = get(ask, ("query", SELECT), accept=type)
    assert response.status == 200 and response.type.partition(";")[0] == type and "苏明远" in response.body.decode("utf-8")
    assert response.headers["Vary"] == "Accept"


@pytest.mark.parametrize(
    ("type", "form"),
    [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/ld+json", "json-ld"), ("application/rdf+xml", "xml")],
)
def test_every_form_of_triples(ask, type, form):
    response = get(ask, ("query", CONSTRUCT), accept=type)
    assert response.type.partition(";")[0] == type and len(Graph().parse(data=response.body, format=form)) == 6


def test_the_same_answer_in_every_form(ask):
    names = [row["name"]["value"] for row in json.loads(get(ask, ("query", SELECT)).body)["results"]["bindings"]]
    xml = ET.fromstring(get(ask, ("query", SELECT), accept=XML).body)
    assert [node.text for node in xml.iter("{http://www.w3.org/2005/sparql-results#}literal")] == names
    assert get(ask, ("query", SELECT), accept=CSV).body.decode().split("\r\n")[1:-1] == names
    assert get(ask, ("query", SELECT), accept=TSV).body.decode().split("\n")[1:-1] == [f'"{name}"@zh' for name in names]


def test_what_cannot_be_given_is_not_acceptable(ask):
    assert get(ask, ("query", SELECT), accept="image/png").status == 406
    assert get(ask, ("query", SELECT), accept="text/turtle").status == 406
    assert get(ask, ("query", CONSTRUCT), accept="text/csv").status == 406
    assert get(ask, ("query", SELECT), accept=f"{JSON};q=0, image/*").status == 406


def test_a_browser_is_led_to_the_page(ask):
    response = get(ask, ("query", ASK), accept="text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    assert response.status == 303 and response.headers["Location"] == f"/query?query={quote(ASK)}"


def test_a_link_may_ask_by_name_where_accept_does_not(ask):
    assert get(ask, ("query", SELECT), ("format", "csv"), accept="text/html,*/*;q=0.8").type.startswith(CSV)
    assert get(ask, ("query", SELECT), ("format", "csv"), accept=XML).type.startswith(XML)


# 2.1.7 failure responses; what is too long or too slow is never given as if it were whole


def test_a_cut_answer_is_no_answer_unless_it_is_asked_for(tmp_path):
    made = world(tmp_path / "out", rows=3)
    ask = Visitor(made)
    response = get(ask, ("query", SELECT))
    assert response.status == 403 and b"cut after 3 rows" in response.body
    part = get(ask, ("query", SELECT), ("partial", "yes"))
    assert part.status == 200 and json.loads(part.body)["notice"] == part.headers["Graphbuild-Notice"] != ""
    assert get(ask, ("query", SELECT), ("partial", "yes"), accept=CSV).status == 403
    assert get(ask, ("query", f"{SELECT} LIMIT 3")).status == 200
    made.close()


def test_time_runs_out_with_a_status(tmp_path):
    made = world(tmp_path / "out", seconds=0.3)
    many = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(9))
    response = get(Visitor(made), ("query", f"ASK {{ {many} FILTER(CONCAT(STR(?a0), STR(?c8)) = 'x') }}"))
    assert response.status == 503 and b"time ran out" in response.body
    made.close()


# 2.2 update operation: this service reads


@pytest.mark.parametrize("pairs", [{"update": "DROP ALL"}, {"update": "LOAD <file:///etc/passwd>", "query": ASK}, {"query": ASK, "using-graph-uri": "http://x/"}])
def test_updates_are_refused(ask, pairs):
    assert ask("/sparql", "POST", urlencode(pairs).encode(), content_type=FORM).status == 403
    assert ask(f"/sparql?{urlencode(pairs)}").status == 403
    assert ask("/sparql", "POST", b"DROP ALL", content_type="application/sparql-update").status == 403


# SPARQL 1.1 Service Description, section 2: "… must return a service description document when the service endpoint is
# dereferenced using the HTTP GET operation without any query parameter strings provided"


@pytest.mark.parametrize(("type", "form"), [("", "turtle"), ("*/*", "turtle"), ("application/rdf+xml", "xml"), ("application/ld+json", "json-ld")])
def test_the_service_describes_itself(ask, type, form):
    graph = Graph().parse(data=ask("/sparql", accept=type).body, format=form)
    rows = list(graph.query("""PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> PREFIX void: <http://rdfs.org/ns/void#>
      SELECT ?endpoint ?size { ?s a sd:Service ; sd:endpoint ?endpoint ; sd:supportedLanguage sd:SPARQL11Query ; sd:resultFormat ?f ;
      sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ; void:triples ?size ] ] }"""))
    assert {(str(row[0]), int(row[1])) for row in rows} == {("http://localhost:8010/sparql", len(ask.world.store.engine))}


def test_head_and_options(ask):
    assert ask("/sparql", "OPTIONS").headers["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert get(ask, ("query", ASK)).status == ask(f"/sparql?query={quote(ASK)}", "HEAD").status == 200


# A page elsewhere must not be able to ask through a reader's browser


def test_pages_of_other_sites_may_not_ask(ask):
    assert get(ask, ("query", ASK), origin="https://evil.example").status == 403
    assert get(ask, ("query", ASK), sec_fetch_site="cross-site", sec_fetch_mode="cors").status == 403
    assert get(ask, ("query", ASK), origin="http://localhost:8010", sec_fetch_site="same-origin").status == 200
    assert not [name for name in get(ask, ("query", ASK)).headers if name.lower().startswith("access-control")]
