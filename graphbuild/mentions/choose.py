"""Overlapping mentions in, the ones to keep out: persons by their posts first, then the longer, earlier, not guessed."""

from collections.abc import Iterable

from graphbuild.model import Mention


def choose(mentions: Iterable[Mention]) -> list[Mention]:
    """No two of them overlap; titles are left out, they are not things."""
    taken = bytearray()
    kept = []
    for mention in sorted((m for m in mentions if m.kind != "Post"), key=rank):
        if len(taken) < mention.end:
            taken.extend(bytes(mention.end - len(taken)))
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def rank(mention: Mention) -> tuple[object, ...]:
    by_post = mention.kind in ("Official", "Person") and not mention.rule.startswith("tagger")
    guessed = mention.rule.startswith("tagger")
    weak = mention.rule in ("recurs", "known area")
    return not by_post, weak, mention.start - mention.end, mention.start, guessed, mention.kinds
