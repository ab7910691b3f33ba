"""Sources in, their packed Reads out in the same order: several processes, few sources on their way at a time."""

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from graphbuild.errors import UnreadableSource
from graphbuild.ingest import Source
from graphbuild.knowledge import Knowledge
from graphbuild.orphans import end_with_parent
from graphbuild.reading.packing import pack
from graphbuild.reading.read import read_source

AHEAD = 4  # sources on their way for each process: enough to keep it busy, few enough for memory
SMALL = 300_000  # bytes of text that one process has read before others have begun
RARELY = 100_000, 50, 50  # a reading leaves next to no cycles behind: looking for them costs a tenth of it
KNOWN: list[Knowledge] = []  # what a process reads with, given once


def read_all(sources: Sequence[Source], knowledge: Knowledge, jobs: int, method: str | None = None) -> Iterator[bytes]:
    """The first is read here, so that what is compiled from the knowledge is compiled before processes part."""
    for source in sources[:1]:
        yield pack(read_source(source, knowledge))
    rest = sources[1:]
    if jobs < 2 or not worth(rest):
        yield from (pack(read_source(source, knowledge)) for source in rest)
    else:
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


def in_processes(sources: Sequence[Source], knowledge: Knowledge, jobs: int, method: str | None) -> Iterator[bytes]:
    """Ends at once when interrupted: what has not begun is dropped, what has is waited for."""
    context = multiprocessing.get_context(method)
    waiting: deque[Future[bytes]] = deque()
    pool = ProcessPoolExecutor(min(jobs, len(sources)), context, begin, (knowledge,))
    try:
        for source in sources:
            waiting.append(pool.submit(read_here, source))
            if len(waiting) >= jobs * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as trouble:
        remedy = "free some memory, or read in one process with --jobs 1 to see which text it is"
        raise UnreadableSource("a reading process was ended from outside", remedy) from trouble
    finally:
        pool.shutdown(cancel_futures=True)


def begin(knowledge: Knowledge) -> None:
    """The parent alone hears Ctrl-C and ends its processes; killed, it takes them along."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    KNOWN[:] = [knowledge]
    gc.freeze()
    gc.set_threshold(*RARELY)


def read_here(source: Source) -> bytes:
    return pack(read_source(source, KNOWN[0]))
