"""A request to the endpoint in, what it asks for out, after SPARQL 1.1 Protocol (W3C Recommendation of 2013), section 2.1."""

from dataclasses import dataclass

from graphbuild.serve.http import FORM, Pairs, Refused, Request, pairs, utf8

QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
GRAPHS = ("default-graph-uri", "named-graph-uri")
UTF8 = ("", "utf-8", "utf8", "us-ascii")
READ_ONLY = "this endpoint only reads: updates are refused"


@dataclass(frozen=True)
class Asked:
    """`text` is None where the service itself is asked about; `given` are all parameters, wherever they came."""

    text: str | None
    given: Pairs

    def values(self, name: str) -> tuple[str, ...]:
        return tuple(value for key, value in self.given if key == name)

    def value(self, name: str) -> str:
        return next(iter(self.values(name)), "")


def read(request: Request) -> Asked:
    """By GET, by POST with a form, or by POST with the query itself as body."""
    if request.method in ("GET", "HEAD"):
        return of_pairs(request.pairs, bare=True)
    if request.method != "POST":
        raise Refused(405, f"{request.method} is not for this address", Allow="GET, HEAD, OPTIONS, POST")
    if request.charset not in UTF8:
        raise Refused(415, "the body must be UTF-8")
    if request.type == FORM:
        # Section 2.1.2: the form holds all; what stands in the address beside it is heard too.
        return of_pairs((*pairs(utf8(request.body)), *request.pairs), bare=False)
    if request.type == UPDATE:
        raise Refused(403, READ_ONLY)
    if request.type != QUERY:
        raise Refused(415, f"the body must be {FORM} or {QUERY}", Accept_Post=f"{FORM}, {QUERY}")
    if any(name in ("query", "update") for name, _ in request.pairs):
        raise Refused(400, "the query is the body: none may stand in the address beside it")
    return Asked(utf8(request.body), request.pairs)


def of_pairs(given: Pairs, *, bare: bool) -> Asked:
    asked = Asked(None, given)
    if asked.values("update") or asked.values("using-graph-uri") or asked.values("using-named-graph-uri"):
        raise Refused(403, READ_ONLY)
    texts = asked.values("query")
    if len(texts) > 1:
        raise Refused(400, "there must be one query, not several")
    if not texts and (not bare or any(map(asked.values, GRAPHS))):
        raise Refused(400, "the parameter query is missing")
    return Asked(texts[0] if texts else None, given)
