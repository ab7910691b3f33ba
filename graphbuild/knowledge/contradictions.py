"""What people have judged in, nothing out: judgements that contradict each other are refused, with the rows that do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from graphbuild.errors import BrokenKnowledge, several
from graphbuild.knowledge.chains import Judged, Links, links, reason
from graphbuild.knowledge.edges import relations, statement

Told = Mapping[str, Sequence[Judged]]


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
        if row.left.strip() and not statement(row.left, row.right):
            message = f"{row.where} calls {row.left} {row.right} wrong without a relation that is known"
            known = ", ".join(relations())
            yield BrokenKnowledge(message, f"write SUBJECT relation on the left, OBJECT on the right; relations: {known}")


def refused(different: Iterable[Judged], linked: Links) -> Iterator[BrokenKnowledge]:
    told = count()
    for row in sorted(set(different)):
        if row.left == row.right and row.left.strip():
            yield BrokenKnowledge(f"{row.where} says that {row.left} is not itself", apart(row.left))
        elif linked.join(row.left, row.right):
            message = f"{row.where} says that {row.left} and {row.right} are different, and that they are the same"
            yield BrokenKnowledge(message + reason(row.left, row.right, linked, next(told)), "keep one row")


def apart(ref: str) -> str:
    """How two bearers of one name may be told."""
    name, _, place = ref.partition("@")
    if not place:
        return "write NAME@PLACE for each of the two"
    return f"write {name}@FILE (without its ending) for each of the two; of one file all that bear a name are one"


def misnamed(names: Sequence[Judged], linked: Links) -> Iterator[BrokenKnowledge]:
    """One thing has one right name."""
    groups: dict[str, Judged] = {}
    told = count()
    for row in names:
        first = groups.setdefault(linked.leaders.get(row.left, row.left), row)
        if first.right != row.right:
            message = f"{row.where} gives {row.left} the right name {row.right}, and {first.where} gives it {first.right}"
            chain = reason(first.left, row.left, linked, next(told)) if first.left != row.left else ""
            yield BrokenKnowledge(f"{message}: two right names{chain}", "keep one row")
