"""A line in, its words with their offsets and parts of speech out: jieba's dictionary, without guessing unknown words."""

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import jieba

from graphbuild.knowledge import Knowledge

UNKNOWN = "x"
WHOLE = re.compile(r"(?<=\w)（[^\s（），。；：、“”]{1,8}）(?=\w)|“[^\s“”，。；：！？]{1,14}”(?=\w)|(?<=\w)“[^\s“”，。；：！？]{1,14}”")


class Word(NamedTuple):
    start: int
    end: int
    text: str
    tag: str


class Cutter:
    """jieba with our head words added; offsets are found, not computed from guesses."""

    def __init__(self, knowledge: Knowledge) -> None:
        jieba.setLogLevel(logging.WARNING)
        self.tokenizer = jieba.Tokenizer()
        self.tokenizer.initialize()
        self.tags = read_tags(self.tokenizer)
        for word in knowledge.words("heads"):
            if len(word) > 1:
                self.tokenizer.add_word(word)
                self.tags.setdefault(word, "n")

    def cut(self, text: str, offset: int = 0) -> Iterator[Word]:
        """Words in order; a quoted or bracketed piece that touches a name is one word of unknown kind."""
        done = 0
        for found in WHOLE.finditer(text):
            yield from self.plain(text[done : found.start()], offset + done)
            yield Word(offset + found.start(), offset + found.end(), found.group(), UNKNOWN)
            done = found.end()
        yield from self.plain(text[done:], offset + done)

    def plain(self, text: str, offset: int) -> Iterator[Word]:
        for word in self.tokenizer.cut(text, HMM=False):
            end = offset + len(word)
            yield Word(offset, end, word, self.tags.get(word, UNKNOWN))
            offset = end


def read_tags(tokenizer: jieba.Tokenizer) -> dict[str, str]:
    """Each word of jieba's dictionary with its part of speech."""
    with tokenizer.get_dict_file() as file:
        rows = (line.rstrip("\r").split(" ") for line in file.read().decode("utf-8").split("\n") if line)
        return {row[0]: row[-1] for row in rows}


@cache
def cutter(knowledge: Knowledge) -> Cutter:
    return Cutter(knowledge)


def lines(text: str, cutter: Cutter) -> Iterator[Word]:
    """The words of a whole text; none reaches over a line's end."""
    offset = 0
    for line in text.split("\n"):
        yield from cutter.cut(line, offset)
        offset += len(line) + 1
