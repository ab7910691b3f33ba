"""Characters in, the same number of characters out: width, punctuation and quotes made even, place by place."""

import re
import unicodedata
from functools import cache

FULL = str.maketrans(",:;()!?", "，：；（）！？")
BREAKS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
# What `even` may change; the signs that Chinese writes everywhere stay, and are stepped over.
ODD = re.compile(
    rf"[\t{BREAKS}\xa0\u2000-\u200a\u202f\u205f〝〞〟\u2e80-\u2fd5\uf900-\ufaff\ufe10-\ufe6b"
    r"\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff65]"
)
QUOTES = str.maketrans("〝〞〟", "“””")
ADDRESS = r"https?://[!-~]+|www\.[!-~]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]+"
APART = r"(?<!\d,(?=\d{3}(?!\d)))(?<!\d:(?=\d))(?<![A-Za-z][,;:!?](?= [A-Za-z]))(?<![A-Za-z][,;:!?](?=[A-Za-z]))"
SIGN = re.compile(rf"[,:;()!?]{APART}", re.ASCII)
AMONG_ADDRESSES = re.compile(rf"{ADDRESS}|[,:;()!?]{APART}", re.ASCII | re.IGNORECASE)
ADDRESSED = re.compile(r"[:@wW](?:(?<=:)//|(?<=@)|(?<=[wW])[wW]{2}\.)")
DOT = re.compile(r"[•‧・∙⋅･](?<=[\u3400-\u9fff].)(?=[\u3400-\u9fff])")
TAB = re.compile(r"(?<=\S)( *)\t")
QUOTED = re.compile(r'"([^"“”\n]*)”|“([^"“”\n]*)"')
PAIRED = re.compile(r'"([^"\n]*)"')


@cache
def even(character: str) -> str:
    """One character for one: full-width signs folded, but ，：；（）！？ stay as Chinese writes them."""
    if character in BREAKS:
        return "\n"
    if character in "\t\xa0" or "\u2000" <= character <= "\u200a" or character in "\u202f\u205f":
        return " "
    if not folds(character):
        return character.translate(QUOTES)
    folded = unicodedata.normalize("NFKC", character)
    return character if len(folded) != 1 else folded.translate(FULL)


def folds(character: str) -> bool:
    """Full- and half-width forms, small forms, and the doubles of characters that PDFs are full of."""
    low = "\u2e80" <= character <= "\u2fd5" or "\uf900" <= character <= "\ufaff"
    return low or "\ufe10" <= character <= "\ufe6b" or "\uff01" <= character <= "\uff65"


def evened(text: str) -> str:
    """A text of the same length with every sign in the form that the rules of reading count on."""
    text = "\n".join(map(barred, text.split("\n"))) if "\t" in text else text
    for character in set(ODD.findall(text)):
        text = text.replace(character, even(character))
    lines = map(signs, text.split("\n")) if ADDRESSED.search(text) else [SIGN.sub(widened, text)]
    return DOT.sub("·", "\n".join(lines))


def barred(line: str) -> str:
    """A line whose cells tabs part, two at least: bars part them for everybody."""
    told, found = TAB.subn(r"\1|", line)
    return told if found > 1 else line


def signs(text: str) -> str:
    """Few lines hold an address, and where one may begin anywhere all is slow."""
    return (AMONG_ADDRESSES if ADDRESSED.search(text) else SIGN).sub(widened, text)


def widened(found: re.Match[str]) -> str:
    """A sign that stands alone; an address stays."""
    return found[0] if len(found[0]) > 1 else found[0].translate(FULL)


def quoted(text: str) -> str:
    """Straight quotes opened and closed by turns within a line; one that faces a curved quote is its partner."""
    return PAIRED.sub(r"“\1”", QUOTED.sub(r"“\1\2”", text)) if '"' in text else text
