"""A text in, where it begins to tell what happened month after month out (1月18日，…。8月，…。12月，…)."""

import re
from functools import lru_cache
from itertools import pairwise

ITEM = re.compile(r"[。；\n][ \u3000]*(?=\d)(?:(?:19|20)\d\d\s?年)?\s?(?P<month>\d{1,2})\s?月(?P<day>\d{1,2}日)?(?=[，\s])")
THEN = re.compile(r"[。；\n][ \u3000]*(?:[是同][年月]|月[初底]|[上中下]旬)")
YEAR = re.compile(r"(?m)^[ \u3000]*(?:19|20)\d\d\s?年$")
LEAST = 3


@lru_cache(maxsize=1)
def chronicle(text: str) -> int:
    """Where items begin that open with their months in their order, with a day, a 同月 or a year among them; -1 without."""
    text = f"\n{text}"
    items = list(ITEM.finditer(text))
    years, then = len(YEAR.findall(text)), len(THEN.findall(text))
    rises = sum(int(one["month"]) <= int(other["month"]) for one, other in pairwise(items))
    dated = then or years or any(item["day"] for item in items)
    told = items and dated and len(items) + then + bool(years) >= LEAST and rises + years + 1 >= len(items)
    return items[0].start() if told else -1  # right behind its break: one was put in front
