"""Items with the group that each belongs to and the group that each was put into in, B-cubed precision, recall and F1 out."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import NamedTuple


class BCubed(NamedTuple):
    """Averages over items: how much of its group belongs there, how much of what belongs there it holds."""

    precision: float
    recall: float
    f1: float


def b_cubed(wanted: Mapping[Hashable, Hashable], got: Mapping[Hashable, Hashable]) -> BCubed:
    """Every item counts once; one that was put nowhere is a group of its own."""
    put = {item: got.get(item, ("alone", item)) for item in wanted}
    true, made = groups(wanted), groups(put)
    both = [(len(true[wanted[item]] & made[put[item]]), item) for item in wanted]
    precision = sum(n / len(made[put[item]]) for n, item in both) / max(len(both), 1)
    recall = sum(n / len(true[wanted[item]]) for n, item in both) / max(len(both), 1)
    return BCubed(precision, recall, 2 * precision * recall / (precision + recall or 1))


def groups(assigned: Mapping[Hashable, Hashable]) -> Mapping[Hashable, set[Hashable]]:
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for item, group in assigned.items():
        found[group].add(item)
    return found
