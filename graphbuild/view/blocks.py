"""Lines of a report in, blocks of them under a heading out: every line carries the numbers of its sentences."""

from dataclasses import dataclass, replace

Cites = tuple[int, ...]


@dataclass(frozen=True)
class Row:
    """One line of a report: its cells, and the numbers of the sentences that it rests on."""

    cells: tuple[str, ...]
    cites: Cites
    state: str = ""


@dataclass(frozen=True)
class Block:
    """Lines under one heading; `chart` is a picture of them where they are figures."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: str = ""


def slim(block: Block) -> Block:
    """Without the columns in which nothing stands."""
    kept = [n for n in range(len(block.columns)) if any(row.cells[n] for row in block.rows)]
    rows = tuple(replace(row, cells=tuple(row.cells[n] for n in kept)) for row in block.rows)
    return replace(block, columns=tuple(block.columns[n] for n in kept), rows=rows)
