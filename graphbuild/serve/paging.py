"""A long list in, one page of it out, with what lies before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from graphbuild.serve.http import Request

Item = TypeVar("Item")
LONGEST = 7  # digits of a page's number


@dataclass(frozen=True, slots=True)
class Slice(Generic[Item]):
    """Pages count from 1."""

    items: Sequence[Item]
    number: int
    pages: int
    total: int


def slice_of(found: Sequence[Item], number: int, size: int) -> Slice[Item]:
    pages = max(1, -(-len(found) // size))
    number = min(max(number, 1), pages)
    return Slice(found[(number - 1) * size : number * size], number, pages, len(found))


def number_of(request: Request) -> int:
    said = request.value("page")
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= LONGEST else 1
