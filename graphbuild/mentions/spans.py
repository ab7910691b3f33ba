"""A text and its words in, the spans that the tagger finds out, their edges put right."""

from collections.abc import Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.edge import edge
from graphbuild.mentions.features import table
from graphbuild.mentions.roles import edges
from graphbuild.mentions.tagger import Model, decode
from graphbuild.mentions.trust import Span
from graphbuild.mentions.words import Word


def find(
    text: str, words: Sequence[Word], persons: Sequence[tuple[int, int]], model: Model, knowledge: Knowledge
) -> list[Span]:
    """Spans in order; `persons` are known already and are not looked for again."""
    mend = edge(text, words, edges(knowledge), knowledge)
    found: dict[tuple[int, int], Span] = {}
    for start, end, group, margin in decode(table(words, text, knowledge), text, model, persons):
        place = mend(start, end, group)
        found.setdefault(place, Span(*place, group, margin))
    return [found[place] for place in sorted(found)]
