"""A file of Turtle as builds write it and some subjects in, what is said of these and of the words that they lead to out."""

import mmap
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuild.graph.ids import Mint
from graphbuild.graph.reading import Triple, triples

LEADS = re.compile(r"\b(?:evidence|selector|document):[0-9a-z]+|(?<= gb:office )[^ ;]+|(?<= gb:indicator )[^ ;]+")
ABOVE = re.compile(r"(?<= gb:locatedIn )[^ ,;]+")


def pick(turtle: Path, things: Iterable[str], statements: Iterable[str], mint: Mint) -> list[Triple]:
    """Blocks stand sorted by subject, so that one walk through the file finds any number of them; three lead to all words."""
    wanted, found = {*things, *statements}, dict[str, str]()
    with turtle.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        while wanted:
            new = dict(walk(whole, wanted))
            found |= new
            wanted = {lead for subject, block in new.items() for lead in leads(subject, block)} - found.keys() - wanted
        heads = whole[: whole.find(b"\n\n") + 1].decode()
    return triples((heads + "".join(found.values())).encode())


def leads(subject: str, block: str) -> list[str]:
    """Of an area, the one above it too."""
    return LEADS.findall(block) + (ABOVE.findall(block) if subject.startswith("district:") else [])


def walk(whole: mmap.mmap, wanted: Iterable[str]) -> Iterator[tuple[str, str]]:
    at = 0
    for subject in sorted(wanted):
        start = whole.find(f"\n\n{subject} ".encode(), at)
        if start >= 0:
            at = whole.find(b" .\n", start) + 2
            yield subject, whole[start + 1 : at + 1].decode()
