"""A relation as people write it in, its name in the ontology out: `甲 调研` and `甲 inspects` begin one statement."""

import re
from collections.abc import Mapping
from functools import cache

from graphbuild.knowledge.load import home
from graphbuild.knowledge.terms import terms

Statement = tuple[str, str, str]
HOLDS = ("holds", "担任")  # a post is stated too, though by no edge


@cache
def relations() -> Mapping[str, str]:
    """The name of each relation by its name and its labels."""
    known = terms(home("ontology")).relations.values()
    return {word: term.name for term in known for word in (term.name, term.zh, term.en)} | dict.fromkeys(HOLDS, HOLDS[0])


@cache
def ending() -> re.Pattern[str]:
    return re.compile(rf"(.+?)\s+({'|'.join(map(re.escape, relations()))})\s*")


def statement(left: str, right: str) -> Statement | None:
    """`甲 inspects` and `乙` as subject, relation and object, where the left one ends in a relation."""
    found = ending().fullmatch(left.strip())
    return (found[1], relations()[found[2]], right.strip()) if found else None
