"""Two graphs in, what the newer one says differently out: things and statements that are new, gone or changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from rdflib import Graph

from graphbuild.view.index import Index
from graphbuild.view.stories import Said, Stories, Thing

NEW, GONE, CHANGED = "new", "gone", "changed"
Key = tuple[str, ...]


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
    return Changes(things(before, after), statements(before, after), before, after)


def things(before: Stories, after: Stories) -> list[ThingChange]:
    found = []
    for iri in sorted({*before.things, *after.things}):
        old, new = before.things.get(iri), after.things.get(iri)
        if old != new:
            found.append(ThingChange(NEW if old is None else GONE if new is None else CHANGED, old, new))
    return found


def statements(before: Stories, after: Stories) -> list[SaidChange]:
    old, new = keyed(before), keyed(after)
    found = []
    for key in sorted({*old, *new}):
        if key not in old or key not in new:
            found.append(SaidChange(NEW if key in new else GONE, key, new.get(key) or old[key]))
        elif sentences(old[key]) != sentences(new[key]):
            found.append(SaidChange(CHANGED, key, new[key], old[key]))
    return found


def keyed(stories: Stories) -> dict[Key, Said]:
    return {key_of(each, stories.index): each for each in stories.said()}


def key_of(each: Said, index: Index) -> Key:
    """What is stated, whatever node states it."""
    return (each.subject, each.relation, each.object, *(f"{part}={index.call(term)}" for part, term in each.parts))


def sentences(said: Said) -> set[tuple[str, str]]:
    return {("".join(text for text, _ in quote.pieces), quote.source.file) for quote in said.quotes}
