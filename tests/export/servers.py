"""Real SPARQL servers on this machine alone, started for a test and ended by their process, and a cable that can be cut."""

import contextlib
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

SETTINGS = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = .
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 10000
"""
PATIENCE = 60  # seconds for a server to come up on a busy machine


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def oxigraph():
    """The command that the package of that name installs beside this Python, or elsewhere."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph")


def virtuoso():
    return shutil.which("virtuoso-t")


@contextlib.contextmanager
def serving_oxigraph(folder, port=None):
    port = port or free_port()
    with running([oxigraph(), "serve", "--location", str(folder / "store"), "--bind", f"127.0.0.1:{port}"], folder, port):
        yield port


@contextlib.contextmanager
def serving_virtuoso(folder):
    http, sql = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(http=http, sql=sql))
    with running([virtuoso(), "+foreground", "+wait", "+configfile", "virtuoso.ini"], folder, http):
        yield http


@contextlib.contextmanager
def running(command, folder, port):
    with (folder / "server.log").open("ab") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    try:
        wait_for(port, server)
        yield server
    finally:
        server.kill()
        server.wait(PATIENCE)


def wait_for(port, server):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"{server.args[0]} did not come up")


class Cable:
    """Passes bytes on to a server until `left` of them went through; then every connection breaks where it is."""

    def __init__(self, port, left=1 << 30, delay=0.0):
        self.target, self.left, self.delay = port, left, delay
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                threading.Thread(target=self.join, args=(near,), daemon=True).start()

    def join(self, near):
        with near, socket.create_connection(("127.0.0.1", self.target)) as far:
            back = threading.Thread(target=self.answer, args=(far, near), daemon=True)
            back.start()
            with contextlib.suppress(OSError):
                while (data := near.recv(4096)) and self.left > 0:
                    self.left -= len(data)
                    time.sleep(self.delay)
                    far.sendall(data)
            for end in (near, far):  # cut, or said to the end: either way nothing more goes this way
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            back.join(5)

    def answer(self, far, near):
        with contextlib.suppress(OSError):
            while data := far.recv(4096):
                near.sendall(data)

    def close(self):
        self.listener.close()
