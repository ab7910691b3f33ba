"""Paths in, an output folder out: the whole flow on one page."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from rdflib import Graph

from graphbuild import __version__, claims, graph, ingest, mentions, resolve, view
from graphbuild.errors import UnreadableSource
from graphbuild.export import replaced
from graphbuild.graph.embedded import STORE, TURTLE, embed
from graphbuild.knowledge import Knowledge, home
from graphbuild.knowledge.decisions import FILE as DECISIONS
from graphbuild.knowledge.decisions import read_decisions
from graphbuild.model import Claim, Document, Entity, Fact, Issue, Mention

OURS = ("graph.ttl", "graph.html", "issues.jsonl", "report.json", "texts", STORE)
LIBRARIES = ("jieba", "networkx", "pyvis", "rdflib")
BASE = "https://w3id.org/graphbuild/id/"
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Built:
    """What a build knows when it is done."""

    graph: Graph
    documents: Sequence[Document]
    entities: Sequence[Entity]
    facts: Sequence[Fact]
    issues: Sequence[Issue]

    @property
    def unread(self) -> list[Issue]:
        return [issue for issue in self.issues if issue.severity == "error" and issue.stage == "ingest"]


def quiet(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def build(paths: Iterable[str], output: Path, knowledge: Knowledge, base: str = BASE, progress: Progress = quiet) -> Built:
    """Reads the paths and replaces the output folder; where nothing could be read the old output stays."""
    built = read(paths, knowledge, base, progress)
    if built.documents:
        progress("write", 0, 1)
        with replaced(output, OURS) as folder:
            write(built, folder)
        progress("done", 1, 1)
    return built


def read(paths: Iterable[str], knowledge: Knowledge, base: str = BASE, progress: Progress = quiet) -> Built:
    """The graph of the paths, in memory."""
    paths = list(paths)
    judged = read_decisions(beside(paths))
    documents, unread = read_sources(paths, progress)
    found: dict[str, list[Mention]] = {}
    said: list[Claim] = []
    left: list[Issue] = []
    for n, document in enumerate(documents):
        progress("read", n, len(documents))
        found[document.id], stated, doubts = read_document(document, knowledge)
        said += stated
        left += doubts
    progress("resolve", 0, 1)
    entities, facts, doubts = resolve.resolve(documents, found, said, knowledge, judged)
    facts = resolve.held(entities, facts, knowledge)
    doubts = [*doubts, *resolve.clashes(facts, entities)]
    issues = sorted({*unread, *left, *doubts}, key=lambda issue: tuple(issue.row().values()))
    promised = resolve.promises(facts, resolve.Givers(entities, facts, found, knowledge))
    return Built(graph.build(entities, facts, documents, base, promised), documents, entities, facts, issues)


def beside(paths: Iterable[str]) -> list[Path]:
    """The decisions.tsv of every folder that is read."""
    folders = (Path(path) if Path(path).is_dir() else Path(path).parent for path in paths if path != "-")
    return [folder / DECISIONS for folder in folders if (folder / DECISIONS).is_file()]


def read_sources(paths: Iterable[str], progress: Progress = quiet) -> tuple[list[Document], list[Issue]]:
    """Every document once, in an order that does not depend on the order of the paths."""
    documents: dict[str, Document] = {}
    issues = []
    sources = [called(source) for source in ingest.collect(paths)]
    for n, source in enumerate(sources):
        progress("open", n, len(sources))
        try:
            documents |= {document.id: document for document in ingest.read(source)}
        except UnreadableSource as trouble:
            issues.append(Issue("error", "ingest", "unreadable", trouble.message, str(source), trouble.remedy))
    return sorted(documents.values(), key=lambda document: (document.source, document.id)), issues


def called(source: ingest.Source) -> ingest.Source:
    """The seeds that come along bear the same names in a checkout and wherever the package is installed."""
    seeds = home("seeds")
    path = source.path.resolve() if source.path else None
    if path is None or not path.is_relative_to(seeds):
        return source
    return replace(source, name=path.relative_to(seeds.parent).as_posix())


def read_document(document: Document, knowledge: Knowledge) -> tuple[list[Mention], list[Claim], list[Issue]]:
    """One document read alone: it depends on nothing else, so that documents may be read anywhere and in any order."""
    found = mentions.find(document, knowledge)
    said = claims.extract(document, found, knowledge)
    return found, said, claims.residue(document, found, said, knowledge)


def write(built: Built, folder: Path) -> None:
    files = {
        "graph.ttl": graph.serialize(built.graph),
        "graph.html": view.page(built.graph),
        "issues.jsonl": "".join(dump(issue.row()) + "\n" for issue in built.issues),
        "report.json": dump(report(built), indent=2) + "\n",
        **{f"texts/{document.sha256[:16]}.txt": document.text for document in built.documents},
    }
    (folder / "texts").mkdir()
    for name, text in files.items():  # newline="": a text's own line ends are part of its offsets
        (folder / name).write_text(text, "utf-8", newline="")
    embed(folder / TURTLE, folder / STORE)


def report(built: Built) -> dict[str, object]:
    """Counts, the inputs' hashes and versions; no clock, so that the same inputs give the same bytes."""
    return {
        "documents": len(built.documents),
        "inputs": {document.source: document.sha256 for document in built.documents},
        "triples": len(built.graph),
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
