"""Words and rows in, HTML that does nothing out: no script, no link, no image, no style of its own."""

from collections.abc import Iterable, Sequence
from html import escape

SHOWN = 50  # rows; a notebook is no place for a million


def table(columns: Sequence[str], rows: Sequence[Sequence[object]], notice: str = "") -> str:
    heads = "".join(f"<th>{text(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(f'<td>{text(cell)}</td>' for cell in row)}</tr>" for row in rows[:SHOWN])
    more = f"{len(rows)} rows, the first {SHOWN} shown" if len(rows) > SHOWN else ""
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>" + paragraphs(more, notice)


def paragraphs(*words: str) -> str:
    return "".join(f"<p>{text(each)}</p>" for each in words if each)


def quotes(rows: Iterable[tuple[str, str]]) -> str:
    """Words, and where they stand."""
    return "".join(f"<blockquote>{text(words)}<br><small>{text(where)}</small></blockquote>" for words, where in rows)


def heading(words: str, beside: str = "") -> str:
    return f"<p><strong>{text(words)}</strong> {text(beside)}</p>"


def text(value: object) -> str:
    """Notebooks look for formulas between $ or \\( and their ends: a sign that stands alone begins none."""
    words = "" if value is None else escape(str(value))
    return words.replace("$", "<span>$</span>").replace("\\", "<span>\\</span>")
