"""A text in, what counts of it when a name is sought in it out: without spaces, asterisks and quotation marks, in one width."""

import re
import unicodedata
from functools import lru_cache

LOOSE = re.compile(r"[\s*“”\"'‘’]+")


@lru_cache(maxsize=65536)
def squash(text: str) -> str:
    """A name is in a quote whatever its dress."""
    return LOOSE.sub("", unicodedata.normalize("NFKC", text))
