"""A graph and one thing in, a report about it out: HTML and Markdown by templates that a user can replace, or Word."""

from graphbuild.view.reports.pages import html, markdown, template
from graphbuild.view.reports.word import word

__all__ = ["html", "markdown", "template", "word"]
