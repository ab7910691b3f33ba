"""Sources in, what each of them says out, in the order of the sources: read on all cores, remembered from build to build."""

from collections.abc import Callable, Iterator, Sequence

from graphbuild.ingest import Source
from graphbuild.knowledge import Knowledge
from graphbuild.model import Issue
from graphbuild.reading.cards import Card, Place
from graphbuild.reading.memory import Memory, key
from graphbuild.reading.packing import cards, pack, reach, texts, unpack
from graphbuild.reading.pool import read_all
from graphbuild.reading.read import Read, Said, read_document, read_source
from graphbuild.reading.versions import version

__all__ = [
    "Card", "Memory", "Place", "Read", "Said", "articles", "read_document", "read_source", "read_sources", "texts", "version",
]  # fmt: skip

Progress = Callable[[int, int], None]


def read_sources(
    sources: Sequence[Source], knowledge: Knowledge, jobs: int, memory: Memory, progress: Progress
) -> Iterator[tuple[str, list[Card], Issue | None]]:
    """By note what each source holds; one that is remembered is not read again, the outcome is that of a fresh reading."""
    made_by = version(knowledge)
    names = [key(source, made_by) for source in sources]
    known = [memory.holds(name) for name in names]
    fresh = read_all([source for source, held in zip(sources, known, strict=True) if not held], knowledge, jobs)
    for n, (source, called, held) in enumerate(zip(sources, names, known, strict=True)):
        progress(n, len(sources))
        name, note = called, memory.head(called, reach) if held else None
        if note is None:
            note = pack(read_source(source, knowledge)) if held else next(fresh)  # held but damaged: read after all
            if not called or called != key(source, made_by):  # it changed meanwhile: what was read is not what was named
                name = memory.own(note)
            memory.put(name, note)
        yield name, *cards(note)


def articles(memory: Memory, note: str) -> Sequence[Said]:
    """All that the documents of a source say."""
    return unpack(memory.need(note)).articles
