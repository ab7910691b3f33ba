"""Changes in, what they say out: text for a reader at a prompt, rows for programs, each with its sentences."""

from collections.abc import Mapping
from typing import Any

from rdflib import URIRef

from graphbuild.view.changes import CHANGED, GONE, NEW, Changes, SaidChange, ThingChange, sentences
from graphbuild.view.index import local
from graphbuild.view.told import Said

SIGNS = {NEW: "+", GONE: "-", CHANGED: "~"}


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


def was_called(change: ThingChange) -> str:
    """The former name, or where the name stayed and the id did not, the former id."""
    old, new = change.old or change.thing, change.thing
    return old.name if old.iri == new.iri else local(URIRef(old.iri))


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
        before = f" ← {was_called(change)}" if change.state == CHANGED and change.old else ""
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
