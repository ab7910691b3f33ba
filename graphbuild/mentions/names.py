"""Knowledge in, a Model out: how likely a piece of text is as a person's name, and how likely as plain words."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.words import cutter

LONGEST_WORD, MARGIN = 5, 1.0
SINGLE, LENGTHS = -13.0, {2: -1.9, 3: -0.25}
UNSEEN = {"surname": -8.0, "given": -11.0}
RARE, STRANGER = -11.0, -10.0  # a character that hardly any word begins with may be a family name that no list has
SOUND, STRANGE_SOUND = -4.0, -7.5  # a character that writes names of other languages, and any other


class Weights(dict[str, float]):
    """How likely a text is as one word, worked out when it is first asked for."""

    def __init__(self, words: Mapping[str, int]) -> None:
        super().__init__()
        self.words, self.total = words, math.log(sum(words.values()))

    def __missing__(self, text: str) -> float:
        count = self.words.get(text, 0)
        weight = math.log(count) - self.total if count else SINGLE if len(text) == 1 else -math.inf
        if count:  # of what is no word there is no end
            self[text] = weight
        return weight


@dataclass(frozen=True)
class Model:
    """How likely characters and words are, as natural logarithms; `beside` are words beside names by role."""

    surnames: dict[str, float]
    middle: dict[str, float]
    last: dict[str, float]
    foreign: frozenset[str]
    beside: dict[str, frozenset[str]]
    words: Mapping[str, int]
    tags: Mapping[str, str]
    weights: Weights

    def word(self, text: str) -> float:
        return self.weights[text]

    def name(self, text: str) -> float:
        """How likely a name of a person is this text."""
        family = 2 if text[:2] in self.surnames and len(text) > 2 else 1
        given = text[family:]
        surname = self.surnames.get(text[:family], self.stranger(text[:family]))
        if surname == -math.inf or not 1 <= len(given) <= 2:
            return self.transcribed(text)
        middle = self.middle.get(given[0], UNSEEN["given"]) if len(given) == 2 else 0.0
        last = self.last.get(given[-1], UNSEEN["given"])
        plain = surname + LENGTHS[len(given) + 1] + middle + last
        return plain if family == 1 else max(plain, self.single(text))

    def stranger(self, character: str) -> float:
        """A family name that is in no list."""
        return STRANGER if "一" <= character[:1] <= "鿿" and self.word(character) < RARE else -math.inf

    def single(self, text: str) -> float:
        """The same with a family name of one character: 东方 as 东 and 方."""
        if len(text) != 3 or text[0] not in self.surnames:
            return -math.inf
        rest = self.middle.get(text[1], UNSEEN["given"]) + self.last.get(text[2], UNSEEN["given"])
        return self.surnames[text[0]] + LENGTHS[3] + rest

    def transcribed(self, text: str) -> float:
        """A name of another language in Chinese characters: 巴图其木格尔."""
        if len(text) < 3 or not self.foreign.issuperset(text):
            return -math.inf
        return -3.0 - 4.6 * len(text)

    def sounds(self, text: str) -> float:
        """The same of a part of a dotted name."""
        return sum(SOUND if character in self.foreign else STRANGE_SOUND for character in text)

    def starts(self, text: str, at: int, *roles: str) -> int:
        """The length of the longest word of these roles that begins at text[at]; 0 where there is none."""
        return next((n for n in (4, 3, 2, 1) for role in roles if text[at : at + n] in self.beside[role]), 0)

    def person(self, text: str, start: int, end: int) -> bool:
        """Set off by what stands around it, this is about as likely a name as words."""
        return 2 <= end - start <= 4 and self.name(text[start:end]) > self.roads(text, start, end)[0] - MARGIN

    def roads(self, text: str, start: int, stop: int) -> list[float]:
        """For each offset from `start` to `stop`, the likeliest way to cut the rest into words."""
        best, weights = [0.0] * (stop - start + 1), self.weights
        for at in range(stop - 1, start - 1, -1):
            ends = range(at + 1, min(at + LONGEST_WORD, stop) + 1)
            best[at - start] = max([weights[text[at:end]] + best[end - start] for end in ends])
        return best

    def paths(self, text: str, start: int, stop: int) -> list[float]:
        """For each offset from `start` to `stop`, the likeliest way to cut what stands before it into words."""
        best = [0.0] + [-math.inf] * (stop - start)
        for at in range(start + 1, stop + 1):
            begins = range(max(start, at - LONGEST_WORD), at)
            best[at - start] = max(self.word(text[begin:at]) + best[begin - start] for begin in begins)
        return best


@cache
def model(knowledge: Knowledge) -> Model:
    counts = {row["word"]: int(row["count"]) for row in knowledge.rows("surnames")}
    total = math.log(sum(counts.values()))
    given, words = knowledge.rows("given"), cutter(knowledge)
    return Model(
        {word: max(0.75 * (math.log(n) - total), UNSEEN["surname"]) for word, n in counts.items()},
        {row["word"]: float(row["middle"]) for row in given},
        {row["word"]: float(row["last"]) for row in given},
        frozenset(knowledge.words("transcription")),
        {role: frozenset(knowledge.words("beside_names", role=role)) for role in ("after", "says", "before", "never", "site")},
        words.counts,
        words.tags,
        Weights(words.counts),
    )
