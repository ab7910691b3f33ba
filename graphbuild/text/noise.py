"""A text as read in, the edits out that take away what no reader sees: invisible characters, markup left over."""

import re
from collections.abc import Iterator

from graphbuild.text.edits import Edit

INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc"
)
NOISE = re.compile(
    rf"(?P<gone>[{INVISIBLE}]+|\r(?=\n)|\*\*+|!\[[^\]\n]{{0,80}}\]\([^)\n]{{0,300}}\))"
    r"|(?P<line>\r|<br ?/?>)|(?P<space>&nbsp;|[\ue000-\uf8ff]+)"
    r"|(?P<link>\[(?P<label>[^\]\n]{1,80})\]\((?:https?:/)?/[^)\n]{0,300}\))"
)
FIRST = re.compile(rf"[{INVISIBLE}\r*!<&\ue000-\uf8ff\[]")  # with which any of it begins


def noise(text: str) -> Iterator[Edit]:
    done = 0
    for first in FIRST.finditer(text):
        found = NOISE.match(text, first.start()) if first.start() >= done else None
        if found is None:
            continue
        done = found.end()
        if found.group("link"):
            yield found.start(), found.start("label"), ""
            yield found.end("label"), found.end(), ""
        else:
            yield *found.span(), "\n" if found.group("line") else " " if found.group("space") else ""
