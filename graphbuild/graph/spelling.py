"""Names in, how people who type no Chinese type them out: the initials of each, then the whole of it."""

from collections.abc import Sequence

LONGEST = 40


def spell(names: Sequence[str]) -> str:
    from pypinyin import Style, lazy_pinyin  # a third of a second to load: only who spells pays it

    written = []
    for name in dict.fromkeys(name[:LONGEST] for name in names):
        whole = [part for part in lazy_pinyin(name, style=Style.NORMAL, errors="default") if part.isascii()]
        written += ["".join(part[:1] for part in whole).lower(), "".join(whole).lower()]
    return " ".join(dict.fromkeys(word for word in written if word))
