"""A Sentence in, how a list quotes it out: on one line, and where it stands."""

from graphbuild.query.sentences import Sentence


def plain(sentence: str) -> str:
    return " ".join(sentence.split())


def where(sentence: Sentence) -> str:
    return f"{sentence.file}:{sentence.start}-{sentence.end}"
