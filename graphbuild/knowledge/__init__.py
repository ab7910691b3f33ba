"""What is known before reading: `load(folder)` gives one immutable, checked Knowledge."""

from graphbuild.knowledge.load import Knowledge, home, load

__all__ = ["Knowledge", "home", "load"]
