"""What the parts of a large graph show in, a page's data out that holds all of it: packed, and opened where it is looked at."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graphbuild.graph.shown import deflated
from graphbuild.view.gathered import Edge, Part, Pieced, Row, edges, ends, parts, thinned
from graphbuild.view.kept import NOTHING, Kept
from graphbuild.view.network import MOST, Scene, network, scene
from graphbuild.view.told import Said

AT_ONCE = 1000  # things that a page draws at most; whatever else is opened takes its place beside what opened it


class Blocks:
    """Base64 of all blocks in a row, and where each begins and ends."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.ends: list[tuple[int, int]] = []

    def put(self, packed: bytes) -> int:
        """Its number; none where there is nothing."""
        if not packed:
            return -1
        self.texts.append(b64encode(packed).decode("ascii"))
        begin = self.ends[-1][1] if self.ends else 0
        self.ends.append((begin, begin + len(self.texts[-1])))
        return len(self.ends) - 1


def packed(sheaves: Iterable[Pieced], base: str, kept: Kept = NOTHING) -> tuple[dict[str, Any], str]:
    """Nothing is left out up to MOST edges; beyond, what matters least."""
    told = parts(sheaves)
    found = edges(told, {row[0] for part in told for row in part.rows})
    joined = {end for edge in found for end in (edge[0], edge[2])}
    drawn = scene(ends(told, joined), [Said(edge[0], edge[1], edge[2], (), ()) for edge in found], MOST)
    sizes = size(told, found)
    if drawn.left_said:
        told = thinned(told, {thing.iri for thing in drawn.things})
        found = edges(told, {row[0] for part in told for row in part.rows})
    less = size(told, found)
    blocks = Blocks()
    numbers = [[blocks.put(part.things), blocks.put(part.said), *map(blocks.put, part.blocks)] for part in told]
    index = blocks.put(deflated(index_of(told, found, drawn, numbers)))
    listed = {"index": index, "blocks": blocks.ends, "sheaves": [two[:2] for two in numbers], "said": less[1]}
    left = [before - after for before, after in zip(sizes, less, strict=True)]
    first = {"nodes": nodes(drawn, kept), "first": drawn.first}
    return {"base": base, **first, "left": left, "packed": listed}, "".join(blocks.texts)


def size(told: Sequence[Part], found: Sequence[Edge]) -> tuple[int, int]:
    """How many things there are, some of them told of by two parts, and how much is said."""
    return len({row[0] for part in told for row in part.rows}), len(found) + sum(part.front["notes"] for part in told)


def nodes(drawn: Scene, kept: Kept) -> list[dict[str, Any]]:
    """As pyvis has them, with their places: the first of a page, which are drawn together."""
    things = drawn.things[:AT_ONCE]
    inside = {thing.iri for thing in things}
    said = [each for each in drawn.said if each.subject in inside and each.object in inside]
    made: list[dict[str, Any]] = network(replace(drawn, things=things, said=said), kept).nodes
    return made


def index_of(told: Sequence[Part], found: Sequence[Edge], drawn: Scene, numbers: Sequence[Sequence[int]]) -> Mapping[str, Any]:
    """Everything that leads to the other blocks, by number: things in the order in which they matter."""
    lie = {row[0]: n for n, row in enumerate(row for part in told for row in part.rows)}
    number = {thing.iri: n for n, thing in enumerate(drawn.things)}
    documents = [[*row[:6], [own[2 + n] for n in row[6]]] for part, own in zip(told, numbers, strict=True)
                 for row in part.front["documents"]]  # fmt: skip
    named = {row[0]: n for n, row in enumerate(documents)}
    also: dict[str, list[int]] = {}
    for n, part in enumerate(told):
        for name in part.front["also"]:
            also.setdefault(name, []).append(n)
    return {
        "order": [lie[thing.iri] for thing in drawn.things], "documents": documents, "also": also,
        "edges": [[number[one], relation, number[other], says, [stated(row, named) for row in sorted(rows)]]
                  for one, relation, other, says, rows in found],
        "days": sorted({row[5] or row[2] for row in documents} - {""}),
    }  # fmt: skip


def stated(row: Row, named: Mapping[str, int]) -> Row:
    return [*row[:3], [n for name, start, end in row[3] for n in (named[name], start, end)]]
