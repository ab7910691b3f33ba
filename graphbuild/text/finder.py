"""Many words at once: words with labels in, their places in a text out, in one pass."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class Finder:
    """Finds the longest of many words at each place, from left to right, without overlaps."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(set(words))
        self.automaton = AhoCorasick(self.words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yields start, end and word."""
        for index, start, end in self.automaton.find_matches_as_indexes(text):
            yield start, end, self.words[index]
