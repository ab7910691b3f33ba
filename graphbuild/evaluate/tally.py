"""What was wanted and what was found in, counts with precision, recall and F1 out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass
class Tally:
    """Right, made up and missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def count(self, tp: int, fp: int, fn: int) -> None:
        self.tp, self.fp, self.fn = self.tp + tp, self.fp + fp, self.fn + fn

    def add(self, wanted: Iterable[object], found: Iterable[object]) -> None:
        want, have = Counter(wanted), Counter(found)
        both = (want & have).total()
        self.count(both, have.total() - both, want.total() - both)

    @property
    def precision(self) -> float:
        return ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        return ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def __str__(self) -> str:
        figures = f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"
        return f"{figures}   (tp {self.tp} fp {self.fp} fn {self.fn})"


def ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


class Tallies(defaultdict[str, Tally]):
    """One tally a heading, and the list of errors behind them."""

    def __init__(self) -> None:
        super().__init__(Tally)
        self.errors: list[str] = []

    def lines(self, order: Iterable[str]) -> list[str]:
        rows = [(heading, self[heading]) for heading in order if heading in self]
        return [f"{heading:24s}{row}" for heading, row in rows if row.tp or row.fp or row.fn]


def below(tallies: Mapping[str, Tally], floors: Mapping[str, float]) -> list[str]:
    """The headings whose F1 lies under its floor."""
    short = [(heading, tallies[heading].f1, floor) for heading, floor in floors.items() if tallies[heading].f1 < floor]
    return [f"{heading}: F1 {f1:.4f} is below its floor {floor}" for heading, f1, floor in short]
