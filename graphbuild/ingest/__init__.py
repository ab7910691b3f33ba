"""Paths in, Documents out: `collect` gives the sources, `read` the articles of one source."""

import hashlib
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from graphbuild.errors import UnreadableSource
from graphbuild.ingest.apart import apart
from graphbuild.ingest.collect import collect as collect_paths
from graphbuild.ingest.documents import documents, undated
from graphbuild.ingest.source import About, Page, Source
from graphbuild.model import Document

READERS = {".txt": "plain", ".md": "plain", ".html": "html", ".htm": "html", ".pdf": "pdf", ".docx": "docx"}
UNFOLDING = (".pdf", ".docx")
LONG = 200_000  # bytes of a web page
MOST = 10_000_000  # characters of one text: fifty times the longest report

__all__ = ["READERS", "About", "Page", "Source", "collect", "read", "undated"]


def collect(paths: Iterable[str | Path], sources: Path | None = None, stdin: bytes | None = None) -> list[Source]:
    """Every source that the paths give, sorted by name; `-` is standard input."""
    return collect_paths(paths, READERS, sources, stdin)


def read(source: Source | Path | str) -> list[Document]:
    """The articles of one source; raises UnreadableSource with the remedy where there is no text."""
    if not isinstance(source, Source):
        source = collect([source])[0]
    if source.suffix not in READERS and not source.barred:
        raise UnreadableSource(
            f"{source.name} has the unknown suffix {source.suffix or '(none)'}", f"give one of {' '.join(READERS)}"
        )
    data = source.load()
    return documents(source, page(source, data), hashlib.sha256(data).hexdigest())


def page(source: Source, data: bytes) -> Page:
    """Formats that unfold are read apart, and so are web pages long enough to be nested without end."""
    read = reader(source)
    unfolds = source.suffix in UNFOLDING or READERS[source.suffix] == "html" and len(data) > LONG
    found = apart(read, data, source.name) if unfolds else read(data, source.name)
    if len(found.text) > MOST:
        raise UnreadableSource(f"{source.name} has {len(found.text)} characters, more than {MOST}", "cut it into parts")
    return found


def reader(source: Source) -> Callable[[bytes, str], Page]:
    """The module that reads its format; what it reads with is asked for only where there is such a source."""
    try:
        module = import_module(f"graphbuild.ingest.{READERS[source.suffix]}")
    except ModuleNotFoundError as trouble:
        message = f"{source.name} cannot be read without {trouble.name}"
        raise UnreadableSource(message, "pip install 'graphbuild[documents]'") from trouble
    found: Callable[[bytes, str], Page] = getattr(module, f"read_{READERS[source.suffix]}")
    return found
