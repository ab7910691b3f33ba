"""A text's words in, Mentions of works on a named thing out: 云门路改造提升工程, where no tagger is needed to see it."""

from collections.abc import Iterator, Sequence

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.edge import works_on
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Word
from graphbuild.model import Mention

SITES = frozenset(("Road", "WaterBody", "Park", "Facility", "Zone"))
LONGEST = 5


def works(text: str, words: Sequence[Word], knowledge: Knowledge) -> Iterator[Mention]:
    """A name that no everyday word begins, up to a head word, and what is done to it."""
    known, pattern = edges(knowledge), works_on(knowledge)
    seen = list(pattern.finditer(text))
    ends = {word.end: n for n, word in enumerate(words)} if seen else {}
    for found in seen:
        n = ends.get(found.start())
        first = begin(words, n, known) if n is not None else None
        if n is None or first is None:
            continue
        name = text[words[first].start : words[n].end]
        kind = lexicon(knowledge).get(last_word(name, knowledge), ("", ""))[0]
        if SITES & set(kind.split("+")):
            start = words[first].start
            yield Mention(start, found.end(), ("Project",), text[start : found.end()], "works")


def begin(words: Sequence[Word], last: int, known: dict[str, str]) -> int | None:
    """The first of the words without a break before the head, if it is no everyday word."""
    first = last
    while first > 0 and last - first < LONGEST and words[first - 1].end == words[first].start:
        if role(words[first - 1], known) in ("cut", "lead", "soft", "measure"):
            break
        first -= 1
    proper = first < last and role(words[first], known) == "proper"
    return first if proper and not words[first].text.isascii() else None
