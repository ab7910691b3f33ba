"""A view and its edits in, the edited view out: how every step of cleaning keeps each character's origin."""

from array import array
from collections.abc import Iterable

import numpy as np

from graphbuild.model import View

Edit = tuple[int, int, str]


def whole(text: str, start: int, end: int) -> View:
    """text[start:end] as a view of itself."""
    return View(text[start:end], array("I", np.arange(start, end, dtype=np.uintc).tobytes()))


def edited(view: View, edits: Iterable[Edit]) -> View:
    """The view with each text[start:end] replaced; edits come in order, do not overlap, and none is empty."""
    text, origin = view.text, view.origin
    pieces: list[str] = []
    places = array("I")
    done = 0
    for start, end, new in edits:
        pieces += (text[done:start], new)
        places.extend(origin[done:start])
        places.extend(origin[start:end] if len(new) == end - start else [origin[start]] * len(new))
        done = end
    if not done:
        return view
    pieces.append(text[done:])
    places.extend(origin[done:])
    return View("".join(pieces), places)
