"""A text's words in, a table of hashed features out, a row a character: what the tagger sees of a text."""

from collections.abc import Callable
from functools import cache
from itertools import repeat
from zlib import crc32

import numpy as np
import numpy.typing as npt

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.areas import full_names, short_names
from graphbuild.mentions.heads import lexicon
from graphbuild.mentions.roles import does, edges
from graphbuild.mentions.words import UNKNOWN, Words
from graphbuild.text.finder import Finder

Codes = npt.NDArray[np.uint64]
BITS = 18
COLUMNS, CODES = 13, 6
CHARACTER, WORD, PLACE, ROLE, TAG, HEAD, AREA, FAMILY, AHEAD, BEFORE, AFTER, OPENS, FROM = range(COLUMNS)
# Each template is a list of (column, shift): the values at those places together are one feature.
TEMPLATES = (
    ((CHARACTER, -2),), ((CHARACTER, -1),), ((CHARACTER, 0),), ((CHARACTER, 1),), ((CHARACTER, 2),),
    ((CHARACTER, -2), (CHARACTER, -1)), ((CHARACTER, -1), (CHARACTER, 0)), ((CHARACTER, 0), (CHARACTER, 1)),
    ((CHARACTER, 1), (CHARACTER, 2)), ((CHARACTER, -1), (CHARACTER, 0), (CHARACTER, 1)),
    ((WORD, 0), (PLACE, 0)), ((ROLE, -1), (ROLE, 0), (ROLE, 1), (PLACE, 0)), ((TAG, -1), (TAG, 0), (TAG, 1)),
    ((ROLE, -2), (ROLE, -1), (ROLE, 0)), ((ROLE, 0), (ROLE, 1), (ROLE, 2)),
    ((HEAD, 0), (PLACE, 0)), ((HEAD, 0), (ROLE, 0), (ROLE, 1)), ((HEAD, -1), (ROLE, 0), (PLACE, 0)),
    ((AREA, 0),), ((AREA, 0), (AREA, 1)), ((AREA, -1), (ROLE, 0)),
    ((AREA, -1), (FAMILY, 0)), ((AREA, -1), (CHARACTER, 0)), ((AREA, 1), (CHARACTER, 0)), ((AREA, 2), (PLACE, 0)),
    ((FAMILY, 0), (ROLE, -1), (ROLE, 1)), ((FAMILY, 0), (FAMILY, -1), (FAMILY, -2)),
    ((AHEAD, 0), (PLACE, 0)), ((AHEAD, 0), (ROLE, -1)), ((AHEAD, 0), (CHARACTER, -1)), ((AHEAD, 0), (TAG, 0), (TAG, -1)),
    ((BEFORE, 0), (PLACE, 0)), ((AFTER, 0), (PLACE, 0)), ((BEFORE, 0), (AHEAD, 0)), ((BEFORE, 0), (WORD, 0), (PLACE, 0)),
    ((AFTER, 0), (WORD, 0), (PLACE, 0)), ((OPENS, 0), (AHEAD, 0), (PLACE, 0)),
    ((OPENS, 0), (FROM, 0), (PLACE, 0)), ((FROM, 0), (AHEAD, 0), (PLACE, 0)),
    ((AHEAD, 0), (CHARACTER, 0)), ((WORD, 0), (CHARACTER, 1)), ((WORD, 0), (CHARACTER, -1)),
)  # fmt: skip


@cache
def code(value: str) -> int:
    return crc32(value.encode("utf-8"))


@cache
def families(knowledge: Knowledge) -> dict[str, str]:
    """How usual a character is as a family name, in three steps."""
    ranked = [name for name in knowledge.words("surnames") if len(name) == 1]
    return {name: "abc"[(n > 100) + (n > 300)] for n, name in enumerate(ranked)}


def see(words: Words, text: str, knowledge: Knowledge) -> Codes:
    """One column a character of `text`, one row for each thing seen of it."""
    columns = np.zeros((COLUMNS, len(text)), np.uint64)
    columns[CHARACTER] = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if words:
        describe(words, knowledge, columns)
    gazetteer(text, knowledge, columns[AREA])
    return columns


def table(seen: Codes) -> npt.NDArray[np.int64]:
    """One row a character, one column a template; values index the weights."""
    size = seen.shape[1]
    columns = np.pad(seen, ((0, 0), (2, 2)))
    rows = np.empty((len(TEMPLATES), size), np.int64)
    shifted = np.empty(size, np.uint64)
    for number, template in enumerate(TEMPLATES):
        mixed = np.full(size, (number + 1) * 0x9E3779B97F4A7C15 % 2**64, np.uint64)
        for column, shift in template:
            mixed ^= columns[column, 2 + shift : 2 + shift + size]
            mixed *= np.uint64(0xBF58476D1CE4E5B9)
            mixed ^= np.right_shift(mixed, np.uint64(29), shifted)
        rows[number] = np.right_shift(mixed, np.uint64(64 - BITS), shifted)
    return rows.T


def describe(words: Words, knowledge: Knowledge, columns: Codes) -> None:
    """What each word says of its characters, and the class of the last head word of the run it stands in."""
    rows = vocabulary(knowledge).read(words)
    starts = np.array(words.starts, np.int64)
    lengths = np.array(words.ends, np.int64) - starts
    places = np.repeat(starts - np.concatenate(([0], lengths.cumsum()[:-1])), lengths) + np.arange(lengths.sum())
    of = np.zeros(columns.shape[1], np.int64)  # the number of the word that a character belongs to, zero for none
    of[places] = np.repeat(np.arange(1, len(starts) + 1), lengths)
    for column, values in throughout(rows).items():
        by_word = np.zeros(len(starts) + 1, np.uint64)
        by_word[1 : len(values) + 1] = values
        np.take(by_word, of, 0, columns[column], "clip")
    columns[FAMILY, starts] = rows[:, 4]
    columns[PLACE, places] = 4
    columns[PLACE, starts + lengths - 1] = 3
    columns[PLACE, starts] = np.where(lengths > 1, 1, 2)


def throughout(rows: Codes) -> dict[int, Codes]:
    """What each word says of all of its characters alike, by column."""
    word, edge, tag, head, _, cut = rows.T
    opens, since = run(word, cut)
    beside = {BEFORE: np.append(np.uint64(0), word[:-1]), AFTER: word[1:], AHEAD: ahead(head, cut)}
    return {WORD: word, ROLE: edge, TAG: tag, HEAD: head, OPENS: opens, FROM: since} | beside


def ahead(heads: Codes, cuts: Codes) -> Codes:
    """For each word the last head word before the next cut."""
    places, cut = np.arange(len(heads)), cuts > 0
    ends = np.minimum.accumulate(np.where(cut, places, len(heads))[::-1])[::-1]
    last = np.maximum.accumulate(np.where((heads > 0) & ~cut, places, -1))[ends - 1]
    return np.where((last >= places) & (ends > places), heads[last], np.uint64(0))


def run(words: Codes, cuts: Codes) -> tuple[Codes, Codes]:
    """For each word the last cut word before it, and how many words ago that was."""
    places = np.arange(len(words))
    last = np.concatenate(([-1], np.maximum.accumulate(np.where(cuts > 0, places, -1))[:-1]))
    return np.where(last >= 0, words[last], np.uint64(0)), np.minimum(places - last - 1, 5).astype(np.uint64)


class Vocabulary:
    """The codes of every word met so far, each worked out once."""

    def __init__(self, known: Callable[[str, str], tuple[int, ...]]) -> None:
        self.known = known
        self.numbers: dict[str, int] = {}
        self.rows = np.zeros((0, CODES), np.uint64)

    def read(self, words: Words) -> Codes:
        """One row a word."""
        found = np.fromiter(map(self.numbers.get, words.texts, repeat(-1)), np.int64, len(words))
        if len(strange := np.flatnonzero(found < 0)):
            new, first = list(dict.fromkeys(words.texts[n] for n in strange)), len(self.numbers)
            self.numbers |= zip(new, range(first, first + len(new)), strict=True)
            if len(self.numbers) > len(self.rows):
                self.rows = np.concatenate((self.rows, np.zeros((len(self.numbers), CODES), np.uint64)))
            self.rows[first : len(self.numbers)] = [self.known(text, words.known.get(text, UNKNOWN)) for text in new]
            found[strange] = [self.numbers[words.texts[n]] for n in strange]
        return self.rows[found]


@cache
def vocabulary(knowledge: Knowledge) -> Vocabulary:
    return Vocabulary(codes(knowledge))


@cache
def codes(knowledge: Knowledge) -> Callable[[str, str], tuple[int, ...]]:
    """What the lexicons say of one word, as codes: word, role, tag, head, family, cut."""
    known = edges(knowledge)
    heads = {word: code("/".join(kind)) for word, kind in lexicon(knowledge).items()}
    names = {name: code(usual) for name, usual in families(knowledge).items()}
    longest, lasts = max(map(len, heads), default=0), frozenset(word[-1] for word in heads)

    def head(text: str) -> int:
        starts = range(max(0, len(text) - longest), len(text)) if text[-1] in lasts else ()
        return next((heads[text[n:]] for n in starts if text[n:] in heads), 0)

    def describe_word(text: str, tag: str) -> tuple[int, ...]:
        edge, itself = does(text, tag, known), crc32(text.encode("utf-8"))
        shown = itself if edge == "cut" and len(text) < 3 else code(edge)
        return itself, shown, code(tag[0] + str(min(len(text), 4))), head(text), names.get(text[0], 0), edge == "cut"

    return describe_word


def gazetteer(text: str, knowledge: Knowledge, column: Codes) -> None:
    """Marks the characters of known areas and titles: the list's number, and whether they begin, go on or end."""
    find, lists = finder(knowledge)
    for start, end, word in find.find(text):
        column[start:end] = lists[word] + 2
        column[start], column[end - 1] = lists[word] + 1, lists[word] + 3


@cache
def finder(knowledge: Knowledge) -> tuple[Finder, dict[str, int]]:
    areas = full_names(knowledge) | short_names(knowledge)
    lists = dict.fromkeys(knowledge.words("titles"), 4) | dict.fromkeys(areas, 0)
    return Finder(lists), lists
