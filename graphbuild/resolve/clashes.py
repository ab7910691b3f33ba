"""Facts of posts in, an Issue out for every two holders of a single office, or such offices of a person, at one time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from graphbuild.model import Entity, Fact, Issue
from graphbuild.resolve.tenure import term_of
from graphbuild.resolve.term import Term, together

Held = tuple[Term, Fact]


def clashes(facts: Iterable[Fact], entities: Iterable[Entity]) -> Iterator[Issue]:
    """Two holders of one single post, or two such posts of one person, at one time: for people to judge, never a merge."""
    names = {entity.id: entity.name for entity in entities}
    offices: dict[str, list[Held]] = defaultdict(list)
    persons: dict[str, list[Held]] = defaultdict(list)
    for fact in facts:
        told = dict(fact.qualifiers)
        if fact.relation == "holds" and told.get("single") and (term := term_of(fact)):
            offices[told["office"]].append((term, fact))
            persons[fact.subject].append((term, fact))
    for _, rows in sorted(offices.items()):
        for one, other in crossing(sorted(rows, key=order)):
            if one[1].subject != other[1].subject:
                yield doubt(one, other, names)
    for person, rows in sorted(persons.items()):
        for one, other in crossing(sorted(rows, key=order)):
            if not in_one_breath(one[1], other[1]):
                yield namesakes(names.get(person, person), one, other)


def order(row: Held) -> tuple[Term, str, str]:
    return row[0], row[1].subject, dict(row[1].qualifiers)["office"]


def in_one_breath(one: Fact, other: Fact) -> bool:
    """县委副书记、县长甲: one mention of a person has both posts."""
    mentions = {(c.document.id, c.subject.start) for c in one.claims if c.subject}
    return any((c.document.id, c.subject.start) in mentions for c in other.claims if c.subject)


def crossing(rows: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    """Pairs whose certain days meet; the rows come sorted by their first day."""
    for n, one in enumerate(rows):
        for other in rows[n + 1 :]:
            if other[0].low > one[0].high:
                break
            if together(one[0], other[0]):
                yield one, other


def doubt(one: Held, other: Held, names: Mapping[str, str]) -> Issue:
    held = (f"{names.get(fact.subject, fact.subject)} ({term.low} to {term.high})" for term, fact in (one, other))
    message = f"{dict(one[1].qualifiers)['office name']} has two holders at one time: {' and '.join(held)}"
    remedy = "judge in decisions.tsv: the same person, or a wrong statement"
    return Issue("warning", "resolve", "two holders", message, where(other[1]), remedy)


def namesakes(name: str, one: Held, other: Held) -> Issue:
    """Two persons of one name in one area are one to us until somebody tells them apart."""
    held = (f"{dict(fact.qualifiers)['office name']} ({term.low} to {term.high})" for term, fact in (one, other))
    message = f"{name} has two posts at one time that no text gives him together: {' and '.join(held)}"
    files = (f"{name}@{Path(fact.claims[0].document.source).stem}" for _, fact in (one, other))
    remedy = f"if they are two persons, write into decisions.tsv: different {' '.join(files)}"
    return Issue("note", "resolve", "two posts", message, where(other[1]), remedy)


def where(fact: Fact) -> str:
    claim = fact.claims[0]
    return f"{claim.document.source}:{claim.span.start}"
