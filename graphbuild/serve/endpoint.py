"""A request to /sparql in, the answer in the form it likes best out, or a refusal that says why; nothing is cut in silence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import quote

from pyoxigraph import NamedNode

from graphbuild.query.answers import Answer
from graphbuild.query.faults import check_prefixes, check_words, engine_fault
from graphbuild.query.gate import guard, strange
from graphbuild.query.rewriting import Query, rewrite
from graphbuild.query.store import Store
from graphbuild.query.tokens import Token, declared
from graphbuild.query.worker import ALL, Dataset, Limits, Rejected
from graphbuild.serve import protocol
from graphbuild.serve.description import PREFIXES, description
from graphbuild.serve.http import Refused, Request, Response, see_other
from graphbuild.serve.lanes import Lanes
from graphbuild.serve.negotiation import choose
from graphbuild.serve.writing import HTML, NAMES, SAYING, TRIPLES, Writer, with_charset, writers

PATH, PAGE, GRAPH = "/sparql", "/query", "/data/graph.ttl"
SCHEMES, NOTICE = ("http", "https", "urn"), "Graphbuild-Notice"
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

    @cached_property
    def graphs(self) -> list[str]:
        """The named ones; what a build writes has none."""
        return sorted(graph.value for graph in self.store.engine.named_graphs() if isinstance(graph, NamedNode))

    def respond(self, request: Request) -> Response:
        asked = protocol.read(request)
        if asked.text is None:
            return self.describe(request)
        dataset = dataset_of(request, asked)
        found = strange(asked.text)
        query = admitted(self.store, asked.text, found)
        type = acceptable(request, asked.value("format"), writers(query.form))
        if type == HTML:
            return see_other(f"{PAGE}?query={quote(asked.text)}", Vary="Accept")
        answer = self.solve(query, found, dataset)
        response = written(answer, type, self.store, partial=asked.value("partial") == "yes")
        missing = [name for name in (*(dataset.default or ()), *(dataset.named or ())) if name and not self.holds(name)]
        told = {NOTICE: f"there is no graph {'; '.join(missing)} here: it counts as empty"} if missing else {}
        chance = any(token.text.upper() in CHANCE for token in found)
        return replace(response, lasting=not chance, headers={**told, **response.headers})

    def holds(self, graph: str) -> bool:
        return next(self.store.engine.quads_for_pattern(None, None, None, NamedNode(graph)), None) is not None

    def solve(self, query: Query, found: list[Token], dataset: Dataset = ALL, shown: int | None = None) -> Answer:
        """`shown` where so many rows are enough and of the others only the number is wanted."""
        try:
            return self.pool.run(query, self.store.prefixes, dataset, shown)
        except Rejected as trouble:
            raise engine_fault(query, str(trouble.args[1]), found) from trouble

    def describe(self, request: Request) -> Response:
        type = acceptable(request, request.value("format"), TRIPLES)
        if type == HTML:
            return see_other(PAGE, Vary="Accept")
        return graph_in(description(request.origin + request.path, self.size, self.graphs), type, PREFIXES)


def admitted(store: Store, text: str, found: list[Token]) -> Query:
    """By the standard a term that nobody knows finds nothing, so none is asked after here."""
    query = rewrite(text, found, {})
    check_words(query, found)
    guard(query, found)
    check_prefixes(query, found, store.prefixes, declared(found))
    return query


def dataset_of(request: Request, asked: protocol.Asked) -> Dataset:
    """SPARQL 1.1 Protocol, section 2.1.4. Nothing is ever fetched: a graph that is not in the store is an empty one."""
    default, named = (tuple(map(graph_name, asked.values(name))) for name in protocol.GRAPHS)
    own, base = request.origin + GRAPH, request.origin + PATH
    if own in named:
        raise Refused(400, f"{own} is the default graph of this service and has no name inside it")
    if not default and not named:
        return Dataset(base=base)
    return Dataset(tuple("" if name == own else name for name in default), named, base)


def graph_name(uri: str) -> str:
    if uri.partition(":")[0].lower() not in SCHEMES:
        raise Refused(400, f"{uri[:200]} can name no graph of this service")
    try:
        return NamedNode(uri).value
    except ValueError as trouble:
        raise Refused(400, f"{uri[:200]} is no IRI") from trouble


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
    headers = {"Vary": "Accept"} | ({NOTICE: answer.notice} if answer.notice else {})
    return Response(write(answer, store.prefixes).encode("utf-8"), with_charset(type), headers=headers)


def graph_in(triples: Iterable[object], type: str, prefixes: dict[str, str]) -> Response:
    answer = Answer("construct", triples=tuple(triples))  # type: ignore[arg-type]
    body = TRIPLES[type](answer, prefixes).encode("utf-8")
    return Response(body, with_charset(type), headers={"Vary": "Accept"})
