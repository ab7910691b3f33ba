"""Files that unfold, loop, nest or never end, and what reading each of them costs: `python -m tests.fuzz.bombs`.

Each is read in a fresh process; told are its time, its memory at most, and what is said. A traceback, more than the limit of
time, or more memory than a text of the longest kind needs, is a fault.
"""

import multiprocessing
import resource
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx

from graphbuild import ingest
from graphbuild.errors import UnreadableSource
from graphbuild.ingest.apart import MEMORY, PATIENCE, SECONDS

MANY = 1_000_000
MOST = MEMORY + 600 * 2**20  # what a reader apart may take, and what this process holds itself
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE x [<!ENTITY a0 "{"x" * 1000}">{ENTITIES}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def word(body: str, head: str = "", more: dict[str, bytes] | None = None) -> bytes:
    return packed(f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode(), more or {})


def packed(document: bytes, more: dict[str, bytes]) -> bytes:
    whole, out = BytesIO(), BytesIO()
    docx.Document().save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, document if part == "word/document.xml" else old.read(part))
        for name, data in more.items():
            new.writestr(name, data)
    return out.getvalue()


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def pdf(*objects: bytes, tail: bytes = b"") -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    last = tail or b"trailer << /Size %d /Root 1 0 R >>" % (len(objects) + 1)
    return out + head + last + b"\nstartxref\n%d\n%%%%EOF" % len(out)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def page(more: bytes = b"/Font << /F1 5 0 R >>") -> bytes:
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << %s >> >>" % more


ROOT, PAGES = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT, SHOWN = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", b"BT /F1 12 Tf (a) Tj ET "
CODES = b"1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange"
COMPOSITE = b"<< /Type /Font /Subtype /Type0 /BaseFont /S /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>"


def form(of: int) -> bytes:
    return stream(b"/X Do " * 10, b"/Type /XObject /Subtype /Form /Resources << /XObject << /X %d 0 R >> >>" % of)


BOMBS: dict[str, Callable[[], bytes]] = {
    "div.html": lambda: b"<div>" * MANY + "区长".encode(),
    "span.html": lambda: b"<span>" * MANY + "区长".encode(),
    "table.html": lambda: b"<table><tr><td>" * (MANY // 10) + "区长".encode(),
    "nav.html": lambda: b"<nav>" * MANY + "<p>区长".encode(),
    "dropped in dropped.html": lambda: "<nav><nav><svg>x</svg></nav></nav><p>区长</p>".encode() * 1000,
    "cells.html": lambda: b"<table><tr>" + b"<td>a</td>" * (MANY // 3),
    "signs.html": lambda: b"<" * MANY,
    "attributes.html": lambda: b"<p " + b"a " * MANY + b">x",
    "entities.html": lambda: b"&amp;" * MANY,
    "formatting.html": lambda: b"<b><i><u><p>" * 20_000 + "区长".encode(),
    "frames.html": lambda: b"<frameset><frame></frameset>",
    "27 MB.html": lambda: "<p>区长</p>".encode() * (3 * MANY),
    "50 MB on one line.txt": lambda: "区长调研，".encode() * 3_300_000,
    "50 MB of spaces.txt": lambda: b" " * (50 * MANY) + "区".encode(),
    "50 MB of letters.txt": lambda: b"a" * (50 * MANY),
    "laughs.docx": lambda: word("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", LAUGHS),
    "outside.docx": lambda: word("<w:p><w:r><w:t>a&e;b</w:t></w:r></w:p>", OUTSIDE),
    "parts.docx": lambda: word("<w:p/>", more={f"x{n}": bytes(50 * MANY) for n in range(20)}),
    "document.docx": lambda: word("<w:p/>" * (40 * MANY)),
    "text.docx": lambda: word(f"<w:p><w:r><w:t>{'a' * 30 * MANY}</w:t></w:r></w:p>"),
    "paragraphs.docx": lambda: word("<w:p/>" * (6 * MANY)),
    "deep.docx": lambda: word("<w:p>" * (MANY // 10)),
    "wide cell.docx": lambda: word(table(cell("a", '<w:gridSpan w:val="200000000"/>'))),
    "tall cell.docx": lambda: word(table(cell("a", '<w:vMerge w:val="restart"/>'), *[cell("", "<w:vMerge/>")] * 3000)),
    "cell without a first.docx": lambda: word(table(cell("a", "<w:vMerge/>"))),
    "cell of x columns.docx": lambda: word(table(cell("a", '<w:gridSpan w:val="x"/>'))),
    "many cells.docx": lambda: word(table(cell("a") * 20_000)),
    "another root.docx": lambda: packed(b"<a/>", {}),
    "no XML.docx": lambda: packed(b"\0\1", {}),
    "members.docx": lambda: word("<w:p/>", more={f"x{n}": b"" for n in range(MANY // 10)}),
    "kids.pdf": lambda: pdf(ROOT, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
    "grandchildren.pdf": lambda: pdf(ROOT, PAGES, b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>"),
    "previous.pdf": lambda: pdf(ROOT, PAGES, page(), tail=b"trailer << /Size 4 /Root 1 0 R /Prev 9 >>"),
    "deflated.pdf": lambda: pdf(ROOT, PAGES, page(), stream(zlib.compress(SHOWN * 20 * MANY, 9), b"/Filter /FlateDecode"), FONT),
    "drawn by itself.pdf": lambda: pdf(ROOT, PAGES, page(b"/XObject << /X 5 0 R >>"), stream(b"/X Do"), form(5)),
    "drawn ten times ten.pdf": lambda: pdf(
        ROOT, PAGES, page(b"/XObject << /X 5 0 R >>"), stream(b"/X Do"), *(form(n + 1) for n in range(5, 16)), stream(SHOWN)
    ),
    "arrays.pdf": lambda: pdf(ROOT, PAGES, page(), stream(b"[" * (MANY // 10)), FONT),
    "dictionaries.pdf": lambda: pdf(ROOT, PAGES, b"<< /A " * 20_000 + b">>" * 20_000),
    "count.pdf": lambda: pdf(ROOT, PAGES.replace(b"/Count 1", b"/Count 999999999"), page(), stream(SHOWN), FONT),
    "pages.pdf": lambda: pdf(ROOT, b"<< /Type /Pages /Kids [%s] /Count 300000 >>" % (b"3 0 R " * 300_000), page(), stream(SHOWN), FONT),
    "objects.pdf": lambda: b"%PDF-1.4\n" + b"1 0 obj " * (MANY // 2),
    "codes.pdf": lambda: pdf(ROOT, PAGES, page(), stream(SHOWN), COMPOSITE, FONT, stream(CODES)),
    "references.pdf": lambda: b"%PDF-1.4\nxref\n0 999999999\n0000000000 65535 f \ntrailer << /Size 2 /Root 1 0 R >>\nstartxref\n9\n%%EOF",
}  # fmt: skip


def met(path: Path) -> str:
    try:
        return f"{sum(len(document.view.text) for document in ingest.read(path))} characters"
    except UnreadableSource as trouble:
        return str(trouble).removeprefix(f"{path} ") if str(path) in str(trouble) and trouble.remedy else f"FAULT {trouble}"
    except Exception as trouble:  # noqa: BLE001 - this is what is looked for
        return f"FAULT {type(trouble).__name__}: {trouble}"


def measured(path: Path, pipe: object) -> None:
    began = time.monotonic()
    said = met(path)
    took = time.monotonic() - began
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * 1024
    pipe.send((said, took, memory))  # type: ignore[attr-defined]


def main() -> int:
    faults = 0
    with TemporaryDirectory() as folder:
        for name, make in BOMBS.items():
            path = Path(folder) / name
            path.write_bytes(make())
            here, there = multiprocessing.Pipe(duplex=False)
            child = multiprocessing.get_context("spawn").Process(target=measured, args=(path, there))
            child.start()
            there.close()
            try:
                said, took, memory = here.recv() if here.poll(2 * SECONDS * PATIENCE) else ("FAULT it hangs", 0, 0)
            except EOFError:
                said, took, memory = "FAULT it was ended", 0, 0
            child.kill()
            faults += said.startswith("FAULT") or memory > MOST
            print(f"{name:28s} {path.stat().st_size:>10,} bytes {took:6.1f} s {memory // 2**20:>6,} MB  {said[:100]}", flush=True)
            path.unlink()
    print(f"{len(BOMBS)} files, {faults} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
