"""A line in, its words with their offsets and parts of speech out: jieba's dictionary, without guessing unknown words."""

import logging
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate, compress, repeat
from pathlib import Path
from typing import NamedTuple, overload

from graphbuild.knowledge import Knowledge

UNKNOWN = "x"
DICTIONARY = "dict.txt"
ADDED = 20  # how often a head word that jieba does not know is taken to occur: enough to keep it whole
WHOLE = re.compile(r"（(?<=\w（)[^\s（），。；：、“”]{1,8}）(?=\w)|“[^\s“”，。；：！？]{1,14}”(?=\w)|“(?<=\w“)[^\s“”，。；：！？]{1,14}”")
Cut = Callable[[str], Iterable[str]]


class Word(NamedTuple):
    start: int
    end: int
    text: str
    tag: str


class Words(Sequence[Word]):
    """The words of a text in columns: there are very many, and few are ever looked at one by one or asked for their tags."""

    def __init__(self, starts: list[int], ends: list[int], texts: list[str], tags: Mapping[str, str]) -> None:
        self.starts, self.ends, self.texts, self.known = starts, ends, texts, tags

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> list[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | list[Word]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        return Word(self.starts[index], self.ends[index], self.texts[index], self.tag(index))

    def tag(self, index: int) -> str:
        return self.known.get(self.texts[index], UNKNOWN)

    @cached_property
    def at(self) -> dict[int, int]:
        """The number of the word that begins at a place."""
        return dict(zip(self.starts, range(len(self)), strict=True))

    @cached_property
    def until(self) -> dict[int, int]:
        """The number of the word that ends at a place."""
        return dict(zip(self.ends, range(len(self)), strict=True))

    def within(self, start: int, end: int) -> Iterator[int]:
        """The numbers of the words from the one that begins at `start` to the last that ends by `end`; none where none begins."""
        n = self.at.get(start, len(self))
        while n < len(self) and self.ends[n] <= end:
            yield n
            n += 1

    def back(self, end: int, most: int, fits: Callable[[int], bool]) -> int:
        """Where the words begin that touch each other up to `end` and fit, `most` letters together; `end` where none does."""
        start, n = end, self.until.get(end, -1)
        while n >= 0 and self.ends[n] == start and end - self.starts[n] <= most and fits(n):
            start, n = self.starts[n], n - 1
        return start


class Cutter:
    """Cuts by a dictionary alone; the words are the text's own pieces in a row, so that their lengths are their places."""

    def __init__(self, cut: Cut, counts: Mapping[str, int], tags: Mapping[str, str]) -> None:
        self.words, self.counts, self.tags = cut, counts, tags

    def cut(self, text: str) -> Words:
        """Words in order; a quoted or bracketed piece that touches a name is one word of unknown kind, a line's end none."""
        pieces: list[str] = []
        done = 0
        for found in WHOLE.finditer(text):
            pieces += self.words(text[done : found.start()])
            pieces.append(found.group())
            done = found.end()
        pieces += self.words(text[done:])
        places = list(accumulate(map(len, pieces), initial=0))
        kept = [piece != "\n" for piece in pieces]
        texts = list(compress(pieces, kept))
        return Words(list(compress(places, kept)), list(compress(places[1:], kept)), texts, self.tags)


def dictionary() -> tuple[dict[str, int], dict[str, str]]:
    """How often jieba's words occur, and their parts of speech; its file is read and jieba itself, slow to load, left alone."""
    found = find_spec("jieba")
    told = Path(found.origin if found and found.origin else "").with_name(DICTIONARY).read_text("utf-8").split()
    words = told[::3]
    return dict(zip(words, map(int, told[1::3]), strict=True)), dict(zip(words, told[2::3], strict=True))


def by_rust(counts: Mapping[str, int]) -> Cut:
    """rjieba's words; where the platform has no wheel of it jieba itself gives the same, some ten times slower."""
    tokenizer = import_module("rjieba").Jieba.empty()
    deque(map(tokenizer.add_word, counts, counts.values(), repeat(UNKNOWN)), maxlen=0)
    return lambda text: tokenizer.cut(text, False)


def by_python(counts: Mapping[str, int]) -> Cut:
    jieba = import_module("jieba")
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for word, count in counts.items():
        if tokenizer.FREQ.get(word) != count:
            tokenizer.add_word(word, count)
    tokenizer.total = sum(counts.values())  # adding a known word counts it twice
    return lambda text: tokenizer.cut(text, HMM=False)


@cache
def cutter(knowledge: Knowledge) -> Cutter:
    counts, tags = dictionary()
    for word in knowledge.words("heads"):
        if len(word) > 1:
            counts[word] = max(counts.get(word, 0), ADDED)
            tags.setdefault(word, "n")
    return Cutter(by_rust(counts) if find_spec("rjieba") else by_python(counts), counts, tags)


def lines(text: str, cutter: Cutter) -> Words:
    """The words of a whole text; none reaches over a line's end."""
    return cutter.cut(text)
