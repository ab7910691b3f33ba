"""An output folder in, a new one in its place out: whoever looks, or kills us, finds the old folder or the new one, whole."""

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from glob import escape
from itertools import chain
from pathlib import Path

from graphbuild.files import led

CURRENT_FOLDER = -100  # AT_FDCWD of Linux's fcntl.h: paths are given whole
EXCHANGE = 2  # RENAME_EXCHANGE of Linux's fs.h: both names change places in one step


@contextmanager
def replaced(output: Path, ours: Collection[str]) -> Iterator[Path]:
    """A new folder to fill; at the end it becomes `output`, with all that the old one held besides `ours`."""
    output = led(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    sweep(output)
    new = begun(output)
    held = lock(new)
    try:
        yield new
        if new.parent == output:
            move(new, output, ours)
        else:
            keep(output, new, ours)
            swap(output, new, ours)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        os.close(held)


def begun(output: Path) -> Path:
    """Beside the output; inside where it is a mount (a container's volume), into which nothing can be moved from elsewhere."""
    name = f".{output.name}.building-{os.getpid()}"
    new, within = output.parent / name, output / name
    new.mkdir()
    if output.is_dir():
        try:
            new.rename(within).rename(new)
        except OSError as trouble:
            if trouble.errno == errno.EXDEV:
                new.rmdir()
                within.mkdir()
                return within
    return new


def lock(folder: Path) -> int:
    """A lock that ends with this process however it ends, so that a folder left by a killed build is known."""
    held = os.open(folder, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return held


def sweep(output: Path) -> None:
    """Removes what killed builds left behind."""
    for left in chain.from_iterable(place.glob(f".{escape(output.name)}.building-*") for place in (output.parent, output)):
        try:
            held = lock(left)
        except OSError:  # another build is filling it now
            continue
        shutil.rmtree(left, ignore_errors=True)
        os.close(held)


def keep(output: Path, new: Path, ours: Collection[str]) -> None:
    """What the user put into the old folder goes into the new one too."""
    for path in output.iterdir() if output.is_dir() else ():
        if path.name in ours or (new / path.name).exists():
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True, copy_function=link)
        else:
            link(str(path), str(new / path.name))


def link(source: str, target: str) -> None:
    """The same file under a second name, or a copy where the file system has no links."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def swap(output: Path, new: Path, ours: Collection[str]) -> None:
    if not output.exists():
        new.rename(output)
        return
    new.chmod(output.stat().st_mode)
    if not exchange(output, new):
        move(new, output, ours)


def exchange(a: Path, b: Path) -> bool:
    """Whether the system could exchange two folders in one step."""
    system = ctypes.CDLL(None)
    if not hasattr(system, "renameat2"):
        return False
    code: int = system.renameat2(CURRENT_FOLDER, os.fsencode(a), CURRENT_FOLDER, os.fsencode(b), EXCHANGE)
    return code == 0


def move(new: Path, output: Path, ours: Collection[str]) -> None:
    """Where folders cannot be exchanged (a mount, another system): one by one, folders first and whole, the oldest way."""
    come = {path.name for path in new.iterdir()}
    for path in sorted(new.iterdir(), key=lambda p: (p.is_file(), p.name)):
        target = output / path.name
        if os.path.lexists(target) and (path.is_dir() or target.is_dir() and not target.is_symlink()):
            target.rename(new / f".{path.name}.old")  # so that no file of the old one stays among the new; it ends with `new`
        path.replace(target)
    for name in ours:
        if name not in come and os.path.lexists(output / name):
            (output / name).rename(new / f".{name}.old")
