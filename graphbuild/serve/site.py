"""A request in, a response out, whatever happens: who may ask, by which method, who answers, and what guards the answer."""

import ipaddress
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from graphbuild.errors import Busy, Unanswerable
from graphbuild.serve import asked, asking, browsing, document, files, ledgers, thing
from graphbuild.serve.guarding import guarded, plainly
from graphbuild.serve.http import Refused, Request, Response
from graphbuild.serve.negotiation import choose
from graphbuild.serve.rendering import page
from graphbuild.serve.world import World

Handler = Callable[[World, Request], Response]
PAGES: Mapping[str, Handler] = {
    "": browsing.home, "search": browsing.search, "suggest": browsing.suggest, "list": browsing.listing,
    "id": thing.resolve, "thing": thing.show, "documents": document.listing, "document": document.show,
    "promises": ledgers.show, "ask": asked.show, "questions": asking.questions, "question": asking.question,
    "query": asking.query,
    "data": files.data, "static": files.static, "health": files.health,
}  # fmt: skip
ALONE = frozenset({
    "", "search", "suggest", "list", "documents", "promises", "ask", "questions", "query", "health",
    "sparql",
})  # fmt: skip
PROGRAMS = ("/sparql", "/data/", "/health", "/suggest", "/static")
ENDPOINT = ("sparql", "")  # with a slash behind it, too
PASSING = frozenset({"data", "health", "query"})  # files may be built anew, and a query may ask for the time or for chance
READING = ("GET", "HEAD", "OPTIONS")
RETRY = "5"  # seconds
HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\s:@/\[\],]+))(?::[0-9]{1,5})?")
LOG = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Site:
    world: World

    def respond(self, request: Request) -> Response:
        try:
            return guarded(self.answer(request))
        except Refused as trouble:
            return self.refuse(request, trouble)
        except Busy as trouble:
            return self.refuse(request, Refused(503, str(trouble), Retry_After=RETRY))
        except Unanswerable as trouble:
            return self.refuse(request, Refused(400, str(trouble)))
        except Exception:  # whatever else is no mistake of the asker: it is logged, and nobody outside sees more than a 500
            LOG.exception("%s %s", request.method, request.path)
            return self.refuse(request, Refused(500, "something is wrong in here"))

    def answer(self, request: Request) -> Response:
        check_host(request, self.world.hosts)
        name = request.segments[0] if request.segments else ""
        if len(request.segments) > 1 and name in ALONE and request.segments != ENDPOINT or name not in (*PAGES, ENDPOINT[0]):
            raise Refused(404, "there is no such page")
        allowed = (*READING, "POST") if name == "sparql" else READING
        if request.method not in allowed:
            raise Refused(405, f"{request.method} is not for this address", Allow=", ".join(sorted(allowed)))
        if request.method == "OPTIONS":
            return Response(status=204, headers={"Allow": ", ".join(sorted(allowed))})
        if name == "sparql":
            check_site(request)
            return self.world.endpoint.respond(request)
        return replace(PAGES[name](self.world, request), lasting=name not in PASSING)

    def refuse(self, request: Request, trouble: Refused) -> Response:
        """As a page for a browser, as a sentence for a program."""
        person = choose(request.header("accept"), ["text/plain", "text/html"]) == "text/html"
        lasting = trouble.status != 404  # what is not there today may be built tomorrow, and scanners leave nothing behind
        if person and trouble.status not in (421, 500) and not request.path.startswith(PROGRAMS):
            shown = page(self.world, request, "refused.html", status=trouble.status, message=trouble.message)
            return guarded(replace(shown, headers={**shown.headers, **trouble.headers}, lasting=lasting))
        return plainly(trouble, lasting=lasting)


def check_host(request: Request, hosts: frozenset[str]) -> None:
    """A page elsewhere that had its name lead here (DNS rebinding) asks for another host."""
    name = host_of(request.header("host"))
    if name not in hosts and not (loopback(name) and "localhost" in hosts):
        raise Refused(421, "this server does not answer for that host: start it with --allow-host NAME")


def host_of(header: str) -> str:
    """The name alone of NAME, NAME:PORT or [ADDRESS]:PORT; nothing where it is written otherwise."""
    found = HOST.fullmatch(header)
    return (found[1] or found[2]).lower().rstrip(".") if found else ""


def loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def check_site(request: Request) -> None:
    """Other people's pages may not put queries through a reader's browser; browsers say whose page asks."""
    if request.header("sec-fetch-site") in ("cross-site", "same-site") and request.header("sec-fetch-mode") != "navigate":
        raise Refused(403, "pages of other sites may not ask here")
    origin = request.header("origin")
    if origin and origin.partition("://")[2] != request.header("host"):
        raise Refused(403, "pages of other sites may not ask here")
