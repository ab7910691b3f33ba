"""A graph and its gold in, tallies out: `score(gold, graph, tallies)` counts what was found, missed and made up."""

from graphbuild.evaluate.gold import Gold, golds
from graphbuild.evaluate.score import lines, score
from graphbuild.evaluate.tally import Tallies, Tally, below

__all__ = ["Gold", "Tallies", "Tally", "below", "golds", "lines", "score"]
