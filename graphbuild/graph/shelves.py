"""Rows of three texts in, the same rows out sorted and each once: on shelves by how they begin, on the disk where many."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

MANY = 400_000  # rows that memory holds: some 100 MB
LAST = "\uffff"
GAP, END = "\0", "\n"  # written terms hold neither; nothing sorts before the gap


class Shelves:
    """All that begins alike up to its class and first letter stands on one shelf, so that each is sorted alone."""

    def __init__(self, folder: Path, many: int = MANY) -> None:
        self.folder, self.many, self.held = folder, many, 0
        self.rows: dict[str, list[str]] = defaultdict(list)
        self.files: dict[str, Path] = {}
        self.last, self.shelf = "", self.rows[""]

    def put(self, subject: str, predicate: str, object: str) -> None:
        if subject is not self.last:  # what is said of one thing comes in a row
            self.last, self.shelf = subject, self.rows[shelf(subject)]
        self.shelf.append(f"{subject}{GAP}{predicate}{GAP}{object}")
        self.held += 1
        if self.held >= self.many:
            self.store()

    def store(self) -> None:
        for name, rows in self.rows.items():
            path = self.files.setdefault(name, self.folder / f"{len(self.files)}.rows")
            with path.open("a", encoding="utf-8", newline="") as file:
                file.writelines(f"{row}{END}" for row in dict.fromkeys(rows))
        self.rows, self.held, self.last = defaultdict(list), 0, ""

    def emptied(self) -> Iterator[list[list[str]]]:
        """Shelf after shelf, in order."""
        for name in sorted({*self.rows, *self.files}):
            rows = set(self.rows.pop(name, ()))
            if name in self.files:
                rows.update(self.files[name].read_text("utf-8").split(END)[:-1])
                self.files[name].unlink()
            yield [row.split(GAP) for row in sorted(rows)]


def shelf(subject: str) -> str:
    """The class and the first letter; what begins with no ASCII letter stands on one shelf, after the others."""
    name = subject[: subject.find(":") + 2]
    return name if name.isascii() else f"{name[:-1]}{LAST}"
