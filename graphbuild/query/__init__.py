"""A graph and a question in, rows out: `explain` gives the sentences behind a thing or an edge."""

from graphbuild.query.explanation import explain, show
from graphbuild.query.sentences import Sentence

__all__ = ["Sentence", "explain", "show"]
