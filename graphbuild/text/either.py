"""Words in, a pattern of any of them out, the longest first."""

import re
from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """Without a group of its own; no words match nothing."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))) or "(?!)"
