"""Bytes in, characters out: which of the encodings of Chinese text they are in, decided the same way every time."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from functools import cache

from graphbuild.errors import UnreadableSource

MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
GUESSES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
SAMPLE = 20_000
PLAUSIBLE = 0.85
CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f]")


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The text of `data`; refuses what is no text at all, and text in an encoding that it does not know."""
    text = marked(data)
    if text is None:
        text = strict(data, "utf-8")
    if (text is None or "\0" in text) and declared:
        text = strict(data, "gb18030" if declared.lower().startswith("gb") else declared)
    if text is None or "\0" in text:
        text = guessed(data)
    if text is None:
        raise UnreadableSource(
            f"{name} is neither UTF-8, GB18030, Big5 nor UTF-16 text", "save it as UTF-8, or give it its right suffix"
        )
    if "\0" in text or len(CONTROL.findall(text, 0, SAMPLE)) * 20 > len(text[:SAMPLE]):
        raise UnreadableSource(f"{name} is a binary file, not text", "give it its right suffix, or export it as text")
    return text


def marked(data: bytes) -> str | None:
    """The text behind a byte order mark, where there is one."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return strict(data[len(mark) :], encoding)
    return None


def strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def guessed(data: bytes) -> str | None:
    """The reading with the largest share of common characters; GB18030 first where two are alike."""
    readings = [text for encoding in GUESSES if (text := strict(data, encoding)) is not None]
    best = max(readings, key=plausibility, default=None)
    return best if best is not None and plausibility(best) >= PLAUSIBLE else None


def plausibility(text: str) -> float:
    """The share of common characters among all but ASCII; bytes that are no ASCII must prove that they are Chinese."""
    wide = [character for character in text[:SAMPLE] if character > "~"]
    if not wide:
        return float(text.isprintable() or not CONTROL.search(text))
    return sum(map(common().__contains__, wide)) / len(wide)


@cache
def common() -> frozenset[str]:
    """The signs and first-level characters of GB 2312 (rows 1, 3, 16 to 55) and of Big5 (A1 to C6)."""
    simplified = bytes(byte for row in (1, 3, *range(16, 56)) for cell in range(1, 95) for byte in (row + 160, cell + 160))
    cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = bytes(byte for row in (0xA1, *range(0xA4, 0xC7)) for cell in cells for byte in (row, cell))
    return frozenset(simplified.decode("gb2312", "ignore") + traditional.decode("big5", "ignore")) - {"\ufffd"}
