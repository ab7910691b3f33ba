"""Annotated texts in, a small net out that sees wider than the chain does: taught by torch, kept in small whole numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch.nn.functional import conv1d, dropout, kl_div, log_softmax

from graphbuild.mentions.chain import FIRST, LAST, MASK
from graphbuild.mentions.lessons import Lesson
from graphbuild.mentions.net import INPUTS, NEARS, rows, value
from graphbuild.mentions.paths import LABELS

SIZES = (40, 24, 40, 6, 24, 10, 16, 10, 4, 16, 16, 4)  # cells of each input
LEAST = (2, 3, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1)  # how often a value must occur to be known
FORGET = (0.15, 0.25, 0.2, 0, 0.05, 0, 0, 0, 0, 0, 0.1, 0)  # how often a known value is hidden, for new ones
CELLS, DROP, RATE, TEXTS, GAP, NORM = 64, 0.2, 0.003, 4, 8, 5.0
FOLLOW = 1.0  # how much the elder nets count beside the labels
UNIT, SMALL = 64.0, 127
Tensor = Any
Net = Mapping[str, Tensor]
FIRST_LABELS, LAST_LABELS, BARRED = (
    torch.tensor(values.clip(-1e4), dtype=torch.float32) for values in (FIRST, LAST, MASK)
)
Ints = npt.NDArray[np.int64]


def fit(lessons: Sequence[Sequence[Lesson]], scale: int, teachers: int = 0) -> dict[str, npt.NDArray[Any]]:
    """The net after one round with each group of texts, as it is stored; a label's weights are `scale` to one."""
    torch.set_num_threads(1)
    known = [learnt(number, lessons[0]) for number in range(len(INPUTS))]
    elder = [taught(lessons, known, seed + 2) for seed in range(teachers)]
    net = taught(lessons, known, 1, elder)
    return stored({name: tensor.detach().numpy().astype(np.float64) for name, tensor in net.items()}, known, scale)


def taught(
    lessons: Sequence[Sequence[Lesson]], known: Sequence[npt.NDArray[np.uint64]], seed: int, elder: Sequence[Net] = ()
) -> Net:
    """Nets that began with other numbers err elsewhere: what they say together teaches more than the labels alone."""
    torch.manual_seed(seed)
    net = fresh([len(values) for values in known])
    climb = torch.optim.Adam(list(net.values()), lr=RATE)
    order = np.random.default_rng(seed)
    for turn, group in enumerate(lessons):
        shuffled = [group[n] for n in order.permutation(len(group)) if group[n].pieces]
        for first in range(0, len(shuffled), TEXTS):
            at = turn + first / len(shuffled)
            for part in climb.param_groups:
                part["lr"] = RATE * min(1, 2 * at + 0.05) * (1 - 0.98 * at / len(lessons))
            step(net, climb, shuffled[first : first + TEXTS], known, elder)
    return net


def learnt(number: int, lessons: Sequence[Lesson]) -> npt.NDArray[np.uint64]:
    """The values of one input that occur often enough."""
    values, counts = np.unique(np.concatenate([value(one.seen, INPUTS[number]) for one in lessons]), return_counts=True)
    return values[counts >= LEAST[number]]


def fresh(counts: Sequence[int]) -> Net:
    """A net that knows nothing yet; of each table the first row is for what is not known."""
    net = {f"table{n}": torch.randn(count + 1, size) for n, (count, size) in enumerate(zip(counts, SIZES, strict=True))}
    shapes = {"in": (CELLS, sum(SIZES)), "out": (len(LABELS), CELLS)} | {
        str(n): (CELLS, CELLS, 3) for n in range(len(NEARS))
    }
    for name, shape in shapes.items():
        reach = 1 / float(np.prod(shape[1:])) ** 0.5
        net[f"weights_{name}"] = torch.empty(shape).uniform_(-reach, reach)
        net[f"bias_{name}"] = torch.empty(shape[0]).uniform_(-reach, reach)
    net["steps"] = torch.zeros(len(LABELS), len(LABELS))
    return {name: tensor.requires_grad_() for name, tensor in net.items()}


def step(
    net: Net, climb: Any, lessons: Sequence[Lesson], known: Sequence[npt.NDArray[np.uint64]], elder: Sequence[Net]
) -> None:
    inputs, places, labels, inside = together(lessons, known)
    climb.zero_grad()
    seen = look(net, torch.from_numpy(inputs))
    loss = surprise(seen[places], net["steps"], labels, inside)
    if elder:
        loss = loss + FOLLOW * apart(seen, inputs, elder)[places][inside].sum()
    (loss / len(labels)).backward()
    torch.nn.utils.clip_grad_norm_(list(net.values()), NORM)
    climb.step()


def together(lessons: Sequence[Lesson], known: Sequence[npt.NDArray[np.uint64]]) -> tuple[Ints, Tensor, Tensor, Tensor]:
    """Some texts in one row with gaps between them, and their pieces as a table, the longest first."""
    inputs, labels, spans, done = [], [], [], 0
    for columns, right, _, pieces in lessons:
        seen = np.stack([rows(values, value(columns, places)) for values, places in zip(known, INPUTS, strict=True)])
        inputs.append(np.pad(seen, ((0, 0), (0, GAP))))
        labels.append(np.pad(right, (0, GAP)))
        spans += [(done + start, done + end) for start, end in pieces]
        done += len(right) + GAP
    spans.sort(key=lambda span: span[0] - span[1])
    starts, ends = np.array(spans).T
    places = starts[:, None] + np.arange(ends[0] - starts[0])
    inside = places < ends[:, None]
    places = np.where(inside, places, 0)
    return np.concatenate(inputs, 1), places, torch.from_numpy(np.concatenate(labels)[places]), torch.from_numpy(inside)


def apart(seen: Tensor, inputs: Ints, elder: Sequence[Net]) -> Tensor:
    """How far the net is, at each character, from what the elder ones say together."""
    with torch.no_grad():
        told = torch.stack([look(net, torch.from_numpy(inputs), learning=False) for net in elder]).mean(0)
    return kl_div(log_softmax(seen, 1), log_softmax(told, 1), reduction="none", log_target=True).sum(1)


def look(net: Net, inputs: Tensor, learning: bool = True) -> Tensor:
    """What speaks for each label of each character; some of it is hidden at random while it learns."""
    parts = []
    for n, often in enumerate(FORGET):
        hidden = torch.rand(inputs[n].shape) < often * learning
        parts.append(net[f"table{n}"][torch.where(hidden, 0, inputs[n])])
    cells = dropout(torch.cat(parts, 1), DROP, learning) @ net["weights_in"].T + net["bias_in"]
    cells = torch.relu(cells).T[None]
    for n, near in enumerate(NEARS):
        seen = conv1d(dropout(cells, DROP, learning), net[f"weights_{n}"], net[f"bias_{n}"], padding=near, dilation=near)
        cells = cells + torch.relu(seen)
    return dropout(cells[0].T, DROP, learning) @ net["weights_out"].T + net["bias_out"]


def surprise(emissions: Tensor, free: Tensor, labels: Tensor, inside: Tensor) -> Tensor:
    """By how much the right labels fall short of certainty, over all pieces."""
    first, last, steps = FIRST_LABELS, LAST_LABELS, free + BARRED
    right = (emissions.gather(2, labels[:, :, None])[:, :, 0] * inside).sum(1)
    right = right + (steps[labels[:, :-1], labels[:, 1:]] * inside[:, 1:]).sum(1)
    ahead = emissions[:, 0] + first
    for t, live in enumerate(inside.sum(0).tolist()[1:], 1):
        longer = torch.logsumexp(ahead[:live, :, None] + steps, 1) + emissions[:live, t]
        ahead = torch.cat([longer, ahead[live:]])
    return (torch.logsumexp(ahead + last, 1) - right).sum()


def stored(
    net: Mapping[str, npt.NDArray[np.float64]], known: Sequence[npt.NDArray[np.uint64]], scale: int
) -> dict[str, npt.NDArray[Any]]:
    """All weights as numbers of eight bits, each table with a unit of its own."""
    kept: dict[str, npt.NDArray[Any]] = {"bias_in": np.rint(net["bias_in"] * UNIT).astype(np.int16)}
    edges = np.cumsum((0, *SIZES))
    for n, values in enumerate(known):
        table, unit = small(net[f"table{n}"])
        spread, finer = small(net["weights_in"][:, edges[n] : edges[n + 1]].T)
        kept |= {
            f"known{n}": values,
            f"table{n}": table,
            f"spread{n}": spread,
            f"unit{n}": np.array(UNIT / unit / finer, np.float32),
        }
    for name in map(str, range(len(NEARS))):
        weights, unit = small(net[f"weights_{name}"].transpose(2, 1, 0))
        kept |= {f"weights_{name}": weights, f"unit_{name}": np.array(1 / unit, np.float32)}
        kept[f"bias_{name}"] = np.rint(net[f"bias_{name}"] * UNIT).astype(np.int16)
    weights, unit = small(net["weights_out"].T[None])
    kept |= {
        "weights_out": weights,
        "unit_out": np.array(scale / unit / UNIT, np.float32),
        "bias_out": np.rint(net["bias_out"] * scale).astype(np.int16),
    }
    return kept | {"net_steps": np.rint(net["steps"] * scale).astype(np.int16)}


def small(weights: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.int8], float]:
    """Whole numbers of eight bits, and how many of them make one."""
    unit = float(2.0 ** np.floor(np.log2(SMALL / np.abs(weights).max())))
    return np.rint(weights * unit).astype(np.int8), unit
