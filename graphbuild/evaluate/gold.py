"""Paths of gold files or folders in, Golds with the text that each speaks of out."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphbuild.errors import UnreadableSource
from graphbuild.knowledge import home


@dataclass(frozen=True)
class Gold:
    """What a careful reader would put into the graph of one text."""

    said: Mapping[str, Any]
    text: Path

    @property
    def document(self) -> str:
        return str(self.said["doc"])


def golds(paths: Iterable[Path]) -> Iterator[Gold]:
    for path in paths:
        for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
            yield read(file)


def read(file: Path) -> Gold:
    try:
        said = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as trouble:
        raise UnreadableSource(f"{file} is no gold: {trouble}", "give NAME.json files or folders of them") from trouble
    if not isinstance(said, dict) or not {"doc", "entities"} <= said.keys():
        raise UnreadableSource(f"{file} is no gold", "its JSON needs at least doc and entities")
    for text in (file.with_suffix(".txt"), home("seeds") / f"{file.stem}.txt"):
        if text.exists():
            return Gold(said, text)
    raise UnreadableSource(f"the text of {file} is missing", f"put {file.stem}.txt beside it")
