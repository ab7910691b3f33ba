"""A request to /sparql in, the answer in the form it likes best out, or a refusal that says why; nothing is cut in silence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import quote

from graphbuild.errors import Busy, Unanswerable
from graphbuild.query.answers import Answer
from graphbuild.query.faults import check_prefixes, check_words, engine_fault
from graphbuild.query.gate import guard
from graphbuild.query.rewriting import Query, rewrite
from graphbuild.query.store import Store
from graphbuild.query.tokens import Token, declared, tokens
from graphbuild.query.worker import Limits, Rejected
from graphbuild.serve import protocol
from graphbuild.serve.description import PREFIXES, description
from graphbuild.serve.http import Refused, Request, Response, see_other
from graphbuild.serve.lanes import Lanes
from graphbuild.serve.negotiation import choose
from graphbuild.serve.writing import HTML, NAMES, SAYING, TRIPLES, Writer, with_charset, writers

PATH, PAGE, GRAPH = "/sparql", "/query", "/data/graph.ttl"
RETRY = "5"
BROKEN = ("time", "memory")
CHANCE = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})  # what these say is never said again
LESS = "ask for less, add LIMIT, or send partial=yes to take what there is"


@dataclass(frozen=True)
class Endpoint:
    """A store that is asked only through workers, and by what the gate lets through."""

    store: Store
    pool: Lanes
    limits: Limits

    @cached_property
    def size(self) -> int:
        return len(self.store.engine)

    def respond(self, request: Request) -> Response:
        asked = protocol.read(request)
        check_dataset(request, asked)
        if asked.text is None:
            return self.describe(request)
        try:
            found = tokens(asked.text)
            query = admitted(self.store, asked.text, found)
            type = acceptable(request, asked.value("format"), writers(query.form))
            if type == HTML:
                return see_other(f"{PAGE}?query={quote(asked.text)}", Vary="Accept")
            answer = self.solve(query, found)
        except Busy as trouble:
            raise Refused(503, str(trouble), Retry_After=RETRY) from trouble
        except Unanswerable as trouble:
            raise Refused(400, str(trouble)) from trouble
        response = written(answer, type, self.store, partial=asked.value("partial") == "yes")
        return replace(response, lasting=not any(token.text.upper() in CHANCE for token in found))

    def solve(self, query: Query, found: list[Token]) -> Answer:
        try:
            return self.pool.run(query, self.store.prefixes, self.limits)
        except Rejected as trouble:
            raise engine_fault(query, str(trouble.args[1]), found) from trouble

    def describe(self, request: Request) -> Response:
        type = acceptable(request, request.value("format"), TRIPLES)
        if type == HTML:
            return see_other(PAGE, Vary="Accept")
        return graph_in(description(request.origin + PATH, self.size), type, PREFIXES)


def admitted(store: Store, text: str, found: list[Token]) -> Query:
    """By the standard a term that nobody knows finds nothing, so none is asked after here."""
    query = rewrite(text, found, {})
    check_words(query, found)
    guard(query, found)
    check_prefixes(query, found, store.prefixes, declared(found))
    return query


def check_dataset(request: Request, asked: protocol.Asked) -> None:
    """There is one graph; whoever names it may have it."""
    for name in protocol.GRAPHS:
        for uri in asked.values(name):
            if name != "default-graph-uri" or uri != request.origin + GRAPH:
                raise Refused(400, f"there is no graph {uri}: this service has one, the default graph {request.origin}{GRAPH}")


def acceptable(request: Request, named: str, offers: Iterable[str]) -> str:
    """By name where a link asks so, else by Accept; a browser that likes pages best gets one."""
    offers, accept = list(offers), request.header("accept")
    if NAMES.get(named) in offers and (not accept or "*/*" in accept):
        return NAMES[named]
    type = choose(accept, [*offers, HTML])
    if not type:
        raise Refused(406, f"this can be given as {', '.join(offers)}", Vary="Accept")
    return type


def written(answer: Answer, type: str, store: Store, *, partial: bool) -> Response:
    """What time or memory ended has no answer; what is too long is given in part only to those who ask for it."""
    if answer.cause in BROKEN:
        raise Refused(503, answer.notice)
    if answer.notice and not partial:
        raise Refused(403, f"{answer.notice}: {LESS}")
    if answer.notice and type not in SAYING:
        raise Refused(403, f"{answer.notice}; only JSON can say that it is cut: {LESS}")
    write: Writer = writers(answer.form)[type]
    headers = {"Vary": "Accept"} | ({"Graphbuild-Notice": answer.notice} if answer.notice else {})
    return Response(write(answer, store.prefixes).encode("utf-8"), with_charset(type), headers=headers)


def graph_in(triples: Iterable[object], type: str, prefixes: dict[str, str]) -> Response:
    answer = Answer("construct", triples=tuple(triples))  # type: ignore[arg-type]
    body = TRIPLES[type](answer, prefixes).encode("utf-8")
    return Response(body, with_charset(type), headers={"Vary": "Accept"})
