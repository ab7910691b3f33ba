"""What the parts of a large graph show in, a page's data out that holds all of it: packed, and opened where it is looked at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from graphbuild.graph.packing import Packed, deflated
from graphbuild.graph.shown_rows import Row
from graphbuild.view.gathered import Edge, Part, edges, ends, thinned
from graphbuild.view.kept import NOTHING, Kept
from graphbuild.view.network import MOST, Scene, network, scene
from graphbuild.view.told import Said

AT_ONCE = 1000  # things that a page draws at most; whatever else is opened takes its place beside what opened it
Numbers: TypeAlias = tuple[int, int, Mapping[str, Sequence[int]]]  # of the blocks of a part: things, notes, words by document


class Blocks:
    """All blocks in a row, and where each begins and ends."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.ends: list[tuple[int, int]] = []

    def put(self, block: str) -> int:
        """Its number; none where there is nothing."""
        if not block:
            return -1
        self.texts.append(block)
        begin = self.ends[-1][1] if self.ends else 0
        self.ends.append((begin, begin + len(block)))
        return len(self.ends) - 1

    def take(self, part: Packed) -> Numbers:
        words = [self.put(block) for block in part.words]
        within = {document: [words[n] for n in numbers] for document, numbers in part.within.items()}
        return self.put(part.things), self.put(part.notes), within


def packed(parts: Sequence[Part], base: str, kept: Kept = NOTHING) -> tuple[dict[str, Any], str]:
    """Nothing is left out up to MOST edges; beyond, what matters least."""
    known = {row[0] for part in parts for row in part.front.things}
    found = edges(parts, known)
    joined = {end for edge in found for end in (edge[0], edge[2])}
    drawn = scene(ends(parts, joined), [Said(edge[0], edge[1], edge[2], (), ()) for edge in found], MOST)
    before = after = size(parts, found)
    if drawn.left_said:
        known = {thing.iri for thing in drawn.things}
        parts = thinned(parts, known)
        found = edges(parts, known)
        after = size(parts, found)
    blocks = Blocks()
    numbers = [blocks.take(part.packed) for part in parts]
    index = blocks.put(deflated(index_of(parts, found, drawn, numbers)))
    listed = {"index": index, "blocks": blocks.ends, "sheaves": [two[:2] for two in numbers], "said": after[1]}
    left = [all - held for all, held in zip(before, after, strict=True)]
    first = {"nodes": nodes(drawn, kept), "first": drawn.first}
    return {"base": base, **first, "left": left, "packed": listed}, "".join(blocks.texts)


def size(parts: Iterable[Part], found: Sequence[Edge]) -> tuple[int, int]:
    """How many things there are, some of them told of by two parts, and how much is said."""
    fronts = [part.front for part in parts]
    return len({row[0] for front in fronts for row in front.things}), len(found) + sum(front.notes for front in fronts)


def nodes(drawn: Scene, kept: Kept) -> list[dict[str, Any]]:
    """As pyvis has them, with their places: the first of a page, which are drawn together."""
    things = drawn.things[:AT_ONCE]
    inside = {thing.iri for thing in things}
    said = [each for each in drawn.said if each.subject in inside and each.object in inside]
    made: list[dict[str, Any]] = network(replace(drawn, things=things, said=said), kept).nodes
    return made


def index_of(parts: Sequence[Part], found: Sequence[Edge], drawn: Scene, numbers: Sequence[Numbers]) -> Mapping[str, object]:
    """Everything that leads to the other blocks, by number: things in the order in which they matter."""
    lie = {row[0]: n for n, row in enumerate(row for part in parts for row in part.front.things)}
    number = {thing.iri: n for n, thing in enumerate(drawn.things)}
    within = {name: list(own) for *_, words in numbers for name, own in words.items()}
    texts = (row for part in parts for row in part.front.documents)
    documents = [[*row, within[row[0]]] for row in texts if within.get(row[0])]  # a text that says nothing is none of its sources
    named = {row[0]: n for n, row in enumerate(documents)}
    also: dict[str, list[int]] = {}
    for n, part in enumerate(parts):
        for name in part.front.also:
            also.setdefault(name, []).append(n)
    told = [[number[one], relation, number[other], says, [stated(row, named) for row in sorted(rows)]]
            for one, relation, other, says, rows in found]  # fmt: skip
    days = sorted({row[5] or row[2] for row in documents} - {""})
    order = [lie[thing.iri] for thing in drawn.things]
    return {"order": order, "documents": documents, "also": also, "edges": told, "days": days}


def stated(row: Row, named: Mapping[str, int]) -> Row:
    return [*row[:3], [n for name, start, end in row[3] for n in (named[name], start, end)]]
