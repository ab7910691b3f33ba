"""The bytes of a .docx file in, its text out: paragraphs and tables in document order, a table's row a line of cells."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table

from graphbuild.errors import UnreadableSource
from graphbuild.ingest.source import Page

OLE = b"\xd0\xcf\x11\xe0"


def read_docx(data: bytes, name: str) -> Page:
    if data.startswith(OLE):
        raise UnreadableSource(f"{name} is encrypted or an old .doc", "save it as .docx without a password")
    try:
        document = docx.Document(BytesIO(data))
    except (BadZipFile, OpcError, SyntaxError, KeyError, ValueError) as trouble:
        raise UnreadableSource(f"{name} is a broken .docx ({trouble})", "open it in Word and save it again") from trouble
    text = "\n".join(line for block in document.iter_inner_content() for line in lines(block))
    if not text.strip():
        raise UnreadableSource(f"{name} has no text", "is it a scan? read it by machine (OCR) first")
    return Page(text)


def lines(block: object) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (line for row in block.rows if (line := row_line(row.cells)).strip("| "))
    else:
        yield str(getattr(block, "text", ""))


def row_line(cells: object) -> str:
    """`| a | b |`; a merged cell, which the library gives once for each column, is written once."""
    seen: list[object] = []
    texts = []
    for cell in cells:  # type: ignore[attr-defined]
        if cell._tc not in seen:
            seen.append(cell._tc)
            texts.append(" ".join(cell.text.split()))
    return f"| {' | '.join(texts)} |"
