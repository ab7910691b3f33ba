"""Rows of the judgement `same` in, which names they join and by what chain out."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

Said = Mapping[str, Mapping[str, str]]  # a name, the names that it is the same as, and where that is said
REASONED = 20  # contradictions of one kind whose chain is sought: of ten thousand the search took hours
LONG = 6  # names of a chain that are told in full


class Judged(NamedTuple):
    """A row's two sides, and the file and line where it stands."""

    left: str
    right: str
    where: str


class Links(NamedTuple):
    """Each name with the names that it is the same as and where that is said, and with one of all those that it leads to."""

    said: Said
    leaders: Mapping[str, str]

    def join(self, left: str, right: str) -> bool:
        return left in self.leaders and self.leaders[left] == self.leaders.get(right)


def links(same: Iterable[Judged]) -> Links:
    linked: dict[str, dict[str, str]] = defaultdict(dict)
    for left, right, where in same:
        linked[left].setdefault(right, where)
        linked[right].setdefault(left, where)
    return Links(linked, leading(linked))


def leading(linked: Said) -> Mapping[str, str]:
    """For each name one of all those that are the same."""
    led: dict[str, str] = {}
    for start in sorted(linked):
        waiting = [start] if start not in led else []
        while waiting:
            name = waiting.pop()
            if name not in led:
                led[name] = start
                waiting.extend(linked[name])
    return led


def reason(start: str, end: str, linked: Links, told: int) -> str:
    """(甲 = 乙 = 丙: where), unless many have been told."""
    return f" ({said(path(start, end, linked.said), linked.said)})" if told < REASONED else ""


def path(start: str, end: str, linked: Said) -> list[str]:
    """The shortest chain of `same` between two names that are joined."""
    came: dict[str, str] = {start: ""}
    queue = deque([start])
    while end not in came:
        name = queue.popleft()
        for other in [each for each in sorted(linked[name]) if each not in came]:
            came[other] = name
            queue.append(other)
    return list(back(end, came))


def back(name: str, came: Mapping[str, str]) -> Iterable[str]:
    chain = []
    while name:
        chain.append(name)
        name = came[name]
    return reversed(chain)


def said(chain: Sequence[str], linked: Said) -> str:
    """甲 = 乙 = 丙, and where; of a long chain its ends."""
    steps, half = list(pairwise(chain)), LONG // 2
    steps = steps if len(chain) <= LONG else steps[: half - 1] + steps[-half + 1 :]
    names = chain if len(chain) <= LONG else [*chain[:half], f"… {len(chain) - 2 * half} names …", *chain[-half:]]
    return f"{' = '.join(names)}: {', '.join(dict.fromkeys(linked[left][right] for left, right in steps))}"
