"""Documents and the events that they name in, which occasion each means out: a meeting of the same name next year is another."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from graphbuild.model import Document, Mention, PartialDate
from graphbuild.resolve.scopes import Scope

NEAR = 45  # days within which reports speak of the same occasion
COUNTED = re.compile(r"[一二三四五六七八九十\d]+[届次]|\d{4}年?")


def counted(name: str) -> bool:
    """第三届, 十一届八次: the name itself tells which one it is."""
    return bool(COUNTED.search(name))


def occasions(
    documents: Sequence[Document], found: Mapping[str, Sequence[Mention]], scopes: Mapping[str, Scope]
) -> dict[tuple[str, str], str]:
    """The first day of its occasion by document and name; documents without a year are taken together."""
    told: dict[tuple[str, str], dict[str, Document]] = defaultdict(dict)
    for document in documents:
        for mention in found[document.id]:
            if mention.kind == "Event" and not counted(mention.name):
                told[scopes[document.id].key, mention.name][document.id] = document
    return {(id, name): day for (_, name), rows in told.items() for id, day in groups(rows.values()).items()}


def groups(documents: Iterable[Document]) -> dict[str, str]:
    """Days that are near each other are one occasion, called by its first day."""
    days = sorted((*days_of(d.said), d.id) for d in documents)
    named: dict[str, str] = {}
    first = end = 0
    for low, high, id in days:
        if low > end:
            first = low
        end = max(end, high)
        named[id] = date.fromordinal(first).isoformat() if first else ""
    return named


def days_of(said: PartialDate) -> tuple[int, int]:
    """From the first day that the document can be of to the last on which another may still speak of the same."""
    span = said.span()
    if span is None:
        return 0, 0
    low, high = (date.fromisoformat(day).toordinal() for day in span)
    return low, high + (NEAR if said.month else 0)
