"""Places of documents in, their texts as read in a folder out: those of the last output are taken over where they are whole."""

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from graphbuild.building.site import Site
from graphbuild.reading import Place, texts


def write_texts(site: Site, places: Iterable[Place], old: Path, new: Path) -> None:
    """One file for the articles of a source."""
    for place in {place.card.document.sha256: place for place in places}.values():
        name = f"{place.card.document.sha256[:16]}.txt"
        if not kept(old / name, new / name, place.card.digest):
            text = texts(site.memory.need(place.note))[place.card.text]
            (new / name).write_text(text, "utf-8", newline="")  # a text's own line ends are part of its offsets


def kept(old: Path, new: Path, digest: str) -> bool:
    with suppress(OSError):
        if old.is_file() and sha256(old.read_bytes()).hexdigest() == digest:
            os.link(old, new)
            return True
    return False
