"""Statements that people have judged wrong in, whether one between two things is such out; and which rows met anything."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from graphbuild.knowledge.decisions import FILE, Decisions, refer
from graphbuild.knowledge.edges import Statement
from graphbuild.model import Issue
from graphbuild.resolve.entities import Things
from graphbuild.resolve.names import plain
from graphbuild.resolve.nodes import Node
from graphbuild.resolve.people_say import People, at, people

IDLE = "idle decision"
NAMING = {"same": 2, "different": 2, "name": 1, "wrong": 0}  # how many of its words name what texts must name


@dataclass
class Struck:
    """`met` are the statements that were found and left out."""

    things: Things
    judged: Decisions
    met: set[Statement] = field(default_factory=set)

    def __call__(self, subject: str, relation: str, object: str) -> bool:
        """Under any of the names of its ends."""
        said = self.rows.get((subject, relation, object), ()) if self.judged.wrong else ()
        self.met.update(said)
        return bool(said)

    @cached_property
    def rows(self) -> Mapping[Statement, list[Statement]]:
        """By the ids of the ends."""
        found: dict[Statement, list[Statement]] = defaultdict(list)
        for row in sorted(self.judged.wrong):
            for subject in self.bearers(row[0]):
                for object in self.bearers(row[2]):
                    found[subject, row[1], object].append(row)
        return found

    def bearers(self, ref: str) -> set[str]:
        name, place = refer(ref)
        called = self.named.get(plain(name), set())
        return {id for id in called if not place or any(at(node, place) for node in self.nodes[id])}

    @cached_property
    def named(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for id, entity in self.things.entities.items():
            for name in (entity.name, *entity.names):
                found[plain(name)].add(id)
        return found

    @cached_property
    def nodes(self) -> Mapping[str, list[Node]]:
        found: dict[str, list[Node]] = defaultdict(list)
        for key, id in self.things.means.items():
            if node := self.things.nodes.all.get((key[0], key[1], key[2], key[3])):
                found[id].append(node)
        return found

    def heard(self) -> list[tuple[str, ...]]:
        """Names of which people have judged and that stand in these texts, and what was found of what they call wrong."""
        refs = refs_by_name(self.judged)
        spoken = people(self.things.nodes.all.values()) if refs else People({})
        return sorted({*self.met, *((ref,) for name in spoken.named for ref in refs.get(name, ()) if spoken.find(ref))})


@lru_cache(maxsize=1)
def refs_by_name(judged: Decisions) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for ref in judged.refs:
        found[plain(ref.partition("@")[0])].append(ref)
    return found


def idle(judged: Decisions, heard: Iterable[tuple[str, ...]]) -> list[Issue]:
    """Rows that change nothing, because no text names what they name or says what they call wrong."""
    met, found = set(heard), []
    for (judgement, *said), line in judged.lines.items():
        if judgement == "wrong" and tuple(said) not in met:
            found.append(unmet(f"calls “{' '.join(said)}” wrong, but no text says it", line))
        elif lost := [ref for ref in said[: NAMING[judgement]] if (ref,) not in met]:
            found.append(unmet(f"says “{judgement} {' '.join(said)}”, but no text names {' and '.join(lost)}", line))
    return found


def unmet(message: str, line: int) -> Issue:
    remedy = "write names as the texts do (NAME@PLACE among several), or take the row out"
    return Issue("warning", "resolve", IDLE, f"{FILE} {message}", f"{FILE}:{line}", remedy)
