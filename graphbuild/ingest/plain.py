"""The bytes of a .txt or .md file in, its text out: decoded, newlines as they are."""

from graphbuild.ingest.encodings import decode
from graphbuild.ingest.source import Page


def read_plain(data: bytes, name: str) -> Page:
    return Page(decode(data, name))
