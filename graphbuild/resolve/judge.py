"""A pair of nodes in, its Judgement out: the best reason in the names, what supports it and what speaks against it."""

from dataclasses import dataclass

from graphbuild.resolve.features import AGAINST, NAMES, SUPPORT, Table
from graphbuild.resolve.nodes import Node

SAME, DOUBTFUL = 0.7, 0.4  # from where on two are one; from where on people are asked
STRONG = 0.9  # from where on other candidates make no difference
Score = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Judgement:
    """Two nodes, how surely they are one thing, and each feature that counted with its share."""

    left: Node
    right: Node
    score: float
    features: Score

    @property
    def same(self) -> bool:
        return self.score >= SAME

    @property
    def doubtful(self) -> bool:
        return DOUBTFUL <= self.score < SAME


def judge(a: Node, b: Node) -> Judgement:
    named = shares(NAMES, a, b)
    best = max(named, key=lambda share: share[1], default=None)
    if best is None:
        return Judgement(a, b, 0.0, ())
    told = (best, *shares(SUPPORT, a, b), *shares(AGAINST, a, b))
    return Judgement(a, b, round(min(1.0, max(0.0, sum(share for _, share in told))), 3), told)


def shares(table: Table, a: Node, b: Node) -> Score:
    found = ((feature.__name__, round(weight * feature(a, b), 3)) for weight, feature in table)
    return tuple((name, share) for name, share in found if share)


def apart(a: Node, b: Node) -> bool:
    """Whether something speaks so much against it that no chain of others may join them."""
    return any(feature(a, b) for weight, feature in AGAINST if weight <= -1.0) or bool(side(a, b))


def side(a: Node, b: Node) -> bool:
    return b.name in a.beside or a.name in b.beside
