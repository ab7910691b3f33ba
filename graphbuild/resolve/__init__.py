"""Documents, their mentions and claims in; Entities and Facts out, one for each thing and each statement."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.decisions import Decisions
from graphbuild.knowledge.terms import terms
from graphbuild.model import Claim, Document, Entity, Fact, Issue, Mention
from graphbuild.resolve.entities import Things, name_things
from graphbuild.resolve.facts import facts
from graphbuild.resolve.givers import Givers
from graphbuild.resolve.promises import promises
from graphbuild.resolve.tenure import clashes, held
from graphbuild.text.own import own_place

__all__ = ["Givers", "clashes", "held", "promises", "resolve"]

NOTHING = Decisions()


def resolve(
    documents: Sequence[Document], found: Mapping[str, Sequence[Mention]], claims: Sequence[Claim], knowledge: Knowledge,
    judged: Decisions = NOTHING,
) -> tuple[list[Entity], list[Fact], list[Issue]]:
    """What the documents speak of, judged area by area: the same name in two areas is two things."""
    scopes = scope(documents, found)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for document in documents:
        mentions[scopes[document.id]] += [m for m in found[document.id] if m.kind != "Post"]
    things = Things()
    for place in sorted(mentions):
        name_things(place, mentions[place], things, knowledge, judged)
    stated, issues = facts(claims, scopes, things, terms(knowledge.folder), judged)
    return sorted(things.entities.values(), key=lambda e: e.id), stated, issues


def scope(documents: Sequence[Document], found: Mapping[str, Sequence[Mention]]) -> dict[str, str]:
    """The area whose texts may share names; an article without one takes its file's, a file without one stands alone."""
    own = {document.id: own_place(document, found[document.id]) for document in documents}
    files: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        files[document.sha256].update(filter(None, [own[document.id]]))
    return {d.id: own[d.id] or most(files[d.sha256]) or d.sha256[:8] for d in documents}


def most(places: Counter[str]) -> str:
    return min(places, key=lambda place: (-places[place], place)) if places else ""
