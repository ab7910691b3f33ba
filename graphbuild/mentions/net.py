"""Columns of a text in, how well each label suits each character out: a small net of whole numbers, the same on every machine.

All sums are of whole numbers below 2**24, which single precision holds exactly: the order of adding does not matter.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from graphbuild.mentions.features import (
    AHEAD,
    AREA,
    CHARACTER,
    FAMILY,
    FROM,
    HEAD,
    OPENS,
    PLACE,
    ROLE,
    TAG,
    WORD,
    Codes,
)

Stored = Mapping[str, npt.NDArray[Any]]
Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]
INPUTS = (
    ((CHARACTER, 0),), ((CHARACTER, 0), (CHARACTER, 1)), ((WORD, 0),), ((PLACE, 0),), ((ROLE, 0),), ((TAG, 0),),
    ((HEAD, 0),), ((AREA, 0),), ((FAMILY, 0),), ((AHEAD, 0),), ((OPENS, 0),), ((FROM, 0),),
)  # fmt: skip
# Numbers of the inputs that a word has wherever it stands, those of where it stands, and those of each character.
SAME, BY_WORD, BY_CHARACTER = (2, 4, 5, 6), (9, 10, 11), (0, 1, 3, 7, 8)
INSIDE = 3  # of PLACE: neither the first character of a word nor outside of all
NEARS = (1, 2, 4, 1)  # how far each layer looks to both sides
TOP = 2047.0  # the most that a cell holds
BLOCK = 4096
FACTOR = np.uint64(1000003)


class Input(NamedTuple):
    """The values known, sorted, and what each adds to the cells; the first row is for all others."""

    known: npt.NDArray[np.uint64]
    adds: Floats


class Layer(NamedTuple):
    """Weights for the characters before, here and after, in one; what is added; by what the sum is divided."""

    weights: Floats
    bias: Floats
    unit: np.float32


class Net(NamedTuple):
    inputs: Sequence[Input]
    bias: Floats
    layers: Sequence[Layer]
    out: Layer


def value(columns: Codes, places: Sequence[tuple[int, int]]) -> npt.NDArray[np.uint64]:
    """What stands at these places of each character, as one number."""
    size = columns.shape[1]
    mixed = np.zeros(size, np.uint64)
    for column, shift in places:
        mixed *= FACTOR
        mixed[: size - shift] ^= columns[column, shift:]
    return mixed


def rows(known: npt.NDArray[np.uint64], values: npt.NDArray[np.uint64]) -> Places:
    """Where each value stands among the known, from one on; zero for one that is not known."""
    at = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return np.where(known[at] == values, at + 1, 0)


def emissions(columns: Codes, net: Net, places: Places) -> Floats:
    """One row a character, one column a label, in whole numbers; reckoned at these places, and nothing elsewhere."""
    size = columns.shape[1]
    near = around(places, size, sum(NEARS), 1)  # and one more to its right, which the last input looks at
    begins = (columns[PLACE] < INSIDE) | ~np.append(False, near[:-1])  # what is seen begins anew after a gap
    needed = [around(places, size, sum(NEARS[n:]))[near] for n in range(1, len(NEARS) + 1)]
    found = np.zeros((size, net.out.weights.shape[1]), np.float32)
    found[near] = reckoned(columns[:, near], begins[near], needed, net)
    return found


def around(places: Places, size: int, far: int = 0, more: int = 0) -> Marks:
    """The characters of these places and those so far around them."""
    steps = np.zeros(size + 1, np.int64)
    np.add.at(steps, np.maximum(places[:, 0] - far, 0), 1)
    np.subtract.at(steps, np.minimum(places[:, 1] + far + more, size), 1)
    return np.asarray(steps[:-1].cumsum() > 0, bool)


def reckoned(columns: Codes, begins: Marks, needed: Sequence[Marks], net: Net) -> Floats:
    """In blocks that fit the processor's memory."""
    size = columns.shape[1]
    of, words = begins.cumsum() - 1, by_word(columns[:, begins], net)
    inputs = [(rows(net.inputs[n].known, value(columns, INPUTS[n])), net.inputs[n].adds) for n in BY_CHARACTER]
    found = np.zeros((size, net.out.weights.shape[1]), np.float32)
    for start in range(0, size, BLOCK):
        first, last = max(0, start - sum(NEARS)), min(size, start + BLOCK + sum(NEARS))
        padded = np.zeros((last - first + 2 * max(NEARS), words.shape[1]), np.float32)
        padded[max(NEARS) : -max(NEARS)] = words[of[first:last]]
        here = [(places[first:last], adds) for places, adds in inputs]
        seen = block(padded, here, [np.flatnonzero(rows[first:last]) + max(NEARS) for rows in needed], net)
        found[start : start + BLOCK] = seen[max(NEARS) : -max(NEARS)][start - first : start - first + BLOCK]
    return found


def by_word(columns: Codes, net: Net) -> Floats:
    """What is the same for all characters of a word is added up once a word, and once for all words that are the same."""
    _, first, again = np.unique(columns[WORD], return_index=True, return_inverse=True)
    cells = np.take(added(np.tile(net.bias, (len(first), 1)), columns[:, first], SAME, net), again, 0)
    return added(cells, columns, BY_WORD, net)


def added(cells: Floats, columns: Codes, numbers: Sequence[int], net: Net) -> Floats:
    for n in numbers:
        cells += np.take(net.inputs[n].adds, rows(net.inputs[n].known, value(columns, INPUTS[n])), 0)
    return cells


def block(padded: Floats, inputs: Sequence[tuple[Places, Floats]], needed: Sequence[Places], net: Net) -> Floats:
    """The same for a few thousand characters, whose words have spoken; each layer only where the next ones ask for it."""
    cells = padded[max(NEARS) : -max(NEARS)]
    adding = np.empty_like(cells)
    for places, adds in inputs:
        cells += np.take(adds, places, 0, adding, "clip")
    np.clip(cells, 0, TOP, out=cells)
    for near, layer, at in zip(NEARS, net.layers, needed, strict=True):
        padded[at] = look(padded, layer, near, at)
    found = np.zeros((len(padded), net.out.weights.shape[1]), np.float32)
    found[needed[-1]] = np.rint(padded[needed[-1]] @ net.out.weights * net.out.unit) + net.out.bias
    return found


def look(cells: Floats, layer: Layer, near: int, at: Places) -> Floats:
    """What the cells of these rows hold once a layer has seen them and those `near` rows away."""
    width = cells.shape[1]
    beside = (at[:, None] + np.array((-near, 0, near))).ravel()
    seen = np.take(cells, beside, 0).reshape(len(at), 3 * width)
    sums = seen @ layer.weights  # one large product is some three times as fast as three small ones
    sums *= layer.unit
    np.rint(sums, out=sums)
    sums += layer.bias
    np.maximum(sums, 0, out=sums)
    sums += seen[:, width : 2 * width]
    return np.asarray(np.minimum(sums, TOP, out=sums), np.float32)


def whole(stored: Stored) -> Net:
    """The net as it is stored in small numbers."""
    inputs = []
    for n in range(len(INPUTS)):
        adds = np.rint(
            stored[f"table{n}"].astype(np.float32) @ stored[f"spread{n}"].astype(np.float32) * stored[f"unit{n}"]
        )
        inputs.append(Input(stored[f"known{n}"].astype(np.uint64), adds.astype(np.float32)))
    return Net(
        inputs,
        stored["bias_in"].astype(np.float32),
        [layer(stored, str(n)) for n in range(len(NEARS))],
        layer(stored, "out"),
    )


def layer(stored: Stored, name: str) -> Layer:
    weights = stored[f"weights_{name}"].astype(np.float32)
    return Layer(np.concatenate(weights), stored[f"bias_{name}"].astype(np.float32), np.float32(stored[f"unit_{name}"]))
