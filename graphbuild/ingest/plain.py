"""The bytes of a .txt or .md file in, its text out: decoded, newlines as they are; a head between `---` lines is read."""

import re

from graphbuild.ingest.dates import day_in
from graphbuild.ingest.encodings import decode
from graphbuild.ingest.source import About, Page

HEAD = re.compile(r"\s*---[ \t]*\r?\n((?:[ \t]*[\w-]+[ \t]*:[^\n]*\n|[ \t]*-[^\n]*\n|\r?\n){1,40})---[ \t]*(?:\r?\n|$)")
FIELD = re.compile(r"^[ \t]*([\w-]+)[ \t]*:[ \t]*([^\n]*)", re.MULTILINE)


def read_plain(data: bytes, name: str) -> Page:
    text = decode(data, name)
    head = HEAD.match(text)
    if not head:
        return Page(text)
    fields = {key.lower(): value.strip("\"' \t\r") for key, value in FIELD.findall(head.group(1))}
    published = day_in(fields.get("date", ""))
    about = About(fields.get("title", ""), publisher=fields.get("publisher", ""), published=published, url=address(fields))
    return Page(text, head.end(), about)


def address(fields: dict[str, str]) -> str:
    """Where it was found, under any of the names that a head gives it."""
    return next((fields[key] for key in ("url", "link", "source", "permalink") if "://" in fields.get(key, "")), "")
