"""An output folder in, an object to ask from Python and in notebooks out."""

from graphbuild.api.opened import Opened
from graphbuild.api.rows import Rows

__all__ = ["Opened", "Rows"]
