"""Words in, a pattern of any of them out, the longest first: letter by letter, so that few of many words need to be looked at."""

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

NOTHING = "(?!)"


def either(words: Iterable[str]) -> str:
    """Without a group of its own; no words match nothing."""
    return grown(sorted(set(words))) or NOTHING


def grown(words: list[str]) -> str:
    """Sorted words as a tree of their letters: what goes on is sought before what ends here."""
    ends = words[:1] == [""]
    groups = [(re.escape(letter), grown([word[1:] for word in group])) for letter, group in groupby(words[ends:], itemgetter(0))]
    branches = [letter + (f"(?:{rest})" if "|" in rest else rest) for letter, rest in groups]
    return "|".join([*branches, *[""] * ends])
