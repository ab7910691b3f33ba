"""A graph in, one HTML page out that needs no network: `page(graph)`."""

from graphbuild.view.page import page

__all__ = ["page"]
