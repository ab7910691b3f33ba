"""The country's administrative areas as reading knows them: full names, and the short ones that stand alone."""

from graphbuild.knowledge.areas import full_names, short_names, shorten, shorten_county

__all__ = ["full_names", "short_names", "shorten", "shorten_county"]
