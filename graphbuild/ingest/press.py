"""The words of the press in, the patterns out that tell a headline, a dispatch, a byline and a page's own lines apart."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild.knowledge import home
from graphbuild.knowledge.tables import read_table
from graphbuild.text.either import either

WIDE = r"[ \u3000]?"


@dataclass(frozen=True, eq=False)
class Press:
    """Patterns over single lines of even text; spaces may stand inside a dispatch (本 报 讯)."""

    dispatch: re.Pattern[str]
    signed: re.Pattern[str]
    dated: re.Pattern[str]
    origin: re.Pattern[str]
    page: re.Pattern[str]
    writer: re.Pattern[str]
    beside: re.Pattern[str]
    foot: re.Pattern[str]
    family: frozenset[str]


@cache
def press(folder: Path | None = None) -> Press:
    """What ontology/lexicon/press.tsv says, compiled once."""
    lexicon = (folder or home("ontology")) / "lexicon"
    rows = read_table(lexicon / "press.tsv")
    words = {kind: either(row["word"] for row in rows if row["kind"] == kind) for kind in {row["kind"] for row in rows}}
    reporter = either(row["word"] for row in rows if row["kind"] == "writer" and row["word"][-1] in "者员生")
    loose = either(WIDE.join(row["word"]) for row in rows if row["kind"] == "dispatch")
    return Press(
        dispatch=re.compile(rf"[^ ，。：]{{0,14}}(?:{loose})(?=[ \u3000（：:(])|[^，。：（]{{0,16}}消息(?=[ ：（])|新华社.{{0,14}}电"),
        signed=re.compile(rf"(?:{reporter})[^，。；！？]{{2,60}}$"),
        dated=re.compile(rf"(?:{words['dated']}|(?<![㐀-鿿])(?:{words['day']}))[：:\] ]"),
        origin=re.compile(rf"(?:{words['origin']})[：: ] ?([^ ：，。；]{{2,20}})"),
        page=re.compile(rf"(?:{words['page']})(?:[：:\[【|]|[ \u3000]|$)|.*(?:>>|»|＞| > )"),
        writer=re.compile(rf"(?:{words['writer']})"),
        beside=re.compile(rf"[【\[ ]*(?:{words['beside']})"),
        foot=re.compile(words["foot"]),
        family=frozenset(row["word"] for row in read_table(lexicon / "surnames.tsv")),
    )
