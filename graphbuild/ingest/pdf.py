"""The bytes of a PDF in, its text out: page after page, as the PDF orders it."""

import logging
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError

from graphbuild.errors import UnreadableSource
from graphbuild.ingest.source import Page


def read_pdf(data: bytes, name: str) -> Page:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd says neither file nor remedy
    try:
        reader = PdfReader(BytesIO(data))
        pages = None if locked(reader) else [page.extract_text() for page in reader.pages]
    except MemoryError:
        raise
    except Exception as trouble:  # pypdf lets any kind of error through on broken bytes
        raise UnreadableSource(f"{name} is a broken PDF ({trouble})", "open it and print it to a new PDF") from trouble
    if pages is None:
        raise UnreadableSource(f"{name} is an encrypted PDF", "save it without a password")
    text = "\n".join(pages).encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")
    if not text.strip():
        raise UnreadableSource(f"{name} is a PDF without text", "it is a scan: read it by machine (OCR) first")
    return Page(text)


def locked(reader: PdfReader) -> bool:
    """Whether it needs a password that we do not have; an empty one opens files that only forbid editing."""
    try:
        return reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        return True
