"""A source and its page in, one Document an article out, each with what its source and its own text say about it."""

import hashlib
from pathlib import Path

from graphbuild.ingest.articles import articles
from graphbuild.ingest.dates import day_in, day_of_name
from graphbuild.ingest.front import front
from graphbuild.ingest.press import press
from graphbuild.ingest.source import About, Page, Source
from graphbuild.ingest.writers import writers
from graphbuild.model import Document
from graphbuild.text.clean import clean


def documents(source: Source, page: Page, digest: str) -> list[Document]:
    """In the order of the text; what sources.toml says goes before the page's head, that before the text."""
    ranges = articles(page.text, press(), page.start)
    whole = source.about.title if len(ranges) == 1 else ""
    return [article(source, page, digest, number, place, whole) for number, place in enumerate(ranges, 1)]


def article(source: Source, page: Page, digest: str, number: int, place: tuple[int, int], title: str) -> Document:
    view = clean(page.text, *place)
    said, dateline = front(view.text, press())
    known = (source.about, page.about, said)
    title = title or (page.about.title if number == 1 else "") or said.title or source.about.title
    dateline = dateline if dateline.month or not (day := day_in(title)).year else day
    return Document(
        identity(digest, source.name, number), source.name, page.text, view, digest, title,
        next((about.published for about in known if about.published.year), day_of_name(Path(source.name).stem)),
        dateline, source.about.place, first(known), writers(view.text, press()),
    )


def first(known: tuple[About, ...]) -> str:
    return next((about.publisher for about in known if about.publisher), "")


def identity(digest: str, name: str, number: int) -> str:
    """Twelve hex digits of bytes, file name and article: the same in every folder and reading order."""
    return hashlib.sha256(f"{digest}\0{Path(name).name}\0{number}".encode()).hexdigest()[:12]
