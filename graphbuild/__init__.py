"""Read Chinese local-government texts into a knowledge graph in which every statement leads to its words."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.api import Opened

__version__ = "0.1.0"


def open(path: Path | str = "output") -> "Opened":
    """The graph of an output folder (or of a file of Turtle), to ask from Python and in notebooks."""
    from graphbuild.api import Opened

    return Opened(Path(path))
