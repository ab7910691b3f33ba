"""relations.toml in, what its tables lack out: ends and lists of the wrong shape, patterns that cannot be read; by line."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graphbuild.model import Issue

FILE = "relations.toml"
ENDS = ("subjects", "objects")
REACHES = ("any", "clause", "before", "own")
Gap = tuple[int, str, str]


def gaps_of_relations(relations: Mapping[str, Any], folder: Path) -> Iterator[Issue]:
    path = folder / FILE
    written = path.read_text("utf-8", "replace").split("\n") if path.is_file() else []
    for name, table in relations.items():
        for line, message, remedy in gaps(name, table, written):
            yield Issue("error", "knowledge", "wording", message, f"{path}:{line}", remedy)


def gaps(name: str, table: Any, written: list[str]) -> Iterator[Gap]:
    line = number(written, rf"\[{re.escape(name)}\]|{re.escape(name)}\s*=")
    if not isinstance(table, dict):
        if not words(table):
            yield line, f"{name} is no list of words", 'write name = ["…", "…"]'
        yield from unreadable(name, table if name == "blockers" else (), line)
        return
    wrong = [key for key, value in table.items() if key not in ("frames", "examples") and not listing(key, value)]
    for key in wrong:
        yield line, f"{name}.{key} is no list of words", 'write key = ["…", "…"]'
    for key in ("lists", "residue"):
        for missing in [word for word in table.get(key, ()) if key not in wrong and word not in table]:
            yield line, f"{name}.{key} names {missing}, and [{name}] has no such list", "add the list"
    yield from unreadable(f"{name}.blockers", table.get("blockers", ()), line)
    if table.get("frames") and not all(table.get(end) for end in ENDS):
        yield line, f"[{name}] has frames but not both subjects and objects", "say between which kinds it stands"
    yield from gaps_of_frames(name, table.get("frames", []), written)


def listing(key: str, value: Any) -> bool:
    """Word lists may also be tables of words by what they stand for."""
    return words(value) or isinstance(value, (str, int, float, bool)) or isinstance(value, dict) and key not in ENDS


def gaps_of_frames(name: str, frames: Any, written: list[str]) -> Iterator[Gap]:
    heads = [n for n, text in enumerate(written, 1) if text.strip().replace(" ", "") == f"[[{name}.frames]]"]
    for n, frame in enumerate(frames if isinstance(frames, list) else [frames]):
        line = heads[n] if n < len(heads) else 1
        if not isinstance(frame, dict) or not words(frame.get("say")) or not isinstance(frame.get("rule"), str):
            yield line, f"a frame of {name} lacks say or rule", 'write rule = "…" and say = ["…"]'
            continue
        if frame.get("reach", "any") not in REACHES:
            yield line, f"a frame of {name} reaches {frame['reach']!r}", f"write one of {', '.join(REACHES)}"
        confidence = frame.get("confidence", 0.9)
        if not isinstance(confidence, (int, float)) or not 0 <= confidence <= 1:
            yield line, f"a frame of {name} is {confidence!r} sure", "write a number from 0 to 1"
        yield from unreadable(f"{name}.frames.blockers", frame.get("blockers", ()), line)


def unreadable(what: str, patterns: Any, line: int) -> Iterator[Gap]:
    for pattern in patterns if words(patterns) else ():
        try:
            re.compile(pattern)
        except (re.error, RecursionError, OverflowError) as trouble:
            yield line, f"{what}: {pattern!r} is no pattern ({trouble})", "mend the regular expression"


def words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def number(written: list[str], pattern: str) -> int:
    return next((n for n, text in enumerate(written, 1) if re.match(pattern, text)), 1)
