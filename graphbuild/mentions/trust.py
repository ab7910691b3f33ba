"""A span that the tagger found in, how far it can be trusted to be a name out: weighed by what the whole document shows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.kinds import last_word
from graphbuild.mentions.roles import edges, role
from graphbuild.mentions.words import Words

BITS = 15
STEP = 800
DOUBT = -800  # what is likelier no name than one may still be kept: later rooms mend its edges and its kind
Ints = npt.NDArray[np.int32]


class Span(NamedTuple):
    """A place, the tagger's group for it, and by how much a letter it preferred a name to none."""

    start: int
    end: int
    group: str
    margin: int


def table(spans: Sequence[Span], text: str, words: Words, knowledge: Knowledge) -> list[list[int]]:
    """Hashed rows of the trust weights for each span."""
    known, counts = edges(knowledge), Counter(text[span.start : span.end] for span in spans)
    ends = {span.end: span for span in spans}
    begins = {span.start: span for span in spans}

    def rows(span: Span) -> list[int]:
        seen = [*shape(span, text, words, known, knowledge), *around(span, text, ends, begins)]
        seen.append(f"count:{min(counts[text[span.start : span.end]], 3)}:{span.group}")
        return [crc32(one.encode()) >> (32 - BITS) for one in seen]

    return [rows(span) for span in spans]


def shape(
    span: Span, text: str, words: Words, known: dict[str, str], knowledge: Knowledge
) -> Iterator[str]:
    """What the name is made of: the roles of its words, its head, its margin."""
    name = text[span.start : span.end]
    head = last_word(name, knowledge)
    strength = "/".join(lexicon(knowledge).get(head, ("", "")))
    first = words.at.get(span.start)
    inside = []
    while first is not None and first < len(words) and words.starts[first] < span.end - len(head):
        inside.append(role(words[first], known)[:2] + str(min(len(words.texts[first]), 3)))
        first += 1
    front = name[: len(name) - len(head)]
    margin = max(-4, min(12, span.margin // STEP))
    made = ".".join(inside[:5])
    yield from (f"group:{span.group}", f"margin:{margin}", f"margin:{margin}:{strength}")
    yield from (f"head:{head}", f"strength:{strength}", f"made:{made}", f"made:{made}:{strength}", f"made:{made}:{head}")
    yield from (f"role:{one[:2]}:{strength}" for one in set(inside))
    yield from (f"front:{front}", f"front1:{front[:1]}", f"front2:{front[:2]}", f"last2:{front[-2:]}")
    yield from (f"name:{name}", f"size:{min(len(front), 9)}:{head}")
    yield f"aligned:{span.start in words.at}"


def around(span: Span, text: str, ends: dict[int, Span], begins: dict[int, Span]) -> Iterator[str]:
    """Its neighbours: words, and other names in the same list."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    left = ends.get(span.start - 1) if before[-1:] in "、和及与" else None
    right = begins.get(span.end + 1) if after[:1] in "、和及与" else None
    yield from (f"before1:{before[-1:]}", f"before2:{before}", f"after1:{after[:1]}", f"after2:{after}")
    yield from (f"left:{left.group if left else ''}:{span.group}", f"right:{right.group if right else ''}:{span.group}")
    yield f"listed:{bool(left)}:{bool(right)}:{before[-1:] == '、'}:{after[:1] == '、'}"


def trusted(spans: Sequence[Span], rows: Sequence[Sequence[int]], text: str, weights: Ints) -> list[tuple[Span, int]]:
    """Names whose mentions together weigh more for than against, and how much."""
    if not spans:
        return []
    totals: Counter[str] = Counter()
    starts = list(accumulate(map(len, rows[:-1]), initial=0))
    weighed = np.add.reduceat(weights[list(chain.from_iterable(rows))], starts, dtype=np.int64)
    for span, weight in zip(spans, weighed.tolist(), strict=True):
        totals[text[span.start : span.end]] += weight
    weighty = ((span, totals[text[span.start : span.end]]) for span in spans)
    return [(span, total) for span, total in weighty if total > DOUBT]
