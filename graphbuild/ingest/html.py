"""The bytes of a web page in, its text out: blocks as lines, table rows as `| a | b |`; scripts and menus left out."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graphbuild.errors import UnreadableSource
from graphbuild.ingest.encodings import decode
from graphbuild.ingest.menus import menus
from graphbuild.ingest.source import About, Page
from graphbuild.model import PartialDate

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
SPACE = re.compile(r"[ \t\r\n\f]+")
DROPPED = "script, style, nav, noscript, template, iframe, svg, form, button, head"
INLINE = frozenset(("a", "b", "big", "cite", "em", "font", "i", "ins", "mark", "s", "small", "span", "strong", "sub", "sup", "u"))


def read_html(data: bytes, name: str) -> Page:
    declared = CHARSET.search(data[:4096])
    tree = LexborHTMLParser(decode(data, name, declared.group(1).decode("ascii", "ignore") if declared else ""))
    about = described(tree)
    for node in tree.css(DROPPED):
        node.decompose()
    for node in menus(tree.body) if tree.body else ():
        node.decompose()
    rows = "".join(pieces(tree.body)).split("\n") if tree.body else []
    text = "\n".join(row for line in rows if (row := line.strip(" "))).replace("\0", "\ufffd")
    if not text.strip():
        raise UnreadableSource(f"{name} is a page without text", "save the page as the browser shows it")
    return Page(text, about=about)


def pieces(node: LexborNode) -> list[str]:
    """The text of a node's children in order, a new line around each block."""
    found: list[str] = []
    stack: list[LexborNode | str] = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, str):
            found.append(here)
        elif here.tag == "-text":
            found.append(SPACE.sub(" ", here.text_content or ""))
        elif here.tag == "tr":
            found.append(f"\n{row_line(here)}\n")
        elif here.tag == "br":
            found.append("\n")
        else:
            around = [] if here.tag in INLINE else ["\n"]
            stack.extend([*around, *reversed(list(here.iter(include_text=True))), *around])
    return found


def row_line(row: LexborNode) -> str:
    cells = [" ".join(cell.text(separator=" ").split()) for cell in row.iter() if cell.tag in ("td", "th")]
    return f"| {' | '.join(cells)} |"


def described(tree: LexborHTMLParser) -> About:
    """What the page's head says in the names that government sites must use (ArticleTitle, PubDate, ContentSource)."""
    named = {
        str(node.attributes.get("name") or node.attributes.get("property") or "").lower(): node.attributes.get("content") or ""
        for node in tree.css("meta")
    }
    day = DAY.search(named.get("pubdate", ""))
    published = PartialDate(*map(int, day.groups())) if day else PartialDate()
    link = tree.css_first("link[rel=canonical]")
    url = (link.attributes.get("href") if link else None) or named.get("og:url") or named.get("url") or ""
    return About(title=named.get("articletitle", ""), publisher=named.get("contentsource", ""), published=published, url=url)
