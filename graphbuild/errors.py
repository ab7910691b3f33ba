"""What can go wrong, as a tree; every message says what to do next.

GraphbuildError
├── UnreadableSource    a source gives no text: missing, empty, binary, encrypted, broken
├── BrokenKnowledge     ontology/ or a lexicon is broken: file, line and gap are named
├── BrokenGraph         a graph breaks its own rules: an IRI that cannot be written, a claim without evidence
├── BrokenMemory        what a build keeps beside its output was taken away or changed while it ran
├── NoEngine            the machines that a build should run on cannot be reached, or lack something
├── ServerRefused       another server does not take or count what is sent to it
├── Undrawable          a picture cannot be drawn on this machine: what is missing is named
├── Unanswerable        a question cannot be put: an unknown name, a query that does not parse
└── Busy                a question can be put at another time
"""


from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


class GraphbuildError(Exception):
    """Anything that the user can mend; `remedy` says how."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message}: {remedy}" if remedy else message)
        self.message = message
        self.remedy = remedy


class UnreadableSource(GraphbuildError):
    """A source that gives no text."""


class BrokenKnowledge(GraphbuildError):
    """A file under ontology/, a list of sources or judgements that cannot be used; `parts` are several such troubles."""

    parts: Sequence["BrokenKnowledge"] = ()


def several(troubles: Sequence[BrokenKnowledge]) -> BrokenKnowledge:
    """All of them as one that says each on a line of its own."""
    parts = [part for trouble in troubles for part in trouble.parts or [trouble]]
    told = BrokenKnowledge("\n".join(dict.fromkeys(map(str, parts))))
    told.parts = parts
    return told


class BrokenGraph(GraphbuildError):
    """A graph that breaks its own rules."""


class BrokenMemory(GraphbuildError):
    """A note that this build wrote or found, and that is not there any more."""


class Unanswerable(GraphbuildError):
    """A question that cannot be put to the graph."""


class Busy(GraphbuildError):
    """A question that is not answered now, by no fault of its own."""


class Undrawable(GraphbuildError):
    """A picture that this machine lacks something for."""


class ServerRefused(GraphbuildError):
    """A server that does not take or count what is sent to it."""


class NoEngine(GraphbuildError):
    """Other machines that cannot carry a build."""


@contextmanager
def placed(*places: Path) -> Iterator[None]:
    """The system says of a full disk that it is full, not where: trouble that names no file names these places."""
    try:
        yield
    except OSError as trouble:
        if trouble.filename is None:
            trouble.filename = " or ".join(map(str, places))
        raise
