"""A dossier in, a Word document out; its styles are those of the user's own document where one is given."""

import io
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from graphbuild.errors import Undrawable
from graphbuild.view.blocks import Block
from graphbuild.view.citing import Cited
from graphbuild.view.dossier import dossier
from graphbuild.view.page import Look
from graphbuild.view.part import part
from graphbuild.view.png import png
from graphbuild.view.promises import Promised
from graphbuild.view.reports.pages import NEAR, say
from graphbuild.view.stories import Stories
from graphbuild.view.svg import svg

QUIET = RGBColor(0x5D, 0x68, 0x75)
FACE = "Microsoft YaHei"  # what Word has; elsewhere the system's own takes its place
UNWRITABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])  # XML has no such characters


def word(stories: Stories, look: Look, own: Path | None = None, ledger: Sequence[Promised] = ()) -> bytes:
    told, phrases = dossier(stories, look.focus, look.language, ledger), say(look.language)
    paper = docx.Document(str(own)) if own else fresh()
    paper.add_heading(clean(told.name), 0)
    paper.add_paragraph(clean(told.summary))
    paper.add_heading(phrases["whatItIs"], 1)
    for name, text in (
        (phrases["class"], told.kinds),
        (phrases["alias"], "、".join(told.names)),
        (phrases["code"], told.code),
    ):
        if text:
            paper.add_paragraph(clean(f"{name}: {text}"))
    if told.ties.rows:
        draw(paper, stories, look, phrases)
    groups = ((told.posts.heading, (told.posts,)), (told.ties.heading, (told.ties,)), (told.promises.heading, (told.promises,)),
              (told.differing.heading, (told.differing,)), (phrases["figures"], told.figures),
              (told.timeline.heading, (told.timeline,)))  # fmt: skip
    for heading, blocks in groups:
        if any(block.rows for block in blocks):
            paper.add_heading(heading, 1)
            for block in blocks:
                tabulate(paper, block, phrases["sources"], heading)
    paper.add_heading(phrases["sources"], 1)
    for source in told.sources:
        cite(paper, source)
    paper.add_paragraph(phrases["colophon"])
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


def fresh() -> Document:
    paper = docx.Document()
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = FACE, Pt(10.5)
    for style in paper.styles:
        fonts = style.element.find(f".//{qn('w:rFonts')}")
        if fonts is not None:
            fonts.set(qn("w:eastAsia"), FACE)
    return paper


def draw(paper: Document, stories: Stories, look: Look, phrases: dict[str, str]) -> None:
    """Word shows no SVG of its own accord: a picture in pixels, or the reason why there is none."""
    paper.add_heading(phrases["picture"], 1)
    try:
        pixels, _ = png(svg(part(stories, look.focus, look.depth, NEAR), look.language))
    except Undrawable as trouble:
        paper.add_paragraph(phrases["noFont"].format(trouble))
    else:
        paper.add_picture(io.BytesIO(pixels), width=Cm(15.5))


def tabulate(paper: Document, block: Block, last: str, heading: str) -> None:
    if block.heading != heading:
        paper.add_heading(clean(block.heading), 2)
    table = paper.add_table(rows=1, cols=len(block.columns) + 1)
    if "Table Grid" in [style.name for style in paper.styles]:
        table.style = "Table Grid"
    for row in ((*block.columns, last), *((*row.cells, "".join(f"[{n}]" for n in row.cites)) for row in block.rows)):
        cells = table.rows[0].cells if row[-1] is last else table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = clean(text)


def cite(paper: Document, source: Cited) -> None:
    line = paper.add_paragraph()
    line.add_run(f"[{source.number}] “{clean(source.before)}")
    for text, end in source.pieces:
        line.add_run(clean(text)).bold = bool(end)
    line.add_run(clean(source.after) + "”")
    where = paper.add_paragraph().add_run(
        clean(" · ".join(filter(None, (source.title, source.publisher, source.date, source.place))))
    )
    where.font.size, where.font.color.rgb = Pt(9), QUIET


def clean(text: str) -> str:
    return text.translate(UNWRITABLE)
