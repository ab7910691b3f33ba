"""The explorer's pages, what guards them, and that no path leads out of the folder."""

import json
import re
from dataclasses import replace
from urllib.parse import quote

import pytest
from rdflib import Graph, URIRef

from graphbuild.errors import BrokenGraph
from graphbuild.graph.namespaces import OA
from graphbuild.query.worker import Limits
from graphbuild.serve.lanes import Lanes
from graphbuild.serve.speaking import phrases
from graphbuild.serve.world import open_world
from tests.query import small_world
from tests.serve.served import HOSTS, ID, QUOTE, START, Visitor, world

PERSON = "/thing/official/苏明远.云岭县"
DOCUMENT = "/document/document/one"


@pytest.fixture(scope="module")
def visit(tmp_path_factory):
    place = tmp_path_factory.mktemp("site")
    (place / "secret.txt").write_text("secret", "utf-8")
    made = world(place / "out")
    (place / "out" / "texts" / "link.txt").symlink_to(place / "secret.txt")
    (place / "out" / "own.txt").write_text("own", "utf-8")
    yield Visitor(made)
    made.close()


def test_the_first_page_counts_and_leads_on(visit):
    page = visit.page("/")
    assert "苏明远" in page and 'href="/list?class=Official"' in page and 'lang="zh-CN"' in page


def test_a_thing_tells_its_relations_with_their_sentences(visit):
    page = visit.page(PERSON)
    assert '<mark class="end1">苏明远</mark>' in page and '<mark class="end2">青竹湖公园</mark>' in page
    assert "云岭讯" in page and f"{quote(DOCUMENT)}#p{START}-{START + len(QUOTE)}" in page
    assert "县委书记" in page and 'class="time"' in page and 'class="map"' in page


def test_the_other_end_tells_the_same(visit):
    page = visit.page("/thing/park/青竹湖公园.云岭县", accept_language="en")
    assert "inspected by" in page and "云岭县" in page and "Also called" in page


def test_all_of_one_relation(visit):
    assert "青竹湖公园" in visit.page(f"{PERSON}?of=inspects")
    assert visit(f"{PERSON}?of=chairs", accept="text/html").status == 404


def test_a_document_shows_its_text_with_what_was_read(visit):
    page = visit.page(DOCUMENT)
    assert f'id="p{START}-{START + len(QUOTE)}"' in page and page.count('class="read" href="#f0"') >= 2
    assert "&lt;b&gt;。" in page and "县领导&lt;调研&gt;" in page and "<调研>" not in page


def test_articles_of_one_file_stand_apart(visit):
    first, second = visit.page(DOCUMENT), visit.page("/document/document/two", accept_language="en")
    assert "何静要求" not in first and "何静要求" in second and "云岭讯" not in second
    assert 'href="/document/document/two"' in first and '<b aria-current="page"><bdi>县里开会</bdi></b>' in second
    assert "2 articles of one file" in second and f'href="{DOCUMENT}"' in second


def test_lists_by_class_and_place(visit):
    assert "何静" in visit.page("/list?class=Official") and "青竹湖公园" not in visit.page("/list?class=Official")
    page = visit.page(f"/list?place={quote(ID + 'district/云岭县.530000')}")
    assert "青竹湖公园" in page and "清源县" not in page


def test_names_are_found_by_parts_aliases_and_typing(visit):
    assert visit("/search?q=%E8%8B%8F%E6%98%8E").headers["Location"] == quote(PERSON)
    page = visit.page("/search?q=竹湖".replace("竹湖", quote("竹湖")))
    assert page.count('class="thing"') == 2
    assert [hit["name"] for hit in json.loads(visit("/suggest?q=smy").body)] == ["苏明远"]
    assert visit("/search?q=%3Cscript%3E").headers["Location"] == "/ask?q=%3Cscript%3E"  # no name: perhaps a question


def test_the_ledger_of_promises(visit):
    assert all(f">{name}</option>" in visit.page("/promises") for name in ("已实现，是否按期不详", "逾期或推迟", "无下文"))
    page = visit.page("/promises", accept_language="en")
    assert "竹湖" in page and "2024-12-31" in page and "not yet due" in page and f'<a href="{DOCUMENT}#p{START}-' in page
    assert "完工" in visit.page("/promises") and "</a> complete" not in visit.page("/promises")
    assert "2024-12-31" not in visit.page("/promises?standing=kept")
    assert "2024-12-31" in visit.page(f"/promises?place={quote('云岭县')}")
    assert visit(f"/promises?thing={quote('无此物')}", accept="text/html").status == 404


def test_named_questions_are_asked_by_form(visit):
    assert 'href="/question/who-inspects"' in visit.page("/questions")
    page = visit.page(f"/question/who-inspects?thing={quote('青竹湖公园')}")
    assert "苏明远" in page and '<figure class="said">' in page and '<th scope="col">谁</th>' in page and "whoName" not in page.partition("<details>")[0]
    assert visit("/question/who-inspects?thing=x", accept="text/html").status == 400


def test_a_query_is_answered_without_script(visit):
    page = visit.page(f"/query?query={quote('SELECT ?n { ?s a gb:Park ; skos:prefLabel ?n }')}")
    assert "青竹湖公园" in page
    wrong = visit(f"/query?query={quote('SELECT ?n { ?s a gb:Parc }')}", accept="text/html")
    assert wrong.status == 400 and b"gb:Park" in wrong.body


@pytest.mark.parametrize("address", ["/sparql?query=ASK%7B%7D", "/query?query=ASK%7B%7D", "/question/late?on=2024-01-01"])
@pytest.mark.parametrize("died", [True, False])
def test_a_query_whose_worker_has_died_may_come_again(tmp_path, address, died):
    made = world(tmp_path / "out")
    lanes, ask = made.endpoint.pool, Visitor(made)
    assert ask(address, accept="*/*").status == 200
    if died:
        lanes.idle[-1].pipe.close()
    else:
        lanes.quick.acquire()
        lanes.limits = replace(lanes.limits, seconds=0.1)
    refused = ask(address, accept="*/*")
    assert (refused.status, refused.headers["Retry-After"]) == (503, "5") and refused.body
    if not died:
        lanes.quick.release()
    assert ask(address, accept="*/*").status == 200
    made.close()


@pytest.mark.parametrize("trouble", [BrokenGraph("/secret/place is broken"), KeyError("secret")])
def test_what_is_broken_in_here_is_no_mistake_of_who_asks_and_no_secret_gets_out(visit, monkeypatch, caplog, trouble):
    def fail(*_):
        raise trouble

    monkeypatch.setattr(Lanes, "run", fail)
    for address in ("/sparql?query=ASK%7B%7D", "/query?query=ASK%7B%7D"):
        refused = visit(address, accept="*/*")
        assert refused.status == 500 and b"secret" not in refused.body and "secret" in caplog.text


def test_identifiers_lead_to_pages_and_to_triples(visit):
    name = quote("official/苏明远.云岭县")
    html = visit(f"/id/{name}", accept="text/html,*/*;q=0.8")
    assert (html.status, html.headers["Location"]) == (303, f"/thing/{name}")
    turtle = visit(f"/id/{name}", accept="application/ld+json")
    assert (turtle.status, turtle.headers["Location"]) == (303, f"/thing/{name}?format=jsonld")
    graph = Graph().parse(data=visit(f"/thing/{name}?format=ttl").body, format="turtle")
    assert set(graph.subjects()) == {URIRef(f"{ID}official/苏明远.云岭县")}
    assert visit(f"/id/{name}", accept="image/png").status == 406 and visit("/id/official/x", accept="text/html").status == 404


def test_things_of_one_name_are_told_apart_by_their_place(visit):
    for page in (visit.page("/search?q=县"), visit.page("/list?class=Official")):
        assert re.search(r"</bdi></a> <span[^>]*>[^<]* · 云岭县 · [0-9]+ ", page)


def test_one_statement_is_no_plural(visit):
    page = visit.page("/list", cookie="lang=en")
    assert not re.search(r"[^0-9]1 statements", page) and (" 1 statement<" in page or " 1 statement " in page)


def test_every_node_has_a_page(visit):
    assert "苏明远" in visit.page("/thing/claim/one")
    assert visit("/thing/document/one", accept="text/html").headers["Location"] == DOCUMENT


def test_a_node_is_told_in_words(visit):
    chinese, english = (visit.page("/thing/milestone/m", cookie=f"lang={tongue}") for tongue in ("zh", "en"))
    assert "<h1>milestone</h1>" in english and "<bdi>planned</bdi>" in english and 'scope="row">class<' in english
    assert "<bdi>Planned</bdi>" not in chinese + english and "<bdi>Milestone</bdi>" not in chinese and 'scope="row">类别<' in chinese
    assert "<bdi>县领导&lt;调研&gt;</bdi>" in visit.page("/thing/claim/place")


def test_without_texts_a_sentence_begins_and_ends_as_one(tmp_path):
    made = world(tmp_path / "out")
    told = {"start": ("8",), "end": ("13",), "exact": ("苏明远调研",), "prefix": ("了半句。 昨天",), "suffix": ("后返回。下一",)}
    document = made.reader.document("http://nobody")
    told = {str(OA[name]): value for name, value in told.items()}
    shown = made.reader.sentence(document, told, (), ())
    whole = made.reader.sentence(document, {**told, str(OA.exact): ("苏明远调研。",)}, (), ())
    made.close()
    assert (shown.before, shown.after, whole.after) == ("昨天", "后返回。", "")


def test_a_map_of_few_is_no_higher_than_they_need(visit):
    assert all(float(high) < 510 for high in re.findall(r'viewBox="-540 [-.0-9]+ 1080 ([.0-9]+)"', visit.page("/thing/park/青竹湖公园.云岭县")))


def test_what_another_text_says_of_it_stands_beside_it(tmp_path):
    made = open_world(small_world.write(tmp_path / "out"), 1, Limits(), HOSTS)
    page = Visitor(made).page("/thing/zone/银杏文创园一期.云岭区", accept_language="en")
    made.close()
    told = re.findall(r'Another text says: <a href="/thing/milestone/[0-9a-f]+">([^<]*)</a>', page)
    assert sorted(each.strip() for each in told) == ["2021-06-30", "2023-09-30"]


def test_both_sentences_of_a_contradiction_are_shown(tmp_path):
    made = open_world(small_world.write(tmp_path / "out"), 1, Limits(), HOSTS)
    page = Visitor(made).page("/question/contradictions")
    made.close()
    [row, *_] = re.findall(r"<tr>.*?</tr>", page.partition("<tbody>")[2], re.DOTALL)
    assert "claim2" not in page.partition("<details")[0] and row.count("<blockquote") == 2


def test_a_graph_of_anybody_is_shown(tmp_path):
    (tmp_path / "x.ttl").write_text('<http://e/a> <http://www.w3.org/2000/01/rdf-schema#label> "A<b>" ; <http://e/p> <http://e/b> . <http://e/b> <http://www.w3.org/2000/01/rdf-schema#label> "B" .')
    made = open_world(tmp_path / "x.ttl", 1, Limits(), frozenset({"localhost"}))
    ask = Visitor(made)
    assert "A&lt;b&gt;" in ask.page("/list") and "B" in ask.page(f"/thing?iri={quote('http://e/a', safe='')}")
    assert ask.page("/") and ask.page("/documents") and ask.page("/promises")
    made.close()


# What guards


@pytest.mark.parametrize("address", ["/", PERSON, DOCUMENT, "/query", "/nothing", "/sparql", "/data/graph.ttl", "/static/site.css", "/health"])
def test_every_answer_is_guarded(visit, address):
    response = visit(address, accept="text/html, */*;q=0.1")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert not re.search(r"script-src[^;]*(unsafe|\*|http)", policy)
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert not [name for name in response.headers if name.lower().startswith("access-control")]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8010", "", "127.0.0.1.evil.example", "localhost.evil.example", "[::2]", "10.0.0.1"])
def test_another_host_is_not_answered(visit, host):
    assert visit("/", host=host).status == visit("/sparql", host=host).status == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1:8010", "127.0.0.2", "[::1]:8010", "localhost."])
def test_this_machine_is_answered_by_its_names(visit, host):
    assert visit("/health", host=host).status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT"])
def test_pages_are_only_read(visit, method):
    assert visit("/", method).status == visit("/data/graph.ttl", method).status == 405


@pytest.mark.parametrize(
    "path",
    ["../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "texts/../../secret.txt", "texts/..%2f..%2fsecret.txt", "texts/link.txt",
     "own.txt", "texts", "texts/", "//etc/passwd", "%2fetc%2fpasswd", "texts/%00", "texts/.", "texts/..", "store/CURRENT", "graph.ttl/x",
     "texts%2fone.txt", "texts/one.txt%00", "texts/..%5csecret.txt", "~", "%ff"],
)  # fmt: skip
def test_no_path_leads_out_of_what_is_given(visit, path):
    for start in ("/data/", "/static/", "/id/", "/thing/", "/document/"):
        response = visit(start + path)
        assert response.status in (400, 404, 406) and b"secret" not in response.body.replace(path.encode(), b"").replace(b"secret.txt", b"")


def test_what_a_build_wrote_is_given(visit):
    assert visit("/data/texts/one.txt").body.decode().startswith("县领导")
    graph = visit("/data/graph.ttl")
    assert graph.type.startswith("text/turtle") and graph.headers["Content-Disposition"] == "attachment"
    assert visit("/data/graph.ttl", if_none_match=graph.headers["ETag"]).status == 304
    assert "graph.ttl" in visit.page("/data/") and "own.txt" not in visit.page("/data/")


def test_our_own_files(visit):
    assert visit("/static/site.css").type.startswith("text/css") and len(visit("/static/yasgui.min.js").body) > 500_000
    for page in ("/", "/query", PERSON):
        told = visit.page(page)
        assert not re.search(r'<script(?! src="/static/)|\son\w+=|\sstyle=|(?:src|<link[^>]* href)="(?!/)', told)


def test_the_language_is_chosen_and_remembered(visit):
    assert "Documents" in visit.page("/", accept_language="en-GB,en;q=0.9") and "文本" in visit.page("/", accept_language="zh-CN")
    chosen = visit("/?lang=en", accept="text/html", accept_language="zh-CN")
    assert chosen.headers["Set-Cookie"].startswith("lang=en;") and b"Documents" in chosen.body
    assert "Documents" in visit.page("/", cookie="lang=en", accept_language="zh-CN")
    assert visit("/?lang=%0d%0aX:y", accept="text/html").status == 200


def test_both_languages_say_all():
    assert phrases("zh").keys() == phrases("en").keys() and all(phrases("zh").values()) and all(phrases("en").values())


def test_health(visit):
    assert json.loads(visit("/health").body) == {"status": "ok", "triples": len(visit.world.store.engine), "things": 6}


@pytest.mark.parametrize("address", ["/list?page=99999999999", "/list?page=-1", "/list?class=%22%3E", "/thing?iri=%3Cx%3E", "/thing?iri=x%20y", "/documents?q=%25"])
def test_odd_parameters_do_no_harm(visit, address):
    assert visit(address, accept="text/html").status in (200, 400, 404)


@pytest.mark.parametrize("host", ["[::1].evil.example", "localhost:80@evil.example", "localhost:x", "[localhost]", "localhost, evil.example"])
def test_a_host_that_only_begins_like_ours_is_refused(visit, host):
    assert visit("/", host=host).status == 421


@pytest.mark.parametrize("host", ["[::1]", "[::1]:8010", "localhost.", "LOCALHOST:1", "127.0.0.1"])
def test_every_spelling_of_this_machine_is_answered(visit, host):
    assert visit("/", host=host).status == 200
