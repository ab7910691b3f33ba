"""What is known before reading: `load(folder)` gives one immutable, checked Knowledge; `check` lists the gaps."""

from graphbuild.knowledge.gaps import check
from graphbuild.knowledge.load import Knowledge, home, load

__all__ = ["Knowledge", "check", "home", "load"]
