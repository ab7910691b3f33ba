"""A text and a place in it, the right edge of the person's name that begins there out: which reading is the likelier."""

import math
import re
from dataclasses import dataclass
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.mentions.words import cutter

WINDOW = 12
NEAR = 30_000  # a name's other occurrences are sought within this many characters
STOP = re.compile(r"[^一-鿿·]")
ENDS = frozenset("，。、；：！？）|\n”")
DOTTED = re.compile(r"[一-鿿]{1,9}(?:[·•・‧][一-鿿]{1,9})+")
ANONYMOUS = re.compile(r"[某××xX]{1,2}")
OFTEN = 12
COMMON = -13.0  # words of the dictionary come again anyhow
STRANGE = (-8.0, -6.5)  # a name of no known family, set off by punctuation
FOREIGN = -5.8  # what a character of a dotted name's first part costs at most on average
SINGLE, LENGTHS = -13.0, {2: -1.9, 3: -0.25}
UNSEEN = {"surname": -8.0, "given": -11.0}


@dataclass(frozen=True)
class Model:
    """How likely characters and words are, as natural logarithms."""

    surnames: dict[str, float]
    middle: dict[str, float]
    last: dict[str, float]
    foreign: frozenset[str]
    after: frozenset[str]
    says: frozenset[str]
    before: frozenset[str]
    never: frozenset[str]
    words: dict[str, int]
    total: float

    def word(self, text: str) -> float:
        count = self.words.get(text, 0)
        return math.log(count) - self.total if count else SINGLE if len(text) == 1 else -math.inf

    def name(self, text: str) -> float:
        """How likely a name of a person is this text."""
        family = 2 if text[:2] in self.surnames and len(text) > 2 else 1
        given = text[family:]
        if text[:family] not in self.surnames or not 1 <= len(given) <= 2:
            return self.transcribed(text)
        middle = self.middle.get(given[0], UNSEEN["given"]) if len(given) == 2 else 0.0
        plain = self.surnames[text[:family]] + LENGTHS[len(given) + 1] + middle + self.last.get(given[-1], UNSEEN["given"])
        return plain if family == 1 else max(plain, self.single(text))

    def single(self, text: str) -> float:
        """The same with a family name of one character: 东方 as 东 and 方."""
        if len(text) != 3 or text[0] not in self.surnames:
            return -math.inf
        rest = self.middle.get(text[1], UNSEEN["given"]) + self.last.get(text[2], UNSEEN["given"])
        return self.surnames[text[0]] + LENGTHS[3] + rest

    def transcribed(self, text: str) -> float:
        """A name of another language in Chinese characters: 额尔登其木格."""
        if len(text) < 3 or not self.foreign.issuperset(text):
            return -math.inf
        return -3.0 - 4.6 * len(text)


@cache
def model(knowledge: Knowledge) -> Model:
    counts = {row["word"]: int(row["count"]) for row in knowledge.rows("surnames")}
    total = math.log(sum(counts.values()))
    surnames = {word: max(0.75 * (math.log(n) - total), UNSEEN["surname"]) for word, n in counts.items()}
    given = knowledge.rows("given")
    words = cutter(knowledge).tokenizer
    return Model(
        surnames,
        {row["word"]: float(row["middle"]) for row in given},
        {row["word"]: float(row["last"]) for row in given},
        frozenset(knowledge.words("transcription")),
        *(frozenset(knowledge.words("beside_names", role=role)) for role in ("after", "says", "before", "not")),
        words.FREQ,
        math.log(words.total),
    )


def right_edge(
    text: str, start: int, doubt: float, gaps: frozenset[int], known: Model, since: int | None = None
) -> int | None:
    """Where the name that begins at `start` ends; None where no name is likelier. `doubt` speaks against a name,
    and so does a word that lies across the end of the title which begins at `since`: 场主 before 体 in 市场主体."""
    if dotted := DOTTED.match(text, start):
        return dotted_edge(text, dotted, known)
    if start >= len(text) or STOP.match(text[start]) or any(text[start : start + n] in known.never for n in (1, 2, 3, 4)):
        return None
    stop = window(text, start, gaps)
    rest = roads(text, start, stop, known)
    options = {
        end: value(text, start, end, stop, rest[end - start], known) + closed(text, end, stop, gaps)
        for end in ends(start, stop)
    }
    best = max(options, key=lambda end: (options[end], end), default=None)
    if best is None or options[best] <= rest[0] + doubt:
        return None
    return best if since is None or options[best] > rest[0] + doubt + crossing(text, since, start, stop, rest[0], known) else None


def crossing(text: str, since: int, start: int, stop: int, rest: float, known: Model) -> float:
    """How much likelier the text is where no word needs to end at `start`."""
    across = (known.words.get(text[a:b]) for a in range(max(since - 1, start - 3, 0), start) for b in range(start + 1, start + 4))
    if not any(across):
        return 0.0
    low = max(0, since - 2)
    return roads(text, low, stop, known)[0] - roads(text, low, start, known)[0] - rest


def window(text: str, start: int, gaps: frozenset[int]) -> int:
    found = STOP.search(text, start, start + WINDOW)
    stop = found.start() if found else min(start + WINDOW, len(text))
    return next((gap for gap in range(start + 2, stop) if gap in gaps and gap - 1 not in gaps), stop)


def ends(start: int, stop: int) -> range:
    return range(start + 2, min(start + 8, stop + 1))


def roads(text: str, start: int, stop: int, known: Model) -> list[float]:
    """For each offset from `start` to `stop`, the likeliest way to cut the rest into words."""
    best = [0.0] * (stop - start + 1)
    for at in range(stop - 1, start - 1, -1):
        best[at - start] = max(
            known.word(text[at:end]) + best[end - start] for end in range(at + 1, min(at + 5, stop) + 1)
        )
    return best


def value(text: str, start: int, end: int, stop: int, rest: float, known: Model) -> float:
    name = text[start:end]
    score = known.name(name)
    if end == stop and 3 <= end - start <= 4 and text[end : end + 1] in ENDS:
        score = max(score, STRANGE[0] + STRANGE[1] * (end - start))
    if score == -math.inf:
        return score
    return score + rest + begins(name, known) + beside(text, end, known) + recurrence(text, start, end, known)


def begins(name: str, known: Model) -> float:
    """Names rarely begin as a verb or as 来, 在."""
    return -6.0 if any(name[:n] in known.after | known.says for n in (2, 3)) else -3.0 if name[0] in known.before else 0.0


def closed(text: str, end: int, stop: int, gaps: frozenset[int]) -> float:
    """Names end before punctuation."""
    return 2.5 if end == stop and (end == len(text) or text[end] in ENDS or end in gaps) else 0.0


def beside(text: str, end: int, known: Model) -> float:
    """Names end before what persons do."""
    longest = next((n for n in (4, 3, 2, 1) if text[end : end + n] in known.says), 0)
    if longest:
        return 4.0 + 0.5 * longest
    longest = next((n for n in (4, 3, 2, 1) if text[end : end + n] in known.after), 0)
    return (0.0, 1.0, 3.0, 3.5, 4.0)[longest]


def recurrence(text: str, start: int, end: int, known: Model) -> float:
    """A name comes again, each time before other words; a piece of one always before the same character."""
    name, low, high = text[start:end], max(0, start - NEAR), start + NEAR
    nexts: list[str] = []
    at = text.find(name, low, high)
    while at >= 0 and len(nexts) < OFTEN:
        nexts.append(text[at + len(name) : at + len(name) + 1])
        at = text.find(name, at + 1, high)
    if len(nexts) < 2 or known.word(name) > COMMON:
        return 0.0
    return 3.0 + 0.5 * len(name) if len(set(nexts)) > 1 else -2.0


def dotted_edge(text: str, dotted: re.Match[str], known: Model) -> int | None:
    """艾力江·吐尔逊当场: the first part must read as a name, the last is cut where words begin."""
    first, dot = dots(dotted)
    if sounds(text[dotted.start() : first], known) < FOREIGN * (first - dotted.start()):
        return None
    rest = roads(text, dot, dotted.end(), known)
    scores = {
        end: rest[end - dot] + beside(text, end, known) + sounds(text[dot:end], known)
        + recurrence(text, dotted.start(), end, known)
        for end in range(dot + 1, dotted.end() + 1)
    }
    return max(scores, key=lambda end: (scores[end], end))


def dots(dotted: re.Match[str]) -> tuple[int, int]:
    """Where the first dot stands, and where the part after the last one begins."""
    places = [dotted.start() + n for n, character in enumerate(dotted.group()) if character in "·•・‧"]
    return places[0], places[-1] + 1


def sounds(text: str, known: Model) -> float:
    return sum(-4.0 if character in known.foreign else -7.5 for character in text)
