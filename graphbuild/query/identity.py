"""What a build judged of names that could be one thing in; why two are one or two, and which are doubtful, out."""

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from graphbuild.errors import Unanswerable
from graphbuild.knowledge.decisions import refer
from graphbuild.knowledge.verdicts import Verdict
from graphbuild.resolve.features import TABLE
from graphbuild.resolve.judge import SAME

FILE = "identity.jsonl"
PEOPLE = "people_say"
WORDS = ("left", "left_place", "right", "right_place", "verdict")
End: TypeAlias = tuple[str, str]  # a name and its area
SAID = {
    "same": "one thing", "different": "two things", "doubtful": "two things for now, but doubtful: graphbuild review",
}  # fmt: skip


def pairs(output: Path) -> list[Verdict]:
    path = output / FILE
    if not path.is_file():
        raise Unanswerable(f"{path} is missing", "build again: graphbuild build")
    lines = path.read_bytes().split(b"\n")  # names may hold what else ends a line
    return [pair(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def pair(line: bytes, where: str) -> Verdict:
    try:
        row = json.loads(line)
        left, left_place, right, right_place, verdict = (str(row[name]) for name in WORDS)
        features = tuple((str(name), float(share)) for name, share in row["features"].items())
        sources, score, value = tuple(map(str, row["sources"])), float(row["score"]), int(row["value"])
        return Verdict(left, left_place, right, right_place, verdict, score, features, value, sources)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as trouble:
        raise Unanswerable(f"{where} is not what a build writes ({trouble!r:.80})", "build again: graphbuild build") from trouble


def doubts(found: Iterable[Verdict]) -> list[Verdict]:
    """Most valuable first: much is said of both, and it could go either way."""
    doubtful = (pair for pair in found if pair.verdict == "doubtful")
    return sorted(doubtful, key=lambda pair: (-pair.value * pair.score, pair.refs))


def between(found: Sequence[Verdict], a: str, b: str) -> list[Verdict]:
    """What was judged of two names; where they were not compared themselves, the chain of others that makes them one."""
    straight = [pair for pair in found if meets(pair, a, b)]
    return straight or chain([pair for pair in found if pair.verdict == "same"], a, b)


def meets(pair: Verdict, a: str, b: str) -> bool:
    left, right = (pair.left, pair.left_place), (pair.right, pair.right_place)
    return called(left, a) and called(right, b) or called(left, b) and called(right, a)


def called(end: tuple[str, str], ref: str) -> bool:
    name, place = refer(ref)
    return end[0] == name and (not place or place == end[1])


def chain(same: Sequence[Verdict], a: str, b: str) -> list[Verdict]:
    """The shortest way from one name to the other over pairs that are one thing."""
    ends: dict[End, list[tuple[End, Verdict]]] = defaultdict(list)
    for pair in same:
        left, right = (pair.left, pair.left_place), (pair.right, pair.right_place)
        ends[left].append((right, pair))
        ends[right].append((left, pair))
    queue: deque[tuple[End, tuple[Verdict, ...]]] = deque((end, ()) for end in sorted(ends) if called(end, a))
    seen = {end for end, _ in queue}
    while queue:
        end, way = queue.popleft()
        if way and called(end, b):
            return list(way)
        queue.extend((other, (*way, pair)) for other, pair in ends[end] if other not in seen)
        seen.update(other for other, _ in ends[end])
    return []


def tell(found: Sequence[Verdict], a: str, b: str) -> str:
    """The table for a reader: each feature that counted, its share, and what it looks at."""
    told = between(found, a, b)
    if not told:
        remedy = f"where they are one, write so: graphbuild review same {a} {b}"
        raise Unanswerable(f"{a} and {b} are two things, and too little speaks for one to be kept as a doubt", remedy)
    return "\n".join(line for pair in told for line in lines(pair))


def lines(pair: Verdict) -> Iterator[str]:
    yield f"{pair.left} ({pair.left_place}) and {pair.right} ({pair.right_place}): {SAID[pair.verdict]}"
    for name, share in sorted(pair.features, key=lambda item: (-item[1], item[0])):
        yield f"  {share:+.2f}  {name.replace('_', ' '):24}  {meaning(name)}"
    if PEOPLE not in dict(pair.features):
        yield f"  {pair.score:5.2f}  of {SAME} that make two names one thing{held_apart(pair)}"
    yield f"  {' · '.join(dict.fromkeys(pair.sources))}"


def held_apart(pair: Verdict) -> str:
    """Enough speaks for it, and yet the two are not joined."""
    if pair.score < SAME or pair.verdict == "same":
        return ""
    return "; not joined, since the shorter name may be of several things, or another name keeps the two apart"


def meaning(name: str) -> str:
    """A feature's docstring is its explanation."""
    known = {feature.__name__: feature.__doc__ or "" for _, feature in TABLE}
    return known.get(name, "People have judged it in decisions.tsv, and that wins over every rule.").strip()
