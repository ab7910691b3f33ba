"""What all work of a build is done with: knowledge, decisions, the base of IRIs, the memory, and a place that ends with it."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.decisions import Decisions
from graphbuild.reading import Memory, version

ROOMS = ("model.py", "errors.py", "text", "knowledge", "resolve", "graph", "reading", "building")


@dataclass
class Site:
    """`spill` is a folder for what the build needs but the next one does not."""

    knowledge: Knowledge
    judged: Decisions
    base: str
    memory: Memory
    spill: Path

    @cached_property
    def made_by(self) -> str:
        """What decides, beside the texts, what is written."""
        return name(version(self.knowledge), version(self.knowledge, ROOMS), repr(sorted_decisions(self.judged)), self.base)


def sorted_decisions(judged: Decisions) -> list[object]:
    pairs = [sorted(sorted(pair) for pair in pairs) for pairs in (judged.same, judged.different)]
    return [*pairs, sorted(judged.wrong), sorted(judged.names.items())]


def name(*told: str) -> str:
    """What a note is called that is made of these."""
    return sha256("\0".join(f"{len(part)} {part}" for part in told).encode("utf-8", "surrogatepass")).hexdigest()
