"""An even text in, its lines out: the words of each without its mark, and what parts it from the line before."""

import re
from typing import NamedTuple

LINE = re.compile(r"[^\n]+")
MARK = re.compile(r"(?:#{1,6}[ \u3000]+|>[> ]*+|[-*+][ \u3000]+)+")
ENDS, CLOSES, ASIDE = ("。", "！", "？", "；", "：", "…"), "”’」』）》】", ("）", "】")
OWN = re.compile(
    r"[|#>•●○◆■▲▪◎★☆※]|[-*+] |——|【|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、）]\D|[①-⑳]"
    r"|第[一二三四五六七八九十百]+[章节条]|[^，。；：“]{2,10}：|本报|（?(?:记者|通讯员|实习生)|(?:\d{4} ?年)? ?\d{1,2} ?月 ?\d{1,2} ?日"
)


class Line(NamedTuple):
    """Its words text[start:end], without `mark`; `apart` where a blank line, `indented` where a wide space comes before."""

    start: int
    end: int
    words: str
    mark: bool
    apart: bool
    indented: bool


def ended(words: str) -> bool:
    """Whether a sentence or a remark is at its end."""
    return words.endswith(ASIDE) or words.rstrip(CLOSES).endswith(ENDS)


def lines(text: str) -> list[Line]:
    found: list[Line] = []
    for piece in LINE.finditer(text):
        raw = piece.group()
        words = raw.strip()
        if not words:
            continue
        start = piece.start() + raw.index(words)
        mark = MARK.match(words)
        skip = mark.end() if mark and mark.end() < len(words) else 0
        apart = bool(found) and text.count("\n", found[-1].end, start) > 1
        indented = raw.startswith(("\u3000\u3000", "    "))
        found.append(Line(start + skip, start + len(words), words[skip:], bool(skip), apart, indented))
    return found
