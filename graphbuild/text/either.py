"""Words in, a pattern of any of them out, the longest first: letter by letter, so that few of many words need to be looked at."""

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

NOTHING = "(?!)"
DEEP = 12  # letters of the tree; a name of a thousand letters ends in one branch, and no pattern nests too far


def either(words: Iterable[str]) -> str:
    """Without a group of its own; no words match nothing."""
    return grown(sorted(set(words))) or NOTHING


def grown(words: list[str], depth: int = 0) -> str:
    """Sorted words as a tree of their letters: what goes on is sought before what ends here."""
    if depth == DEEP or len(words) == 1:
        return "|".join(map(re.escape, reversed(words)))
    ends = words[:1] == [""]
    groups = groupby(words[ends:], itemgetter(0))
    rests = [(re.escape(letter), grown([word[1:] for word in group], depth + 1)) for letter, group in groups]
    branches = [letter + (f"(?:{rest})" if "|" in rest else rest) for letter, rest in rests]
    return "|".join([*branches, *[""] * ends])
