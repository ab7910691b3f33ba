"""What was built goes out: `replaced(folder)` swaps a whole output folder at once."""

from graphbuild.export.folder import replaced

__all__ = ["replaced"]
