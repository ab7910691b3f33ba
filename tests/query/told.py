"""Rows of what invented documents say in, a graph with its texts out: milestones and figures without any reading."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graphbuild.graph import build
from graphbuild.graph.documents import text_path
from graphbuild.knowledge import load
from graphbuild.model import Claim, Document, Entity, Fact, PartialDate
from graphbuild.query.promises import Row, promises
from graphbuild.resolve import held
from graphbuild.resolve import promises as promised
from graphbuild.text.clean import clean

KNOWLEDGE = load()


@dataclass(frozen=True)
class Told:
    """One statement: of a thing's step (kind, status, date), or with `figure` of an area's figure for a period."""

    document: str
    said: str
    thing: str
    kind: str
    status: str
    date: str = ""
    figure: str = ""
    words: str = ""

    @property
    def sentence(self) -> str:
        return self.words or f"{self.thing}{self.kind}{self.status}{self.date}{self.figure}。"

    def fact(self, document: Document) -> tuple[str, str, str | None, tuple[tuple[str, str], ...]]:
        if self.figure:
            value, unit = self.figure.split()
            most = {"limit": "most"} if value.startswith("≤") else {}
            told = most | {"indicator": self.kind, "status": self.status, "period": self.date, "value": value.removeprefix("≤"), "unit": unit}
            return "measure", id_of(self.thing), None, tuple(sorted(told.items()))
        told = {"kind": self.kind, "status": self.status, "date": self.date}
        return "milestone", id_of(self.thing), None, tuple(sorted((k, v) for k, v in told.items() if v))


def id_of(thing: str) -> str:
    return f"{'district' if thing.endswith('区') else 'zone'}/{thing}"


def facts(rows: Iterable[Told], parts: Iterable[tuple[str, str]] = ()) -> tuple[list[Fact], list[Document]]:
    rows, said = list(rows), {}
    documents = {}
    for name in sorted({row.document for row in rows}):
        text = "".join(row.sentence for row in rows if row.document == name) + "".join(f"{a}属于{b}。" for a, b in parts)
        date = next(row.said for row in rows if row.document == name)
        documents[name] = Document(name, f"{name}.txt", text, clean(text), sha256=f"{name:0>64}"[-64:].encode().hex()[:64],
                                   published=PartialDate.parse(date))
    for row in rows:
        document = documents[row.document]
        said.setdefault(row.fact(document), []).append(claim(document, row.sentence))
    for part, whole in parts:
        document = next(iter(documents.values()))
        said["partOf", id_of(part), id_of(whole), ()] = [claim(document, f"{part}属于{whole}。")]
    return [Fact(*key, tuple(claims)) for key, claims in said.items()], list(documents.values())


def claim(document: Document, sentence: str) -> Claim:
    words = clean(sentence).text
    start = document.view.text.index(words)
    return Claim("milestone", None, None, document, start, start + len(words), "told", 0.9)


def ledger(rows: Iterable[Told], folder: Path, parts: Iterable[tuple[str, str]] = (), **asked: str) -> list[Row]:
    """The ledger of these rows, through the graph and nothing else."""
    said, documents = facts(rows, parts)
    said = held((), said, KNOWLEDGE)
    names = sorted({row.thing for row in rows} | {name for pair in parts for name in pair} | {"云岭区"})
    entities = [Entity(id_of(name), ("District",) if name.endswith("区") else ("Zone",), name, (name,)) for name in names]
    made = promised(said, lambda claim: ("district/云岭区", "district/云岭区"))
    graph = build(entities, said, documents, promises=made)
    (folder / "texts").mkdir(exist_ok=True)
    for document in documents:
        (folder / text_path(document)).write_text(document.text, "utf-8", newline="")
    return promises(graph, folder / "texts", **asked)


