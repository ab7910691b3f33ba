"""What people have judged in, nothing out: judgements that contradict each other are refused, with the rows that do."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from graphbuild.errors import BrokenKnowledge, several


class Judged(NamedTuple):
    """A row's two sides, and the file and line where it stands."""

    left: str
    right: str
    where: str


Told = Mapping[str, Sequence[Judged]]
Links = Mapping[str, Mapping[str, str]]  # name, the names that it is the same as, and where that is said


def refuse(told: Told) -> None:
    """Rows are compared through every chain of `same`: 甲=乙, 乙=丙 and 甲≠丙 cannot stand together. All is said at once."""
    linked = links(told["same"])
    if troubles := [*idle(told), *loose(told["wrong"]), *refused(told["different"], linked), *misnamed(told["name"], linked)]:
        raise several(troubles)


def idle(told: Told) -> Iterator[BrokenKnowledge]:
    for row in (*told["same"], *told["different"], *told["name"], *told["wrong"]):
        if not row.left.strip() or not row.right.strip():
            yield BrokenKnowledge(f"{row.where} judges nothing: {row.left!r} and {row.right!r}", "fill left and right")


def loose(wrong: Iterable[Judged]) -> Iterator[BrokenKnowledge]:
    for row in wrong:
        if row.left.strip() and " " not in row.left.strip():
            message = f"{row.where} calls {row.left} {row.right} wrong without a relation"
            yield BrokenKnowledge(message, "write SUBJECT relation on the left, OBJECT on the right")


def refused(different: Iterable[Judged], linked: Links) -> Iterator[BrokenKnowledge]:
    for row in sorted(set(different)):
        if row.left == row.right and row.left.strip():
            yield BrokenKnowledge(f"{row.where} says that {row.left} is not itself", "write NAME@PLACE for each of the two")
        elif chain := path(row.left, row.right, linked):
            message = f"{row.where} says that {row.left} and {row.right} are different, and that they are the same"
            yield BrokenKnowledge(f"{message} ({said(chain, linked)})", "keep one row")


def misnamed(names: Sequence[Judged], linked: Links) -> Iterator[BrokenKnowledge]:
    """One thing has one right name."""
    groups: dict[str, Judged] = {}
    leaders = leading(linked)
    for row in names:
        first = groups.setdefault(leaders.get(row.left, row.left), row)
        if first.right != row.right:
            message = f"{row.where} gives {row.left} the right name {row.right}, and {first.where} gives it {first.right}"
            chain = path(first.left, row.left, linked) if first.left != row.left else []
            yield BrokenKnowledge(f"{message}: two right names{f' ({said(chain, linked)})' if chain else ''}", "keep one row")


def links(same: Iterable[Judged]) -> Links:
    linked: dict[str, dict[str, str]] = defaultdict(dict)
    for left, right, where in same:
        linked[left].setdefault(right, where)
        linked[right].setdefault(left, where)
    return linked


def leading(linked: Links) -> Mapping[str, str]:
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


def path(start: str, end: str, linked: Links) -> list[str]:
    """The shortest chain of `same` between two names, or nothing."""
    came: dict[str, str] = {start: ""}
    queue = deque([start])
    while queue and end not in came:
        name = queue.popleft()
        for other in sorted(linked.get(name, {}).keys() - came.keys()):
            came[other] = name
            queue.append(other)
    return list(back(end, came)) if end in came else []


def back(name: str, came: Mapping[str, str]) -> Iterable[str]:
    chain = []
    while name:
        chain.append(name)
        name = came[name]
    return reversed(chain)


def said(chain: Sequence[str], linked: Links) -> str:
    """甲 = 乙 = 丙, and where."""
    places = dict.fromkeys(linked[left][right] for left, right in pairwise(chain))
    return f"{' = '.join(chain)}: {', '.join(places)}"
