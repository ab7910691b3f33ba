"""Nodes and edges in, pieces of XML out that no name, quotation or control character can break."""

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from graphbuild.export.columns import Column
from graphbuild.export.evidence import Said, Value

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# What XML 1.0 cannot hold, or advises against.
UNSAYABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
KEPT = {'"': "&quot;", "'": "&apos;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}


def text(words: str) -> str:
    """Safe in an element and in an attribute; line ends are kept, what XML cannot hold becomes U+FFFD."""
    return escape(UNSAYABLE.sub("\ufffd", words), KEPT)


def tag(name: str, attributes: Mapping[str, str], inside: str = "") -> str:
    said = "".join(f' {key}="{text(value)}"' for key, value in attributes.items())
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


def values(said: Said, columns: list[Column]) -> Iterator[tuple[int, str]]:
    """The number of a column and its value as text; several values stand on lines of their own."""
    for n, column in enumerate(columns):
        if column.name in said:
            yield n, "\n".join(map(plain, said[column.name]))


def plain(value: Value) -> str:
    return value if isinstance(value, str) else repr(value)


def kind(column: Column) -> str:
    return "double" if column.number and not column.many else "string"
