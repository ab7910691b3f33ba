"""Documents, their mentions and claims in; Entities and Facts out, one for each thing and each statement."""

from collections.abc import Mapping, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.decisions import Decisions
from graphbuild.model import Claim, Document, Entity, Fact, Issue, Mention
from graphbuild.resolve.clashes import clashes
from graphbuild.resolve.differing import differing
from graphbuild.resolve.facts import facts
from graphbuild.resolve.givers import Givers
from graphbuild.resolve.identity import Identity, identify
from graphbuild.resolve.promises import by_subject, promises
from graphbuild.resolve.struck import IDLE, Struck, idle
from graphbuild.resolve.tenure import held

__all__ = [
    "IDLE", "Givers", "Identity", "by_subject", "clashes", "differing", "held", "identify", "idle", "promises", "resolve",
]  # fmt: skip

NOTHING = Decisions()


def resolve(
    documents: Sequence[Document], found: Mapping[str, Sequence[Mention]], claims: Sequence[Claim], knowledge: Knowledge,
    judged: Decisions = NOTHING, known: Identity | None = None,
) -> tuple[list[Entity], list[Fact], list[Issue]]:
    """What the documents speak of, judged area by area; `known` is who is who where that was asked before."""
    known = known or identify(documents, found, claims, knowledge, judged)
    own = {document.id: document.id for document in documents}
    struck = Struck(known.things, judged)
    stated, issues = facts([*claims, *known.parts], own, known.things, knowledge, struck)
    entities = sorted(known.things.entities.values(), key=lambda e: e.id)
    return entities, stated, [*issues, *known.issues, *idle(judged, struck.heard())]
