"""An order to push in, a small file beside the graph out that says how much of it has arrived."""

import json
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path

from graphbuild.files import written
from graphbuild.graph.ids import digest
from graphbuild.graph.reading import sound


@dataclass(frozen=True)
class Order:
    """What is to be sent, where to, and in what pieces: what is left of another order says nothing of this one."""

    sha256: str
    store: str
    graph: str
    chunk: int
    triples: int


class Journal:
    """No name and no password stand in it."""

    def __init__(self, path: Path, order: Order) -> None:
        self.order = order
        self.file = path.with_name(f".{path.name}.push-{digest(order.store, order.graph)}.json")

    def sent(self) -> int:
        """Pieces that have arrived; 0 where nothing is known of this very order."""
        try:
            told = json.loads(self.file.read_text("utf-8"))
            return int(told["sent"]) if told["order"] == asdict(self.order) else 0
        except (OSError, ValueError, KeyError, TypeError):
            return 0

    def note(self, sent: int) -> None:
        told = {"order": asdict(self.order), "sent": sent}
        written(self.file, [json.dumps(told, ensure_ascii=False, indent=1) + "\n"])

    def close(self) -> None:
        self.file.unlink(missing_ok=True)


def hashed(path: Path) -> str:
    with sound(path).open("rb") as content:
        return file_digest(content, "sha256").hexdigest()
