"""A command in, the same command out with its network cut by the system: it and what joins it see this machine alone.

Linux lets any process have a network of its own (unshare); where it is forbidden, as in some containers, nothing is cut.
"""

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
from functools import cache
from pathlib import Path

SIOCSIFFLAGS, IFF_UP = 0x8914, 1


@cache
def permitted():
    tools = shutil.which("unshare") and shutil.which("nsenter")
    return bool(tools) and subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True).returncode == 0


def cut(command):
    """In a new network, in which only the address of the machine itself is there."""
    return ["unshare", "-rn", sys.executable, str(Path(__file__)), *command] if permitted() else command


def joined(pid, program, place):
    """A script that starts a program in the network of a process; it speaks with us by pipes."""
    script = place / "joined.sh"
    script.write_text(f'#!/bin/sh\nexec nsenter -t {pid} -U -n --preserve-credentials {program} "$@"\n', "utf-8")
    script.chmod(0o755)
    return str(script)


def networks(pid):
    """The names of the networks that a process sees."""
    return [line.partition(":")[0].strip() for line in Path(f"/proc/{pid}/net/dev").read_text().splitlines()[2:]]


def main():
    with socket.socket() as any:
        fcntl.ioctl(any, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", IFF_UP))
    os.execvp(sys.argv[1], sys.argv[1:])


if __name__ == "__main__":
    main()
