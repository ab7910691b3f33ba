"""A document and its mentions in, a Reading out: what every extractor looks things up in."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from graphbuild.knowledge import Knowledge
from graphbuild.model import Claim, Document, Mention
from graphbuild.text.own import own_place
from graphbuild.text.sentences import sentences


def of_kinds(mentions: Iterable[Mention], kinds: Collection[str]) -> list[Mention]:
    """Those of one of `kinds`, or all where none are given."""
    wanted = frozenset(kinds)
    return [m for m in mentions if not wanted or not wanted.isdisjoint(m.kinds)]


@dataclass(frozen=True, eq=False)
class Reading:
    """`mentions` are sorted by start; they may nest but never cross."""

    document: Document
    mentions: Sequence[Mention]
    knowledge: Knowledge

    @property
    def text(self) -> str:
        return self.document.view.text

    @cached_property
    def place(self) -> str:
        """The area that the document calls its own."""
        return own_place(self.document, self.mentions)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        return sentences(self.text)

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence that a place lies in."""
        return self.sentences[bisect_right(self.sentences, (place, len(self.text))) - 1]

    @cached_property
    def starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    def within(self, start: int, end: int, *kinds: str) -> list[Mention]:
        """The mentions that lie in text[start:end], of one of `kinds` where any are given."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end, low)
        return of_kinds((m for m in self.mentions[low:high] if m.end <= end), kinds) if low < high else []

    def claim(
        self, relation: str, subject: Mention | None, object: Mention | None, place: tuple[int, int], rule: str,
        confidence: float = 0.9, **qualifiers: str,
    ) -> Claim:
        """A claim with text[place] as its evidence."""
        kept = tuple(sorted((key, value) for key, value in qualifiers.items() if value))
        return Claim(relation, subject, object, self.document, *place, rule, confidence, kept)
