"""An article's view in, the names of those who wrote it out: bylines at its start, at its end and in brackets."""

import re
from collections.abc import Iterator

from graphbuild.ingest.press import Press

BRACKETS = re.compile(r"（([^（）\n]{2,70})）")
ALONE = re.compile(r"（([\u3400-\u9fff]{2,4})）$")
NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,6}(?:·[\u3400-\u9fff]{1,8})+")
PARTS = re.compile(r"[ 、，,/／：:|]+")
TAIL = 80


def writers(view: str, press: Press) -> tuple[str, ...]:
    """Each writer once, in the order of the text."""
    found = (name for line in view.split("\n") for piece in bylines(line, press) for name in names(piece, press))
    alone = ALONE.search(view.rstrip("\n"))
    return tuple(dict.fromkeys([*found, *(lone(alone.group(1), press) if alone else ())]))


def bylines(line: str, press: Press) -> Iterator[str]:
    """Whole lines, bracketed pieces and tails that begin with what a writer is called."""
    for found in BRACKETS.finditer(line):
        if press.writer.match(found.group(1)):
            yield found.group(1)
    start = max(line.rfind(sign) for sign in "。！？”") + 1
    tail = line[start:].strip()
    if len(tail) <= TAIL and (start or len(line) <= TAIL) and press.writer.search(tail):
        yield tail


def names(piece: str, press: Press) -> list[str]:
    """The names of a byline, none where one of its words is neither a name nor what a writer is called."""
    marked = re.sub(rf"(?<![\u3400-\u9fff])(?:{press.writer.pattern})(?![\u3400-\u9fff]{{5}})", " ", piece)
    words = [word for word in PARTS.split(strip_roles(marked, press)) if word]
    people = [name for word in words for name in split(word, press)]
    return people if all(NAME.fullmatch(name) and name[: 2 if name[:2] in press.family else 1] in press.family
                         or "·" in name for name in people) else []


def lone(word: str, press: Press) -> list[str]:
    """A name alone in brackets at the very end; four characters only behind a family name of two."""
    return names(word, press) if len(word) < 4 or word[:2] in press.family else []


def strip_roles(piece: str, press: Press) -> str:
    """记者张三 → 张三: what a writer is called, where it opens a word."""
    return re.sub(rf"(?:(?<=[ 、，/])|^)(?:{press.writer.pattern})", " ", piece)


def split(word: str, press: Press) -> list[str]:
    """Two names run together (张三丰李四光) parted where the second family name stands."""
    if len(word) < 5 or "·" in word:
        return [word]
    cuts = [n for n in (3, 2) if 2 <= len(word) - n <= 3 and word[0] in press.family and word[n] in press.family]
    return [word[: cuts[0]], word[cuts[0] :]] if cuts else [word]
