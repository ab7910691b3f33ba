"""A figure in its clause in, whether it only says which things are meant out: 2个10亿元项目, 30户以上自然村."""

import re

from graphbuild.claims.figures import Figure
from graphbuild.claims.indicator_words import Frame
from graphbuild.claims.indicators import begun

THINGS = re.compile(r"[一-鿿]{0,6}?(?:项目|企业)")
BOUND, NOUN = re.compile("以[上下内]$"), re.compile("(?!的?[，。；]|以及|[和及与])[一-鿿]")

def which(text: str, start: int, figure: Figure, known: Frame) -> bool:
    """2个10亿元项目, 30户以上自然村通路: it only says which things are meant; 引进3家以上企业 is a figure."""
    if "元" in figure.unit and THINGS.match(text, figure.end):
        return True
    bound = BOUND.search(text, figure.start, figure.end) and NOUN.match(text, figure.end)
    return bool(bound) and not begun(text[start : figure.start], known)
