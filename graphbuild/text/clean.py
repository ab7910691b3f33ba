"""A text as read in, a View for reading out: even signs, whole paragraphs, no noise, every character mapped back."""

from graphbuild.model import View
from graphbuild.text.edits import edited, whole
from graphbuild.text.even import even, evened, quoted
from graphbuild.text.noise import noise
from graphbuild.text.paragraphs import broken
from graphbuild.text.repeats import repeats
from graphbuild.text.spaces import spaces

__all__ = ["clean", "even"]


def clean(text: str, start: int = 0, end: int | None = None) -> View:
    """The piece text[start:end] made readable; offsets stay those of the whole text."""
    view = whole(text, start, len(text) if end is None else end)
    view = edited(view, noise(view.text))
    view = View(evened(view.text), view.origin)
    for step in (broken, spaces):
        view = edited(view, step(view.text))
    view = edited(view, repeats(view))
    return View(quoted(view.text).replace("\u3000", " "), view.origin)
