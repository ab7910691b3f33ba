"""Sources in, what each of them says out, in the order of the sources: read on all cores, remembered from build to build."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeAlias

from graphbuild.ingest import Source
from graphbuild.knowledge import Knowledge
from graphbuild.model import Issue
from graphbuild.reading.cards import Card, Place
from graphbuild.reading.memory import Memory, key
from graphbuild.reading.packing import cards, pack, reach, texts, unpack
from graphbuild.reading.pool import Meanwhile, read_all
from graphbuild.reading.read import Read, Said, read_document, read_source
from graphbuild.reading.versions import version

__all__ = [
    "Card", "Memory", "Place", "Read", "Said", "articles", "read_document", "read_source", "read_sources", "texts", "version",
]  # fmt: skip

Progress = Callable[[int, int], None]
Noted: TypeAlias = tuple[list[Card], Issue | None]


def read_sources(
    sources: Sequence[Source], knowledge: Knowledge, jobs: int, memory: Memory, progress: Progress, meanwhile: Meanwhile = int
) -> Iterator[tuple[str, list[Card], Issue | None]]:
    """By note what each source holds; one that is remembered is not read again, the outcome is that of a fresh reading.

    `meanwhile` is done here where another process reads the little that changed."""
    made_by = version(knowledge)
    names = [key(source, made_by) for source in sources]
    known = [memory.holds(name) for name in names]
    seen: dict[str, Noted | None] = {}

    def look() -> None:
        seen.update({name: noted(memory, name) for name, held in zip(names, known, strict=True) if held})
        meanwhile()

    fresh = ahead(read_all([s for s, held in zip(sources, known, strict=True) if not held], knowledge, jobs, None, look))
    for n, (source, called, held) in enumerate(zip(sources, names, known, strict=True)):
        progress(n, len(sources))
        name, told = called, (seen.pop(called, None) or noted(memory, called)) if held else None
        if told is None:
            note = pack(read_source(source, knowledge)) if held else next(fresh)  # held but damaged: read after all
            if not called or called != key(source, made_by):  # it changed meanwhile: what was read is not what was named
                name = memory.own(note)
            memory.put(name, note)
            told = cards(note)
        yield name, *told


def noted(memory: Memory, name: str) -> Noted | None:
    note = memory.head(name, reach)
    return None if note is None else cards(note)


def ahead(read: Iterator[bytes]) -> Iterator[bytes]:
    """The first is read at once."""
    return chain(list(islice(read, 1)), read)


def articles(memory: Memory, note: str) -> Sequence[Said]:
    """All that the documents of a source say."""
    return unpack(memory.need(note)).articles
