"""Two graphs in, what the newer one says differently out: things and statements that are new, gone or changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rdflib import Graph

from graphbuild.view.index import Index, local
from graphbuild.view.network import FIRST, Scene
from graphbuild.view.page import Look, render
from graphbuild.view.stories import Said, Stories, Thing

NEW, GONE, CHANGED = "new", "gone", "changed"
SIGNS = {NEW: "+", GONE: "-", CHANGED: "~"}
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


def words_of(change: SaidChange, changes: Changes, words: Mapping[str, str]) -> str:
    said = change.said
    told = [words.get(local(term), changes.new.index.call(term)) for _, term in said.parts]
    parts = (
        changes.call(said.subject),
        words.get(said.relation, said.relation),
        changes.call(said.object) if said.object else "",
    )
    return " ".join(filter(None, (*parts, *told)))


def rows(changes: Changes, words: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
    """For programs: every change with its sentences."""
    return {
        "things": [
            {"state": c.state, "iri": c.thing.iri, "name": c.thing.name, "classes": c.thing.kinds, "was": was(c)}
            for c in changes.things
        ],
        "statements": [
            {"state": c.state, "subject": c.said.subject, "relation": c.said.relation, "object": c.said.object,
             "words": words_of(c, changes, words), "sentences": spoken(c.said), "was": spoken(c.was) if c.was else []}
            for c in changes.said
        ],
    }  # fmt: skip


def was(change: ThingChange) -> dict[str, Any]:
    if change.state != CHANGED or change.old is None:
        return {}
    return {"name": change.old.name, "classes": change.old.kinds, "names": change.old.names, "code": change.old.code}


def spoken(said: Said) -> list[dict[str, str]]:
    return [
        {
            "text": "".join(text for text, _ in quote.pieces),
            "title": quote.source.title,
            "date": quote.date,
            "file": quote.source.file,
        }
        for quote in said.quotes
    ]


def text(changes: Changes, words: Mapping[str, str]) -> str:
    """For a reader at a prompt: a sign, what is stated, and under it the sentences."""
    lines = []
    for change in changes.things:
        kinds = "、".join(words.get(kind, kind) for kind in change.thing.kinds)
        before = f" ← {change.old.name}" if change.state == CHANGED and change.old else ""
        lines.append(f"{SIGNS[change.state]} {change.thing.name}（{kinds}）{before}")
    for told in changes.said:
        lines.append(f"{SIGNS[told.state]} {words_of(told, changes, words)}")
        lines += sentence_lines(told)
    return "\n".join(lines)


def sentence_lines(change: SaidChange) -> list[str]:
    """Of a changed statement only the sentences that are new or gone."""
    now, before = sentences(change.said), sentences(change.was) if change.was else set()
    same = now & before
    signed = [("+" if change.was else " ", q) for q in spoken(change.said)]
    signed += [("-", q) for q in spoken(change.was)] if change.was else []
    kept = [(sign, q) for sign, q in signed if (q["text"], q["file"]) not in same]
    return [f"   {sign} “{' '.join(q['text'].split())}” {q['title']} · {q['date']}" for sign, q in kept]


def page(old: Graph, new: Graph, changes: Changes, look: Look) -> str:
    """Both graphs in one picture: what differs and what it touches at first, in colours; the rest on request."""
    both = Graph()
    for triple in (*old, *new):
        both.add(triple)
    stories = Stories(both)
    stories.things.update(changes.new.things)  # where a name changed, the newer one is shown
    states = {change.key: change.state for change in changes.said}
    said = stories.said()
    touched = {change.thing.iri for change in changes.things}
    touched |= {end for each in changes.said for end in (each.said.subject, each.said.object) if end}
    order = sorted(stories.things, key=lambda iri: (iri not in touched, iri))
    colours = {"things": {change.thing.iri: change.state for change in changes.things}}
    told = {n: state for n, each in enumerate(said) if (state := states.get(key_of(each, stories.index)))}
    first = len(order) if len(order) <= FIRST else len(touched)
    scene = Scene([stories.things[iri] for iri in order], said, first)
    return render(stories, look.changed({**colours, "said": told}), scene)
