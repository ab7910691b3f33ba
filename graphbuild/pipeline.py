"""Paths in, an output folder out: the whole flow on one page."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from importlib.metadata import version
from pathlib import Path

from rdflib import Graph

from graphbuild import __version__, graph, ingest, resolve, view
from graphbuild.export import replaced
from graphbuild.export.aside import aside
from graphbuild.graph.embedded import STORE, TURTLE, embed
from graphbuild.graph.namespaces import BASE
from graphbuild.ingest.sources import is_file, is_folder
from graphbuild.knowledge import Knowledge, home
from graphbuild.knowledge.decisions import FILE as DECISIONS
from graphbuild.knowledge.decisions import read_decisions
from graphbuild.knowledge.verdicts import Verdict
from graphbuild.model import Document, Entity, Fact, Issue, Promise
from graphbuild.reading import NOTHING, Memory, Read, Said, read_document, read_sources

OURS = ("graph.ttl", "graph.html", "issues.jsonl", "identity.jsonl", "report.json", "texts", STORE)
LIBRARIES = ("jieba", "networkx", "pyvis", "rdflib")
MANY = 1_000  # facts whose page takes longer to draw than a process to begin
__all__ = ["LIBRARIES", "OURS", "Built", "build", "read", "read_document"]

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Built:
    """What a build knows when it is done; `triples` once they are written."""

    documents: Sequence[Document]
    entities: Sequence[Entity]
    facts: Sequence[Fact]
    promises: Sequence[Promise]
    issues: Sequence[Issue]
    base: str
    triples: int = 0
    identity: Sequence[Verdict] = ()

    @cached_property
    def graph(self) -> Graph:
        """All of it in memory."""
        return graph.build(self.entities, self.facts, self.documents, self.base, self.promises)

    @cached_property
    def part(self) -> tuple[list[Entity], list[Fact]]:
        """What one page can hold: all, or the main things of many."""
        return graph.part(self.entities, self.facts)

    @property
    def left(self) -> tuple[int, int]:
        """How many things and facts that page does not hold."""
        return len(self.entities) - len(self.part[0]), len(self.facts) - len(self.part[1])

    @property
    def drawn(self) -> Graph:
        entities, facts = self.part
        if len(facts) == len(self.facts):
            return self.graph
        cited = {claim.document.id for fact in facts for claim in fact.claims}
        return graph.build(entities, facts, [d for d in self.documents if d.id in cited], self.base)

    @property
    def unread(self) -> list[Issue]:
        return [issue for issue in self.issues if issue.severity == "error" and issue.stage == "ingest"]


def quiet(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def build(
    paths: Iterable[str], output: Path, knowledge: Knowledge, base: str = BASE, progress: Progress = quiet,
    jobs: int = 0, remember: bool = True,
) -> Built:
    """Reads the paths and replaces the output folder; where nothing could be read the old output stays.

    `jobs` processes read, as many as there are cores where it is 0; what a source said is remembered beside the output.
    """
    memory = Memory(memory_of(output)) if remember else NOTHING
    built = read(paths, knowledge, base, progress, jobs or len(os.sched_getaffinity(0)), memory)
    if built.documents:
        progress("write", 0, 1)
        with replaced(output, OURS) as folder:
            built = write(built, folder, view.Kept(memory.folder / "places") if memory.folder else view.Kept())
        progress("done", 1, 1)
    return built


def memory_of(output: Path) -> Path:
    """Beside the output, so that a build which replaces the one leaves the other."""
    return output.resolve().parent / f".{output.resolve().name}.cache"


def read(
    paths: Iterable[str], knowledge: Knowledge, base: str = BASE, progress: Progress = quiet, jobs: int = 1,
    memory: Memory = NOTHING,
) -> Built:
    """The graph of the paths, in memory."""
    paths = list(paths)
    judged = read_decisions(beside(paths))
    sources = [called(source) for source in ingest.collect(paths)]
    articles, unread = gather(read_sources(sources, knowledge, jobs, memory, partial(progress, "read")))
    documents = [one.document for one in articles]
    found = {one.document.id: one.found for one in articles}
    said = [claim for one in articles for claim in one.claims]
    left = [issue for one in articles for issue in one.left]
    progress("resolve", 0, 1)
    known = resolve.identify(documents, found, said, knowledge, judged)
    entities, facts, doubts = resolve.resolve(documents, found, said, knowledge, judged, known)
    facts = resolve.held(entities, facts, knowledge)
    doubts = [*doubts, *resolve.clashes(facts, entities), *ingest.undated(documents)]
    issues = sorted({*unread, *left, *doubts}, key=lambda issue: tuple(issue.row().values()))
    promised = resolve.promises(facts, resolve.Givers(entities, facts, found, knowledge))
    return Built(documents, entities, facts, promised, issues, base, identity=known.verdicts)


def beside(paths: Iterable[str]) -> list[Path]:
    """The decisions.tsv of every folder that is read."""
    folders = (Path(path) if is_folder(Path(path)) else Path(path).parent for path in paths if path != "-")
    return [folder / DECISIONS for folder in folders if is_file(folder / DECISIONS)]


def gather(read: Iterable[Read]) -> tuple[list[Said], list[Issue]]:
    """Every document once, in an order that does not depend on the order of the paths."""
    articles: dict[str, Said] = {}
    issues = []
    for one in read:
        articles |= {said.document.id: said for said in one.articles}
        issues += [one.trouble] if one.trouble else []
    return sorted(articles.values(), key=lambda said: (said.document.source, said.document.id)), issues


def called(source: ingest.Source) -> ingest.Source:
    """The seeds that come along bear the same names in a checkout and wherever the package is installed."""
    seeds = home("seeds")
    path = Path(os.path.realpath(source.path)) if source.path else None
    if path is None or not path.is_relative_to(seeds):
        return source
    return replace(source, name=path.relative_to(seeds.parent).as_posix())


def write(built: Built, folder: Path, kept: view.Kept) -> Built:
    (folder / "texts").mkdir()
    with aside(lambda: draw(built, folder, kept), len(built.facts) > MANY):
        count = graph.save(folder / TURTLE, built.entities, built.facts, built.documents, built.base, built.promises)
        embed(folder / TURTLE, folder / STORE)
    built = replace(built, triples=count)
    for name, text in files(built):  # newline="": a text's own line ends are part of its offsets
        (folder / name).write_text(text, "utf-8", newline="")
    return built


def draw(built: Built, folder: Path, kept: view.Kept) -> None:
    (folder / "graph.html").write_text(view.page(built.drawn, left=built.left, kept=kept), "utf-8", newline="")
    kept.forget()


def files(built: Built) -> Iterator[tuple[str, str]]:
    """One after the other, so that no two of them need be held at once."""
    yield "issues.jsonl", "".join(dump(issue.row()) + "\n" for issue in built.issues)
    yield "identity.jsonl", "".join(dump(verdict.row()) + "\n" for verdict in built.identity)
    yield "report.json", dump(report(built), indent=2) + "\n"
    yield from {f"texts/{document.sha256[:16]}.txt": document.text for document in built.documents}.items()


def report(built: Built) -> dict[str, object]:
    """Counts, the inputs' hashes and versions; no clock, so that the same inputs give the same bytes."""
    return {
        "documents": len(built.documents),
        "inputs": {document.source: document.sha256 for document in built.documents},
        "triples": built.triples,
        "classes": tally(kind for entity in built.entities for kind in entity.kinds),
        "relations": tally(fact.relation for fact in built.facts),
        "claims": sum(len(fact.claims) for fact in built.facts),
        "issues": tally(f"{issue.severity} {issue.stage} {issue.rule}" for issue in built.issues),
        "versions": {"graphbuild": __version__, **{name: version(name) for name in LIBRARIES}},
    }


def tally(things: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(things).items()))


def dump(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
