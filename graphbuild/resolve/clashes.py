"""Facts of posts in, an Issue out for every two holders of a single office at one time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphbuild.model import Entity, Fact, Issue
from graphbuild.resolve.tenure import term_of
from graphbuild.resolve.term import Term, together


def clashes(facts: Iterable[Fact], entities: Iterable[Entity]) -> Iterator[Issue]:
    """Two holders of one single post at one time: a doubt for people to judge, never a merge."""
    names = {entity.id: entity.name for entity in entities}
    offices: dict[str, list[tuple[Term, Fact]]] = defaultdict(list)
    for fact in facts:
        told = dict(fact.qualifiers)
        if fact.relation == "holds" and told.get("single") and (term := term_of(fact)):
            offices[told["office"]].append((term, fact))
    for _, rows in sorted(offices.items()):
        for one, other in crossing(sorted(rows, key=lambda row: (row[0], row[1].subject))):
            yield doubt(one, other, names)


def crossing(rows: Sequence[tuple[Term, Fact]]) -> Iterator[tuple[tuple[Term, Fact], tuple[Term, Fact]]]:
    """Pairs of different persons whose certain days meet; the rows come sorted by their first day."""
    for n, one in enumerate(rows):
        for other in rows[n + 1 :]:
            if other[0].low > one[0].high:
                break
            if one[1].subject != other[1].subject and together(one[0], other[0]):
                yield one, other


def doubt(one: tuple[Term, Fact], other: tuple[Term, Fact], names: Mapping[str, str]) -> Issue:
    held = (f"{names.get(fact.subject, fact.subject)} ({term.low} to {term.high})" for term, fact in (one, other))
    message = f"{dict(one[1].qualifiers)['office name']} has two holders at one time: {' and '.join(held)}"
    claim = other[1].claims[0]
    remedy = "judge in decisions.tsv: the same person, or a wrong statement"
    return Issue("warning", "resolve", "two holders", message, f"{claim.document.source}:{claim.span.start}", remedy)
