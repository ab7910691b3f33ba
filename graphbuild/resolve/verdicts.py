"""Judgements and what became of them in, one Verdict a pair out, as data: what `explain --identity` and `review` read."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from graphbuild.knowledge.verdicts import Verdict
from graphbuild.model import Issue
from graphbuild.resolve.entities import Things
from graphbuild.resolve.judge import Judgement, Score
from graphbuild.resolve.nodes import Key, Node

NAMED_ALIKE = 0.7  # from where on a pair that is not one is worth a line
Pairs = Sequence[tuple[Node, Node]]


def verdicts(
    told: Iterable[Judgement], contested: Iterable[Judgement], joined: Pairs, parted: Pairs, things: Things
) -> list[Verdict]:
    """`same` and `different` as they ended; `doubtful` is for people, who have not spoken yet."""
    people = {(a.key, b.key): word for rows, word in ((joined, "same"), (parted, "different")) for a, b in rows}
    unsure = {(one.left.key, one.right.key) for one in contested}
    found = [said(a, b, word, 1.0, (("people_say", 1.0),)) for rows, word in ((joined, "same"), (parted, "different"))
             for a, b in rows]  # fmt: skip
    spoken = people.keys() | {(b, a) for a, b in people}
    return sorted([*found, *said_of((one for one in told if (one.left.key, one.right.key) not in spoken), unsure, things)])


def said_of(told: Iterable[Judgement], unsure: Collection[tuple[Key, Key]], things: Things) -> Iterator[Verdict]:
    for one in told:
        if one.features and (word := verdict(one, (one.left.key, one.right.key) in unsure, things)):
            yield said(one.left, one.right, word, one.score, one.features)


def verdict(one: Judgement, contested: bool, things: Things) -> str:
    together = things.means[one.left.key] == things.means[one.right.key]
    if together:
        return "same"
    if one.doubtful or contested:
        return "doubtful"
    return "different" if sum(share for _, share in one.features if share > 0) >= NAMED_ALIKE else ""


def said(a: Node, b: Node, word: str, score: float, features: Score) -> Verdict:
    sources = tuple(min(node.documents.values()) for node in (a, b))
    places = (a.key[3] or a.scope.key, b.key[3] or b.scope.key)
    value = min(a.claims, b.claims) * 10 + min(a.names[a.name], b.names[b.name])
    return Verdict(a.name, places[0], b.name, places[1], word, score, features, value, sources)


def doubts(found: Iterable[Verdict]) -> list[Issue]:
    """What people should clear up, as data."""
    return [
        Issue(
            "warning", "resolve", "doubtful identity", f"{one.left} ({one.left_place}) and {one.right} ({one.right_place})"
            f" may be one thing: {one.score}", one.sources[0], "graphbuild review",
        )
        for one in found
        if one.verdict == "doubtful"
    ]  # fmt: skip
