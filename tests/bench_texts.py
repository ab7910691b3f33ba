"""A size in bytes in, a folder of texts of that size out: the reports where they are at hand, else texts of their kind."""

import random
import re
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT.parent / "shared" / "bench" / "reports.tar.xz"
KINDS = [ROOT / "seeds", ROOT / "tests" / "gold" / "synthetic"]
LENGTH = 18_000  # characters of an invented report, as long as a real one
DIGIT = re.compile(r"\d")


def fill(folder: Path, size: int) -> str:
    """Writes texts until there are `size` bytes; says what they are."""
    found = reports(size) if REPORTS.is_file() else invented(size)
    for n, text in enumerate(found):
        (folder / f"{n:05d}.txt").write_bytes(text)
    return "work reports of cities" if REPORTS.is_file() else "invented reports: sentences of the seeds and tests, mixed"


def reports(size):
    """Spread over the whole archive: neighbours in it are reports of one city."""
    with tarfile.open(REPORTS) as archive:
        texts = [archive.extractfile(one).read() for one in sorted(archive.getmembers(), key=lambda m: m.name) if one.isfile()]
    random.Random(1).shuffle(texts)
    for text in texts:
        if size <= 0:
            return
        size -= len(text)
        yield text


def invented(size):
    """Sentences in another order with other figures."""
    chance = random.Random(1)
    sentences = [s for folder in KINDS for path in sorted(folder.glob("*.txt")) for s in told(path.read_text("utf-8"))]
    while size > 0:
        text = ""
        while len(text) < LENGTH:
            text += DIGIT.sub(lambda _: str(chance.randint(1, 9)), chance.choice(sentences)) + chance.choice(["", "", "\n"])
        size -= len(text.encode())
        yield text.encode()


def told(text):
    return [sentence for sentence in re.findall(r"[^。\n]{8,}。", text) if sentence.strip()]
