"""Two graphs in, what the newer one says differently out: things and statements that are new, gone or changed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rdflib import Graph

from graphbuild.view.index import Index
from graphbuild.view.stories import Said, Stories, Thing

NEW, GONE, CHANGED = "new", "gone", "changed"
Key = tuple[str, ...]
Called = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class ThingChange:
    state: str
    old: Thing | None
    new: Thing | None

    @property
    def thing(self) -> Thing:
        return self.new or self.old  # type: ignore[return-value]  # one of them is there


@dataclass(frozen=True)
class SaidChange:
    """A statement is changed where it is the same and other sentences say it."""

    state: str
    key: Key
    said: Said
    was: Said | None = None


@dataclass(frozen=True)
class Changes:
    things: Sequence[ThingChange]
    said: Sequence[SaidChange]
    old: Stories
    new: Stories

    def call(self, iri: str) -> str:
        thing = self.new.things.get(iri) or self.old.things.get(iri)
        return thing.name if thing else iri


def compare(old: Graph, new: Graph) -> Changes:
    before, after = Stories(old), Stories(new)
    moved = under_other_ids(before, after)
    return Changes(things(before, after, moved), statements(before, after, moved), before, after)


def things(before: Stories, after: Stories, moved: Mapping[str, str]) -> list[ThingChange]:
    found = [ThingChange(CHANGED, before.things[iri], after.things[now]) for iri, now in sorted(moved.items())]
    for iri in sorted({*before.things, *after.things} - {*moved, *moved.values()}):
        old, new = before.things.get(iri), after.things.get(iri)
        if old != new:
            found.append(ThingChange(NEW if old is None else GONE if new is None else CHANGED, old, new))
    return found


def under_other_ids(before: Stories, after: Stories) -> dict[str, str]:
    """From old to new: what is gone and what is new are one where they alone bear their name and classes."""
    gone, new = alone(before, after), alone(after, before)
    return {iri: new[called] for called, iri in gone.items() if called in new}


def alone(stories: Stories, others: Stories) -> dict[Called, str]:
    found: dict[Called, list[str]] = defaultdict(list)
    for iri in sorted(stories.things.keys() - others.things.keys()):
        found[stories.things[iri].name, tuple(stories.things[iri].kinds)].append(iri)
    return {called: iris[0] for called, iris in found.items() if len(iris) == 1}


def statements(before: Stories, after: Stories, moved: Mapping[str, str]) -> list[SaidChange]:
    old, new = keyed(before, moved), keyed(after, {})
    found = []
    for key in sorted({*old, *new}):
        if key not in new:
            found.append(SaidChange(GONE, key_of(old[key], before.index), old[key]))
        elif key not in old:
            found.append(SaidChange(NEW, key, new[key]))
        elif sentences(old[key]) != sentences(new[key]):
            found.append(SaidChange(CHANGED, key, new[key], old[key]))
    return found


def keyed(stories: Stories, moved: Mapping[str, str]) -> dict[Key, Said]:
    """By what is stated, as if of the things that are `moved`."""
    said = ((replace(each, subject=moved.get(each.subject, each.subject), object=moved.get(each.object, each.object)), each)
            for each in stories.said())  # fmt: skip
    return {key_of(as_if, stories.index): each for as_if, each in said}


def key_of(each: Said, index: Index) -> Key:
    """What is stated, whatever node states it."""
    return (each.subject, each.relation, each.object, *(f"{part}={index.call(term)}" for part, term in each.parts))


def sentences(said: Said) -> set[tuple[str, str]]:
    return {("".join(text for text, _ in quote.pieces), quote.source.file) for quote in said.quotes}
