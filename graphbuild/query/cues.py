"""ontology/questions.toml in, the words by which questions are put and the forms that they take out."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graphbuild.errors import BrokenKnowledge
from graphbuild.text.finder import Finder

FILE = "questions.toml"
SMALL, STEP, ASK = "small", "step", "ask:"
LATIN = re.compile("[a-z]")
MOST_PARTED = 3
Wording = Mapping[str, Mapping[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to put a named question: cues that must be there, cues that may be, what it asks, what fills its slots."""

    question: str
    cues: tuple[frozenset[str], ...]
    may: frozenset[str]
    asks: frozenset[str]
    slots: Mapping[str, str]
    match: Mapping[str, str]
    rows: Mapping[str, str]

    @property
    def takes(self) -> frozenset[str]:
        return self.may.union(*self.cues)


@dataclass(frozen=True, eq=False)
class Cues:
    """`words`: what each word may say, by word: `small`, an `ask:` of some kind, a cue, a step; compared by identity."""

    words: Mapping[str, frozenset[str]]
    steps: Mapping[str, frozenset[str]]
    forms: tuple[Form, ...]
    posts: Mapping[str, str]
    indicators: Mapping[str, str]
    months: Mapping[str, int]
    ends: Mapping[str, str]
    heads: frozenset[str]


@cache
def cues(folder: Path) -> Cues:
    path = folder / FILE
    try:
        told = tomllib.loads(path.read_text("utf-8-sig"))
        return read(told)
    except (OSError, ValueError, KeyError, AttributeError) as trouble:
        raise BrokenKnowledge(f"{path}: {trouble!r}", "mend the file; its head says what stands where") from trouble


def read(told: Mapping[str, Any]) -> Cues:
    words: dict[str, set[str]] = defaultdict(set)
    steps: dict[str, set[str]] = defaultdict(set)
    for word in (*told["small"]["zh"], *told["small"]["en"]):
        words[word].add(SMALL)
    for name, word in spoken(told["asks"]):
        words[word].add(f"ask:{name}")
    for name, word in spoken(told["cues"]):
        words[word].add(name)
    for name, word in spoken(told["steps"]):
        words[word].add(STEP)
        steps[word].add(name)
    parted(words, told["small"]["aspects"])
    parted(steps, told["small"]["aspects"])
    asking(words)
    beside = told["posts"], told["indicators"], told["months"], told["small"]["ends"], frozenset(told["small"]["heads"])
    return Cues(fixed(words), fixed(steps), tuple(map(form, told["ask"])), *beside)


def parted(words: dict[str, set[str]], aspects: list[str]) -> None:
    """A short Chinese verb may be parted behind its first character (签过约, 打过交道): it says what it says whole."""
    for word, tags in list(words.items()):
        if 2 <= len(word) <= MOST_PARTED and not LATIN.search(word) and SMALL not in tags:
            for aspect in aspects:
                words.setdefault(word[0] + aspect + word[1:], set()).update(tags)


def asking(words: Mapping[str, set[str]]) -> None:
    """A longer word asks what a word in it asks: 什么职务 asks 什么."""
    asks = {word: {tag for tag in tags if tag.startswith(ASK)} for word, tags in words.items()}
    finder = Finder(word for word, tags in asks.items() if tags and not LATIN.search(word))
    for word, tags in words.items():
        parts = word.split() if LATIN.search(word) else [found for _, _, found in finder.find(word)]
        tags.update(*(asks.get(part, ()) for part in parts))


def spoken(wording: Wording) -> Iterator[tuple[str, str]]:
    for name, by_language in wording.items():
        for listed in by_language.values():
            yield from ((name, word) for word in listed)


def fixed(words: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {word: frozenset(tags) for word, tags in words.items()}


def form(row: Mapping[str, Any]) -> Form:
    groups = tuple(frozenset(group.split("|")) for group in row["cues"])
    told = frozenset(row.get("may", ())), frozenset(row["asks"])
    return Form(row["question"], groups, *told, *(row.get(key, {}) for key in ("slots", "match", "rows")))
