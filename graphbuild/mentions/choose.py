"""Overlapping mentions in, the ones to keep out: persons by their posts first, then the longer, earlier, not guessed."""

from collections.abc import Iterable
from operator import attrgetter

from graphbuild.model import Mention


def choose(mentions: Iterable[Mention]) -> list[Mention]:
    """No two of them overlap; titles are left out, they are not things."""
    taken = bytearray()
    kept = []
    for mention in sorted((m for m in mentions if m.kind != "Post"), key=rank):
        start, end = mention.start, mention.end
        if len(taken) < end:
            taken.extend(bytes(end - len(taken)))
        if 1 not in taken[start:end]:
            taken[start:end] = b"\1" * (end - start)
            kept.append(mention)
    return sorted(kept, key=attrgetter("start"))


def rank(mention: Mention) -> tuple[object, ...]:
    guessed = mention.rule.startswith("tagger")
    by_post = not guessed and mention.kind in ("Official", "Person")
    weak = mention.rule in ("recurs", "known area", "known town", "legal form", "zone alone")
    return not by_post, weak, mention.start - mention.end, mention.start, guessed, mention.kinds
