"""Minutes in, what readers do with bytes changed until new places of the program are reached: `python -m tests.fuzz.guided 5`.

Works with atheris where it is installed (it has wheels for a few versions of Python), else with changes that nothing guides.
It begins with what is kept in tests/fuzz/corpus and never writes there but for what broke: `broke-…`, to become a test.
"""

import random
import sys
import time
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = Path(TemporaryDirectory(prefix="fuzz").name)
COUNTED = {"tried": 0}


def main(minutes: float) -> None:
    FOLDER.mkdir()
    guided(minutes) if find_spec("atheris") else blind(minutes)


def tried(data: bytes) -> None:
    from tests.fuzz.readers import one

    COUNTED["tried"] += 1
    try:
        one(data, FOLDER)
    except Exception as trouble:
        keep(data, trouble)
        raise


def keep(data: bytes, trouble: Exception) -> None:
    from tests.fuzz.readers import CORPUS

    file = CORPUS / f"broke-{sha256(data).hexdigest()[:12]}"
    file.write_bytes(data)
    print(f"{COUNTED['tried']} inputs, then {type(trouble).__name__}: {trouble}\nkept as {file}", flush=True)


def guided(minutes: float) -> None:
    import atheris

    with atheris.instrument_imports(include=["graphbuild.ingest", "graphbuild.text", "docx", "pypdf"]):
        from tests.fuzz.readers import CORPUS, LONGEST
    new = FOLDER / "new"
    new.mkdir()
    limits = ["-rss_limit_mb=3000", "-timeout=120", f"-artifact_prefix={FOLDER}/"]
    arguments = [f"-max_total_time={int(60 * minutes)}", f"-max_len={LONGEST}", *limits]
    atheris.Setup([sys.argv[0], *arguments, str(new), str(CORPUS)], tried)
    atheris.Fuzz()


def blind(minutes: float) -> None:
    from tests.fuzz.readers import CORPUS

    dice, until = random.Random(0), time.monotonic() + 60 * minutes
    seeds = [path.read_bytes() for path in sorted(CORPUS.iterdir())]
    while time.monotonic() < until:
        tried(changed(bytearray(dice.choice(seeds)), dice, seeds))
    print(f"{COUNTED['tried']} inputs, nothing broke")


def changed(data: bytearray, dice: random.Random, seeds: list[bytes]) -> bytes:
    """A few bytes changed, a stretch taken out, doubled, or put in from elsewhere; the first byte stays the reader's."""
    for _ in range(dice.randint(1, 8)):
        place = dice.randrange(1, max(2, len(data)))
        size = dice.randint(1, 64)
        match dice.randrange(5):
            case 0:
                data[place : place + 1] = bytes([dice.randrange(256)])
            case 1:
                del data[place : place + size]
            case 2:
                data[place:place] = data[place : place + size] * dice.randint(1, 20)
            case 3:
                other = dice.choice(seeds)
                begin = dice.randrange(max(1, len(other)))
                data[place:place] = other[begin : begin + size]
            case _:
                data[place:place] = dice.choice((b"\0", b"\xff\xfe", b"\xed\xa0\x80", "\u202e".encode(), b"<!--", b"stream", b"]]>"))
    return bytes(data[:6_000])


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5)
