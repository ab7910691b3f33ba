"""Sources in, what each of them says out, in the order of the sources: read on all cores, remembered from build to build."""

from collections.abc import Callable, Iterator, Sequence

from graphbuild.ingest import Source
from graphbuild.knowledge import Knowledge
from graphbuild.reading.memory import NOTHING, Memory, key
from graphbuild.reading.packing import pack, unpack
from graphbuild.reading.pool import read_all
from graphbuild.reading.read import Read, Said, read_document, read_source
from graphbuild.reading.versions import version

__all__ = ["NOTHING", "Memory", "Read", "Said", "read_document", "read_source", "read_sources"]

Progress = Callable[[int, int], None]


def read_sources(
    sources: Sequence[Source], knowledge: Knowledge, jobs: int, memory: Memory, progress: Progress
) -> Iterator[Read]:
    """A source that is remembered is not read again; the outcome is that of a fresh reading."""
    made_by = version(knowledge) if memory.folder else ""
    names = [key(source, made_by) if memory.folder else "" for source in sources]
    known = [memory.holds(name) for name in names]
    fresh = read_all([source for source, held in zip(sources, known, strict=True) if not held], knowledge, jobs)
    for n, (source, name, held) in enumerate(zip(sources, names, known, strict=True)):
        progress(n, len(sources))
        note = memory.get(name) if held else None
        if note is None:
            note = pack(read_source(source, knowledge)) if held else next(fresh)  # held but damaged: read after all
            if name and name == key(source, made_by):  # else it changed meanwhile: what was read is not what was named
                memory.put(name, note)
        yield unpack(note)
    memory.forget()
