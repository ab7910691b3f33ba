"""Bytes in, the reader that their first byte chooses run over them, a fault out where anything but a text or a refusal comes of it."""

import re
from pathlib import Path

from graphbuild import ingest
from graphbuild.errors import BrokenKnowledge, UnreadableSource
from graphbuild.ingest import Source
from graphbuild.ingest.source import Page
from graphbuild.ingest.sources import read_sources
from graphbuild.knowledge import load
from graphbuild.knowledge.decisions import read_decisions
from graphbuild.model import Document
from graphbuild.reading import read_document

CORPUS = Path(__file__).with_name("corpus")
SUFFIXES = (".txt", ".md", ".html", ".pdf", ".docx")
LONGEST = 6_000  # bytes; what grows with length is tried elsewhere
KNOWN = load()


class Fault(AssertionError):
    """A promise that was broken."""


def one(data: bytes, folder: Path) -> None:
    """A list of sources, judgements, or a text in one of the formats."""
    if not data:
        return
    kind, rest = data[0] % (len(SUFFIXES) + 2), data[1:]
    if kind < len(SUFFIXES):
        read(rest, SUFFIXES[kind])
    else:
        listed(rest, folder, kind == len(SUFFIXES))


def read(data: bytes, suffix: str) -> list[Document]:
    """Without a process apart, so that what is reached is seen; what comes of it is read to the claims."""
    source = Source(f"x{suffix}", Path(f"x{suffix}"))
    try:
        page = ingest.reader(source)(data, source.name)
    except UnreadableSource as trouble:
        told(trouble, source.name)
        return []
    return read_page(source, page)


def read_page(source: Source, page: Page) -> list[Document]:
    if len(page.text) > 10 * LONGEST:  # small bytes may hold many letters: that is what the limits are for
        return []
    documents = ingest.documents(source, page, "0")
    for document in documents:
        found, claims, left = read_document(document, KNOWN)
        for place in [(m.start, m.end) for m in found] + [(c.start, c.end) for c in claims]:
            span = document.span(*place)
            if not 0 <= span.start < span.end <= len(page.text):
                raise Fault(f"{place} is no place in the text as read")
        "".join(issue.message for issue in left)
    return documents


def listed(data: bytes, folder: Path, sources: bool) -> None:
    file = folder / ("sources.toml" if sources else "decisions.tsv")
    file.write_bytes(data)
    try:
        _ = read_sources(file) if sources else read_decisions([file])
    except BrokenKnowledge as trouble:
        for part in trouble.parts or [trouble]:
            told(part, file.name)


def told(trouble: UnreadableSource | BrokenKnowledge, name: str) -> None:
    """The message names file and remedy."""
    if name not in trouble.message or not trouble.remedy or re.search("Traceback|object at 0x", str(trouble)):
        raise Fault(f"this message does not help: {trouble}")
