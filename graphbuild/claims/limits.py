"""A text and where a figure stands in it in, out whether it is a most: PM2.5 控制在45微克以下 is kept by whatever is less."""

import re
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.text.either import either

REACH = 12


def limited(text: str, place: int, knowledge: Knowledge) -> bool:
    """By the words right before the figure, or those right behind its unit."""
    before, behind = sides(knowledge)
    return bool(before.search(text, max(0, place - REACH), place) or behind.match(text, place, place + 2 * REACH))


@cache
def sides(knowledge: Knowledge) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, behind = (either(knowledge.words("limits", place=place)) for place in ("before", "behind"))
    return re.compile(rf"(?<!不)(?:{before})[\s*约近]*$"), re.compile(rf"[约近]?[\d.,]+[^\d，。；、：和及]{{0,8}}?(?:{behind})")
