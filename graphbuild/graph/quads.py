"""Chunks in, a packed file of N-Quads out, as any store bulk-loads it: the same bytes for the same chunks."""

import gzip
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, cast

import pyoxigraph

from graphbuild.graph.ids import Mint
from graphbuild.graph.joining import Shelved, join
from graphbuild.graph.namespaces import VOCABULARIES

QUICK = 1  # gzip's level
USED = re.compile(rb"(?<=[ \n])[a-z][a-z0-9-]*[a-z0-9](?=:)")  # in a literal too, where a prefix too many does no harm


def write_quads(chunks: Sequence[Shelved], base: str, path: Path) -> None:
    """Nothing is held but one shelf; the file is there when it is whole."""
    with TemporaryDirectory(prefix=".", dir=path.parent) as folder:
        turtle, whole, quads = (Path(folder) / name for name in ("body", "whole", "quads"))
        join(chunks, Mint(base), turtle)
        with whole.open("wb") as file, turtle.open("rb") as body:
            file.write(b"".join(sorted(head(prefix, base) for prefix in prefixes(turtle))))
            shutil.copyfileobj(body, file)
        parsed = pyoxigraph.parse(path=whole, format=pyoxigraph.RdfFormat.TURTLE)
        with quads.open("wb") as file, gzip.GzipFile("", "wb", QUICK, file, mtime=0) as packed:  # neither name nor time in it
            pyoxigraph.serialize(parsed, cast(IO[bytes], packed), format=pyoxigraph.RdfFormat.N_QUADS)
        quads.replace(path)


def prefixes(turtle: Path) -> set[bytes]:
    """Also of things that are described in another file."""
    with turtle.open("rb") as lines:
        return {prefix for line in lines for prefix in USED.findall(b"\n" + line)}


def head(prefix: bytes, base: str) -> bytes:
    name = prefix.decode()
    whole = str(VOCABULARIES[name]) if name in VOCABULARIES else Mint(base).full(f"{name}:x")[:-1]
    return f"@prefix {name}: <{whole}> .\n".encode()
