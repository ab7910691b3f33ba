"""A graph in, views of it out: `page` for a browser, `View` for a notebook, parts and pictures for reports."""

from graphbuild.view.embed import embed, pointing
from graphbuild.view.kept import Kept
from graphbuild.view.mermaid import mermaid
from graphbuild.view.notebook import View
from graphbuild.view.page import Look, large, page, render
from graphbuild.view.part import part, sketch, whole
from graphbuild.view.stories import Stories
from graphbuild.view.svg import svg

__all__ = [
    "Kept",
    "Look",
    "Stories",
    "View",
    "embed",
    "large",
    "mermaid",
    "page",
    "part",
    "pointing",
    "render",
    "sketch",
    "svg",
    "whole",
]
