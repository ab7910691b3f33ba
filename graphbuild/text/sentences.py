"""A cleaned text in, the places of its sentences and clauses out."""

import re
from functools import lru_cache

# Nobody writes longer ones; an endless one would be read in the square of its length.
SENTENCE = re.compile(r"[^\n。！？]{1,2000}[。！？]*[”’」』）]*")
CLAUSE = re.compile(r"[^，；：。！？\n]{1,1000}")


@lru_cache(1)  # many rooms ask, one text after the other
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence; a line's end always ends one."""
    return tuple(found.span() for found in SENTENCE.finditer(text) if found.group().strip())


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Start and end of each clause of text[start:end]."""
    return [found.span() for found in CLAUSE.finditer(text, start, end) if found.group().strip()]
