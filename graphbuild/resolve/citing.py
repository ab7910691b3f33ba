"""A Fact with claims in their texts in, the same with its claims cited out: all that is needed of them away from the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graphbuild.model import Cited, Claim, Document, Entity, Fact, View
from graphbuild.resolve.givers import Givers
from graphbuild.resolve.promises import first
from graphbuild.text.squash import squash

EMPTY = View("", ())


@dataclass
class Citing:
    """Cites facts of one part."""

    known: Mapping[str, Entity]
    givers: Givers
    stubs: dict[str, Document] = field(default_factory=dict)

    def __call__(self, fact: Fact) -> Fact:
        """The first claim of what may be a promise says who gave it."""
        planned = dict(fact.qualifiers).get("status") == "planned"
        giving = first(fact) if planned and fact.relation in ("milestone", "measure") else None
        told = (self.cite(c, fact, self.givers(c) if c is giving else ("", "")) for c in fact.claims)
        return replace(fact, claims=tuple(told))

    def cite(self, claim: Claim, fact: Fact, given: tuple[str, str]) -> Cited:
        words = squash(claim.quote)
        absent = frozenset(end for end in (fact.subject, fact.object) if end and not named(self.known[end], words))
        whose = self.stub(claim.document)
        return Cited(
            claim.relation, claim.subject, claim.object, whose, claim.start, claim.end, claim.rule, claim.confidence,
            claim.qualifiers, claim.span, absent, given,
        )  # fmt: skip

    def stub(self, document: Document) -> Document:
        """Whose it is and when it was said, without its text."""
        if document.id not in self.stubs:
            days = document.published, document.dateline
            self.stubs[document.id] = Document(document.id, document.source, "", EMPTY, published=days[0], dateline=days[1])
        return self.stubs[document.id]


def named(entity: Entity, words: str) -> bool:
    return any(squash(name) in words for name in (entity.name, *entity.names))
