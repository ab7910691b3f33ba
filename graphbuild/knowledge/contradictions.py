"""What people have judged in, nothing out: judgements that contradict each other are refused, with the rows that do."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from graphbuild.errors import BrokenKnowledge

Pairs = Sequence[tuple[str, str]]


def refuse(told: Mapping[str, Pairs]) -> None:
    """Rows are compared through every chain of `same`: 甲=乙, 乙=丙 and 甲≠丙 cannot stand together."""
    for left, right in (*told["same"], *told["different"], *told["name"], *told["wrong"]):
        if not left.strip() or not right.strip():
            raise BrokenKnowledge(f"decisions.tsv judges nothing: {left!r} and {right!r}", "fill left and right")
    for left, right in told["wrong"]:
        if " " not in left.strip():
            message = f"decisions.tsv calls {left} {right} wrong without a relation"
            raise BrokenKnowledge(message, "write SUBJECT relation on the left, OBJECT on the right")
    linked = links(told["same"])
    refuse_different(told["different"], linked)
    refuse_names(told["name"], linked)


def refuse_different(different: Pairs, linked: Mapping[str, set[str]]) -> None:
    for left, right in sorted(set(different)):
        if left == right:
            raise BrokenKnowledge(f"decisions.tsv says that {left} is not itself", "write NAME@PLACE for each of the two")
        if chain := path(left, right, linked):
            message = f"decisions.tsv says that {left} and {right} are different and that they are the same"
            raise BrokenKnowledge(f"{message} ({' = '.join(chain)})", "keep one row")


def refuse_names(names: Pairs, linked: Mapping[str, set[str]]) -> None:
    """One thing has one right name."""
    for n, (left, right) in enumerate(names):
        for other, another in names[:n]:
            if right != another and (left == other or path(left, other, linked)):
                message = f"decisions.tsv gives {left} two right names, {another} and {right}"
                raise BrokenKnowledge(message, "keep one row")


def links(same: Pairs) -> Mapping[str, set[str]]:
    linked: dict[str, set[str]] = defaultdict(set)
    for left, right in same:
        linked[left].add(right)
        linked[right].add(left)
    return linked


def path(start: str, end: str, linked: Mapping[str, set[str]]) -> list[str]:
    """The shortest chain of `same` between two names, or nothing."""
    came: dict[str, str] = {start: ""}
    queue = deque([start])
    while queue and end not in came:
        name = queue.popleft()
        for other in sorted(linked.get(name, set()) - came.keys()):
            came[other] = name
            queue.append(other)
    return list(back(end, came)) if end in came else []


def back(name: str, came: Mapping[str, str]) -> Iterable[str]:
    chain = []
    while name:
        chain.append(name)
        name = came[name]
    return reversed(chain)
