"""Sources in, partitioned N-Quads out, on any engine that can map over partitions: no process ever holds all of anything."""

from graphbuild.wide.flow import Spread, spread

__all__ = ["Spread", "spread"]
