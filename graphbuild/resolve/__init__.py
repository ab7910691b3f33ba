"""Documents, their mentions and claims in; Entities and Facts out, one for each thing and each statement."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.terms import terms
from graphbuild.model import Claim, Document, Entity, Fact, Issue, Mention
from graphbuild.resolve.entities import Things, name_things
from graphbuild.resolve.facts import facts
from graphbuild.text.own import own_place

__all__ = ["resolve"]


def resolve(
    documents: Sequence[Document], found: Mapping[str, Sequence[Mention]], claims: Sequence[Claim], knowledge: Knowledge
) -> tuple[list[Entity], list[Fact], list[Issue]]:
    """What the documents speak of, judged area by area: the same name in two areas is two things."""
    scopes = {document.id: scope(document, found[document.id]) for document in documents}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for document in documents:
        mentions[scopes[document.id]] += [m for m in found[document.id] if m.kind != "Post"]
    things = Things()
    for place in sorted(mentions):
        name_things(place, mentions[place], things, knowledge)
    stated, issues = facts(claims, scopes, things, terms(knowledge.folder))
    return sorted(things.entities.values(), key=lambda e: e.id), stated, issues


def scope(document: Document, mentions: Sequence[Mention]) -> str:
    """The area whose texts may share names; a text without one stands alone, together with the rest of its file."""
    return own_place(document, mentions) or document.sha256[:8]
