"""A command and what a person types in, all that the terminal got and the exit code out: on a real pseudo-terminal."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

from graphbuild.cli.terminal import POWERS

PATIENCE = 120  # seconds for a busy machine
INTERRUPT, END = "\x03", "\x04"


class Terminal:
    """`wait` for words that must come, `type` what a person types, `end` for the rest.

    Ctrl-C reaches the command alone, and reaches it even where the tests run in the background of a shell, which ignores it.
    """

    def __init__(self, *words, columns=80, **environment):
        self.near, far = pty.openpty()
        fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.told = b""
        surroundings = {**os.environ, "TERM": "xterm", **environment}
        command = ["env", "--default-signal=INT", "setsid", "--ctty", sys.executable, "-m", "graphbuild", *map(str, words)]
        self.process = subprocess.Popen(command, stdin=far, stdout=far, stderr=far, env=surroundings)
        os.close(far)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        os.close(self.near)

    def more(self):
        ready, _, _ = select.select([self.near], [], [], 1)
        try:
            got = os.read(self.near, 65536) if ready else None
        except OSError:  # the other end is closed
            return False
        self.told += got or b""
        return got is None or bool(got)

    def wait(self, words, after=0):
        """Where they end; `after` a place that was told before."""
        limit = time.monotonic() + PATIENCE
        while (at := self.told.find(words.encode(), after)) < 0:
            assert self.more() and time.monotonic() < limit, self.told.decode("utf-8", "replace")
        return at + len(words.encode())

    def loaded(self, library):
        """Until the command is at work, with this library."""
        while self.process.poll() is None and library not in Path(f"/proc/{self.process.pid}/maps").read_text():
            select.select([], [], [], 0.01)

    def type(self, keys):
        os.write(self.near, keys.encode())

    def end(self, key=""):
        """What ends it is typed again where nothing comes of it: between two lines a terminal may drop a key."""
        limit, told = time.monotonic() + PATIENCE, None
        while time.monotonic() < limit:
            if key and told == len(self.told):
                with suppress(OSError):
                    self.type(key)
            told = len(self.told)
            if not self.more():
                break
        return self.process.wait(PATIENCE)

    @property
    def text(self):
        """All that came, with the line ends that a terminal makes out of ours."""
        return self.told.decode("utf-8").replace("\r\n", "\n")

    @property
    def powers(self):
        """What would move a cursor, but for the red of trouble."""
        return POWERS.findall(self.text.replace("\x1b[31m", "").replace("\x1b[0m", "").replace("^C", ""))
