"""How long the server takes for each page of a graph: `python -m tests.serve.bench_pages OUTPUT`; says the slowest of each kind.

Time is the processor's, so that a busy machine does not count; but the clock's for questions, which a worker answers.
"""

import random
import statistics
import sys
import time
from pathlib import Path
from urllib.parse import quote, unquote, urlencode

from rdflib.namespace import RDF

from graphbuild.graph.namespaces import GB
from graphbuild.query.store import Limits
from graphbuild.serve import ahead
from graphbuild.serve.rendering import ready
from graphbuild.serve.world import open_world
from tests.serve.served import HOSTS, Visitor

FIXED = ["/", "/list", "/documents", "/promises", "/questions", "/query", "/data/", "/search?q=%E5%9B%AD", "/suggest?q=ly", "/suggest?q=%E5%9B%AD"]


VALUES = {"date": ("2016-12-31", "2021-06-30"), "text": ("书记", "县长"), "number": ("0.5",)}  # what may be given beside things
SHOWN = 12  # of a kind of which one is slow
ASKED = 6  # of the best-known things of each class, and as many by chance


def asked(world, question, chance):
    """A question as people put it: each of what it must be told in turn, and each of what it may be told."""
    must = {p.name: given(world, p, chance) for p in question.parameters if p.default is None}
    may = {p.name: given(world, p, chance) for p in question.parameters if p.default is not None}
    longest = max((len(values) for values in must.values()), default=1)
    for n in range(longest):
        told = {name: values[n % len(values)] for name, values in must.items()}
        yield f"/question/{question.name}?{urlencode(told | {'go': 1})}"
        for name, values in may.items():
            yield f"/question/{question.name}?{urlencode(told | {name: values[n % len(values)]})}"


def given(world, parameter, chance):
    kinds = {"person": ("Person",), "place": ("District", "Zone"), "thing": tuple(world.catalog.by_kind)}.get(parameter.kind)
    if kinds is None:
        return VALUES[parameter.kind]
    ranks = [world.catalog.by_kind[kind] for kind in kinds if kind in world.catalog.by_kind]
    return [e.iri for rank in ranks for e in (*rank[:ASKED], *chance.sample(rank, min(ASKED, len(rank))))]


def addresses(world, most):
    """The things of which most is said, and others by chance; documents; lists; ledgers."""
    ranked, chance = world.catalog.ranked, random.Random(1)
    things = [*ranked[:60], *chance.sample(ranked, min(most, len(ranked)))]
    texts = world.reader.subjects(RDF.type, str(GB.Document))
    names = [quote(entry.name[at : at + 2]) for entry in chance.sample(ranked, min(60, len(ranked))) for at in (0, 1)]
    notes = [iri for kind in (GB.Claim, GB.Promise, GB.Milestone) for iri in world.reader.subjects(RDF.type, str(kind))[:20_000:800]]
    yield "fixed", FIXED * 3
    yield "search", [f"/{page}?q={name}" for name in names for page in ("search", "suggest")]
    yield "node", [world.link(iri) for iri in notes]
    yield "late page", [f"/{page}page={n}" for page in ("list?", "list?class=Project&", "documents?", "promises?") for n in (10, 100, 9999)]
    yield "thing", [world.link(entry.iri) for entry in things]
    yield "group", [f"{world.link(e.iri)}?of={k}" for e in ranked[:40] for k in world.teller.groups(e.iri) if "?" not in world.link(e.iri)]
    yield "document", [world.link(iri, "document") for iri in texts]
    yield "class", [f"/list?class={kind}" for kind in world.catalog.by_kind]
    yield "place", [f"/list?place={place.iri}" for place in world.catalog.places[:60]]
    yield "question", [f"/question/{name}" for name, asked in world.questions.items() if not any(p.default is None for p in asked.parameters)]
    named = [question for question in world.questions.values() if question.parameters]
    yield "asked", [page for question in named for page in asked(world, question, chance)]
    yield "promises", [f"/promises?place={place.iri}" for place in world.catalog.places[:30]]


def main():
    began = time.perf_counter()
    world = open_world(Path(sys.argv[1]), 1, Limits(), HOSTS)
    print(f"opened in {time.perf_counter() - began:.1f} s: {world.size} triples, {len(world.catalog.entries)} things")
    ask = Visitor(world)
    ready()
    ahead.ask(world)
    for kind, pages in addresses(world, int(sys.argv[2]) if len(sys.argv) > 2 else 200):
        took, clock = [], time.perf_counter if kind in ("question", "asked") else time.thread_time
        for page in pages:
            start = clock()
            response = ask(page, accept="text/html")
            took.append((clock() - start, page, response.status, len(response.body)))
        times = sorted(row[0] * 1000 for row in took)
        slow = max(took)
        print(f"{kind:9} {len(took):5} pages  median {statistics.median(times):6.1f} ms  p99 {times[int(len(times) * 0.99)]:6.1f}  worst {slow[0] * 1000:.0f} ms", end="")
        print(f" {slow[1][:90]} ({slow[2]}, {slow[3]} bytes); over 200 ms: {sum(t > 200 for t in times)}; not 200: {sum(r[2] not in (200, 303) for r in took)}")
        for row in sorted(took, reverse=True)[:SHOWN] if slow[0] > 0.2 else ():
            print(f"          {row[0] * 1000:.0f} ms {unquote(row[1])} ({row[2]}, {row[3]} bytes)")
    world.close()


if __name__ == "__main__":
    main()
