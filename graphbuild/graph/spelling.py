"""Names in, how people who type no Chinese type them out: the initials of each, then the whole of it."""

from collections.abc import Sequence
from functools import lru_cache

LONGEST = 40


def spell(names: Sequence[str]) -> str:
    written = []
    for name in dict.fromkeys(name[:LONGEST] for name in names):
        whole = sounds(name)
        written += ["".join(part[:1] for part in whole).lower(), "".join(whole).lower()]
    return " ".join(dict.fromkeys(word for word in written if word))


def sounds(name: str) -> list[str]:
    from pypinyin.core import Pinyin  # a third of a second to load: only who spells pays it

    return [sound for word in Pinyin().seg(name) for sound in of_word(word)]


@lru_cache(20_000)
def of_word(word: str) -> tuple[str, ...]:
    """The same words stand in name after name."""
    from pypinyin import Style, lazy_pinyin

    return tuple(part for part in lazy_pinyin(word, style=Style.NORMAL, errors="default") if part.isascii())
