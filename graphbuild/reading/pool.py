"""Sources in, their packed Reads out in the same order: several processes, few sources on their way at a time."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool

from graphbuild.errors import UnreadableSource
from graphbuild.ingest import Source
from graphbuild.knowledge import Knowledge
from graphbuild.reading.packing import pack
from graphbuild.reading.read import read_source
from graphbuild.workers import Workers

SMALL = 300_000  # bytes of text that one process has read before others have begun


Meanwhile = Callable[[], object]


def read_all(
    sources: Sequence[Source], knowledge: Knowledge, jobs: int, method: str | None = None, meanwhile: Meanwhile = int
) -> Iterator[bytes]:
    """Few are read by one process beside this one; of many the first is read here, so that what is compiled from the
    knowledge is compiled before processes part."""
    rest = sources[1:]
    if jobs < 2 or not sources:
        yield from (pack(read_source(source, knowledge)) for source in sources)
    elif not worth(rest):
        yield from in_processes(sources, knowledge, 1, method, meanwhile)
    else:
        yield pack(read_source(sources[0], knowledge))
        yield from in_processes(rest, knowledge, jobs, method)


def worth(sources: Sequence[Source]) -> bool:
    size = 0
    for source in sources:
        size += bytes_of(source)
        if size > SMALL:
            return len(sources) > 1
    return False


def bytes_of(source: Source) -> int:
    try:
        return source.path.stat().st_size if source.path else len(source.data or b"")
    except OSError:  # gone meanwhile, or not ours to see: its reading will say so
        return 0


def in_processes(
    sources: Sequence[Source], knowledge: Knowledge, jobs: int, method: str | None, meanwhile: Meanwhile = int
) -> Iterator[bytes]:
    """Ends at once when interrupted."""
    workers = Workers(knowledge, min(jobs, len(sources)), method)
    try:
        yield from workers.do(read_with, ((source,) for source in sources), meanwhile)
    except BrokenProcessPool as trouble:
        remedy = "free some memory, or read in one process with --jobs 1 to see which text it is"
        raise UnreadableSource("a reading process was ended from outside", remedy) from trouble
    finally:
        workers.end()


def read_with(knowledge: Knowledge, source: Source) -> bytes:
    return pack(read_source(source, knowledge))
