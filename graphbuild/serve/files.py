"""A request for a file in, the file out: our own style sheet and scripts, and what a build wrote; nothing else of the disk."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from graphbuild.serve.http import Refused, Request, Response
from graphbuild.serve.rendering import page
from graphbuild.serve.world import World

TYPES = {
    ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".ttl": "text/turtle; charset=utf-8",
    ".json": "application/json", ".jsonl": "application/x-ndjson", ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml",
}  # fmt: skip
OURS = (".css", ".js", ".svg")
BUILT = ("graph.ttl", "report.json", "issues.jsonl", "identity.jsonl", "graph.html", "README.md")
TEXTS = "texts"
LARGEST = 2**28


def static(world: World, request: Request) -> Response:
    name = "/".join(request.segments[1:])
    known = statics()
    if name not in known:
        raise Refused(404, "there is no such file")
    return tagged(request, known[name], TYPES[Path(name).suffix], {"Cache-Control": "max-age=3600"})


@cache
def statics() -> Mapping[str, bytes]:
    """All of them, read once: what is not in this list is not given."""
    folder = files(__package__).joinpath("static")
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if Path(entry.name).suffix in OURS}


def data(world: World, request: Request) -> Response:
    parts = request.segments[1:]
    if parts in ((), ("",)):
        there = [(name, size) for name in BUILT if (size := length(world.folder / name))]
        return page(world, request, "data.html", files=there)
    path = built(world.folder, parts)
    headers = {"Content-Disposition": "attachment", "Cache-Control": "no-cache"}
    return tagged(request, path.read_bytes(), TYPES.get(path.suffix, "application/octet-stream"), headers)


def built(folder: Path, parts: tuple[str, ...]) -> Path:
    """Names from a list, or of a text; a link that leads out of the folder is not followed."""
    known = len(parts) == 1 and parts[0] in BUILT or len(parts) == 2 and parts[0] == TEXTS and plain(parts[1])
    path = folder.joinpath(*parts) if known else folder
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()) or length(path) > LARGEST:
        raise Refused(404, "there is no such file")
    return path


def plain(name: str) -> bool:
    return not name.startswith(".") and not {"/", "\\", "\0"} & set(name)


def length(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def tagged(request: Request, body: bytes, type: str, headers: dict[str, str]) -> Response:
    """A browser that has it already is told so."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    told = {**headers, "ETag": tag}
    if tag in request.header("if-none-match"):
        return Response(status=304, headers=told)
    return Response(body, type, headers=told)


def health(world: World, request: Request) -> Response:
    told = {"status": "ok", "triples": world.size, "things": len(world.catalog.entries)}
    return Response(json.dumps(told).encode(), "application/json", headers={"Cache-Control": "no-store"})
