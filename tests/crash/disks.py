"""A size in, a real disk of that size out: a file system in memory that a process of this machine alone sees, and commands run on it."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

KIND = "tmpfs"
MOUNT = 'mount -t "$0" -o size="$1" "$0" "$2" && echo ready && exec cat'
ROOT = Path(__file__).resolve().parents[2]
WAYS = (["unshare", "-m"], ["unshare", "-rm"])  # as root, else as root of a world of one's own


class Disk:
    """`seen` is the disk from outside of the process that holds it, `place` within."""

    def __init__(self, holder, place):
        self.holder, self.place = holder, place
        self.seen = Path(f"/proc/{holder.pid}/root{place}")

    def inside(self, *command, **more):
        entered = ["nsenter", "-t", str(self.holder.pid), "-m", *(["-U", "--preserve-credentials"] if os.getuid() else [])]
        return subprocess.run([*entered, "sh", "-c", 'cd "$0" && exec "$@"', str(self.place), *map(str, command)], capture_output=True, text=True, timeout=300, check=False, **more)

    def run(self, *words, **more):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(self.place)}
        return self.inside(sys.executable, "-m", "graphbuild", *words, env=environment, **more)

    def grow(self, free):
        """So many bytes are free from now on."""
        at = os.statvfs(self.seen)
        size = (at.f_blocks - at.f_bfree) * at.f_frsize + free
        done = self.inside("mount", "-o", f"remount,size={size}", self.place)
        assert done.returncode == 0, done.stderr


@contextmanager
def disk(place, size):
    """None where this machine lets nobody mount."""
    for way in WAYS:
        holder = subprocess.Popen([*way, "sh", "-c", MOUNT, KIND, str(size), str(place)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            if holder.stdout.readline() == b"ready\n":
                yield Disk(holder, place)
                return
        finally:
            holder.communicate()
    yield None
