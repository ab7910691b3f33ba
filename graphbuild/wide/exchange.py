"""Rows with keys in, by many tasks; all rows of a key out, in one place: how an engine that can only map groups by key."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeAlias

from graphbuild.building.safe import pack, unpack
from graphbuild.building.sheaf import bind, index_of

Rows: TypeAlias = list[Any]


@dataclass(frozen=True)
class Exchange:
    """One file a task, in which each of `width` buckets has its place; who takes a bucket reads a slice of every file."""

    folder: Path
    width: int

    def put(self, task: int, rows: Iterable[tuple[str, Any]]) -> None:
        """Whole or not at all, so that a task that was cut off is simply done again."""
        buckets: dict[str, Rows] = defaultdict(list)
        for key, row in rows:
            buckets[str(self.bucket(key))].append((key, row))
        self.folder.mkdir(parents=True, exist_ok=True)
        new = self.folder / f".{token_hex(8)}"
        new.write_bytes(bind({name: pack(held) for name, held in buckets.items()}, {}))
        new.replace(self.folder / f"{task:08d}")

    def bucket(self, key: str) -> int:
        return int(sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:15], 16) % self.width

    def get(self, bucket: int) -> dict[str, Rows]:
        """By key in their order, the rows of a key in the order of the tasks."""
        found: dict[str, Rows] = defaultdict(list)
        for path in sorted(self.folder.glob("[0-9]*")):
            for key, row in self.slice(path, bucket):
                found[key].append(row)
        return {key: found[key] for key in sorted(found)}

    def slice(self, path: Path, bucket: int) -> Rows:
        with path.open("rb") as file:
            index = index_of(file)
            if str(bucket) not in index:
                return []
            start, size = index[str(bucket)]
            file.seek(start, 1)
            held: Rows = unpack(file.read(size))
            return held
