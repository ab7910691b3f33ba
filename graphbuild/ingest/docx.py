"""The bytes of a .docx file in, its text out: paragraphs and tables in document order, a table's row a line of cells."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.oxml.table import CT_Row, CT_Tbl
from docx.table import Table
from docx.text.paragraph import Paragraph

from graphbuild.errors import UnreadableSource
from graphbuild.ingest.source import Page

OLE = b"\xd0\xcf\x11\xe0"
UNFOLDED = 300 * 2**20  # bytes that its parts may unfold to: a report with many pictures has a tenth of it
DOCUMENT = "word/document.xml", 40 * 2**20  # its text with all markup


def read_docx(data: bytes, name: str) -> Page:
    if data.startswith(OLE):
        raise UnreadableSource(f"{name} is encrypted or an old .doc", "save it as .docx without a password")
    try:
        fits = measured(data)
        text = "\n".join(lines(data)) if fits else ""
    except MemoryError:
        raise
    except Exception as trouble:  # what the libraries let through on broken bytes is of any kind
        raise UnreadableSource(f"{name} is a broken .docx ({trouble})", "open it in Word and save it again") from trouble
    if not fits:
        raise UnreadableSource(f"{name} unfolds to more than any report", "take pictures out, or save its text as .txt")
    if not text.strip():
        raise UnreadableSource(f"{name} has no text", "is it a scan? read it by machine (OCR) first")
    return Page(text)


def measured(data: bytes) -> bool:
    """Whether what the archive says it unfolds to can be held; a part never gives more than it says."""
    with ZipFile(BytesIO(data)) as archive:
        sizes = {part.filename: part.file_size for part in archive.infolist()}
        whole = sum(part.file_size for part in archive.infolist())
    return whole <= UNFOLDED and sizes.get(DOCUMENT[0], 0) <= DOCUMENT[1]


def lines(data: bytes) -> Iterator[str]:
    for block in docx.Document(BytesIO(data)).iter_inner_content():
        yield from rows(block._tbl, block) if isinstance(block, Table) else [block.text]


def rows(table: CT_Tbl, parent: Table) -> Iterator[str]:
    """`| a | b |`; a cell that goes on downwards is said in each row, one that goes on to the right once."""
    above: dict[int, str] = {}
    for row in table.tr_lst:
        above = dict(cells(row, above, parent))
        line = f"| {' | '.join(above.values())} |"
        if line.strip("| "):
            yield line


def cells(row: CT_Row, above: dict[int, str], parent: Table) -> Iterator[tuple[int, str]]:
    """Each cell's column and text."""
    column = row.grid_before
    for cell in row.tc_lst:
        said = above.get(column, "") if cell.vMerge == "continue" else ""
        yield column, said or " ".join(word for p in cell.p_lst for word in Paragraph(p, parent).text.split())
        column += cell.grid_span
