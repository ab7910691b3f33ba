"""The lexicon of head words: the last word of a name, which tells what class of thing it names."""

from functools import cache

from graphbuild.knowledge import Knowledge


@cache
def lexicon(knowledge: Knowledge) -> dict[str, tuple[str, str]]:
    """Class and strength of each head word."""
    return {row["word"]: (row["kind"], row["strength"]) for row in knowledge.rows("heads")}
