"""Of a promise without an answer the ledger tells when its place was next spoken for, and what went wrong comes first."""

from dataclasses import replace
from pathlib import Path

from rdflib import RDF, Graph, Literal, URIRef

from graphbuild.graph.namespaces import GB
from graphbuild.query.ledger import Ledger
from graphbuild.query.promises import promises
from graphbuild.query.sentences import Shelf
from graphbuild.query.steps import last_of
from graphbuild.query.store import open_store
from graphbuild.resolve.standing import STANDINGS
from tests.query.small_world import write

PLACE = URIRef("x:place")


def made(graph, name, date, said):
    promise, planned = URIRef(f"x:{name}"), URIRef(f"x:{name}.planned")
    graph.add((promise, RDF.type, GB.Promise))
    graph.add((promise, GB.promises, planned))
    graph.add((promise, GB.promisedIn, PLACE))
    for predicate, value in ((GB.thing, URIRef(f"x:{name}.thing")), (GB.kind, GB.Open), (GB.status, GB.Planned)):
        graph.add((planned, predicate, value))
    graph.add((planned, GB.date, Literal(date)))
    graph.add((planned, GB.statedOn, Literal(said)))
    return promise


def test_a_promise_of_which_no_text_speaks_tells_the_next_text_of_its_place():
    graph = Graph()
    old, new = made(graph, "old", "2014", "2014-02-18"), made(graph, "new", "2021", "2021-02-02")
    ledger = Ledger(graph, Shelf(graph, Path()), "2023-01-01")
    assert [ledger.next(one, URIRef(f"{one}.planned")) for one in (old, new)] == ["2021-02-02", ""]
    assert replace(ledger, day="2020-01-01", told={}).next(old, URIRef(f"{old}.planned")) == ""


def test_what_went_wrong_comes_first(tmp_path):
    with open_store(write(tmp_path / "output")) as store:
        ranks = [STANDINGS.index(row.status) for row in promises(store.graph, tmp_path / "output" / "texts")]
    assert ranks == sorted(ranks) and len(set(ranks)) > 1


def test_a_text_of_which_only_the_year_is_known_does_not_put_off_the_day_of_judgement():
    assert last_of(["2026", "2026-03-03", "--11-20", "2025-12-31"]) == "2026-03-03"
    assert (last_of(["2026", "2025-12-31"]), last_of(["--11-20"]), last_of([])) == ("2026-12-31", "", "")
