"""The real server under abuse, watched: `python -m tests.serve.abuse [CONNECTIONS]`.

All its processes listen for audit events meanwhile (files opened, connections made), and a trap on this machine counts who calls.
"""

import gzip
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from tests.serve.served import await_health, folder

SECRET = b"nobody may read this"
WATCH = """
import os, sys
log = os.open(os.environ["AUDIT"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
def hook(event, given):
    if event in ("open", "socket.connect", "os.system", "subprocess.Popen"):
        os.write(log, (event + "\\t" + repr(given[1] if event == "socket.connect" else given[0]) + "\\n").encode())
sys.addaudithook(hook)
"""
CLOSED = 0  # the status of a connection that was ended without an answer
REFUSED = {CLOSED, 400, 403, 404, 405, 408, 411, 413, 414, 415, 421, 431, 501, 505}
MALFORMED = [
    b"nonsense\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00\r\n\r\n", b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
    b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n", b"\0" * 100 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nX\0Y: a\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\n: empty\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1e9\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nASK{}",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", b"TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"DELETE /data/graph.ttl HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /?" + b"x" * 40_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 200_000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 30_000 + b"\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 99999999999\r\n\r\n",
]  # fmt: skip
UP = ["..", "%2e%2e", "%2E.", ".%2e", "..%00", "%252e%252e", "..;", "%c0%ae%c0%ae", "%uff0e%uff0e", "\uff0e\uff0e", "....", "..%0d%0a", "%2e%2e%2f%2e%2e"]
SLASH = ["/", "%2f", "%5c", "\\", "//", "%252f", "%c0%af", "%00/"]
HOSTS = ["evil.example", "localhost.evil.example", "evil.example#localhost", "localhost@evil.example", "evil.example:8010", "127.0.0.1.nip.io",
         "localhost, evil.example", "[::1].evil.example", "localhost\tevil", "0", "xn--localhst-5yd", "169.254.169.254", ""]  # fmt: skip
SITES = ["Origin: https://evil.example", "Origin: null", "Origin: http://localhost.evil.example", "Sec-Fetch-Site: cross-site"]
REACHING = ["SERVICE <{0}> {{ ?s ?p ?o }}", "service<{0}>{{}}", "SERVICE SILENT <{0}> {{}}", "{{ {{ SeRvIcE # x\n<{0}> {{}} }} }}",
            "BIND(<{0}> AS ?u) SERVICE ?u {{}}", "OPTIONAL {{ SERVICE <{0}> {{}} }}", "FILTER EXISTS {{ SERVICE <{0}> {{}} }}",
            "\\u0053ERVICE <{0}> {{}}", "{{ SELECT * {{ SERVICE <{0}> {{}} }} }}", "MINUS {{ SERVICE\n<{0}> {{}} }}", "GRAPH ?g {{ SERVICE <{0}> {{}} }}"]
FROM = ["FROM <{0}>", "FROM NAMED <{0}>", "from\n<{0}>", "FROM <file:///etc/passwd>", "FrOm # x\n<{0}>", "FROM <file:secret.txt>"]
UPDATES = ["LOAD <{0}>", "load silent <{0}>", "INSERT DATA {{ <a:a> <a:b> <a:c> }}", "CLEAR ALL", "DELETE WHERE {{ ?s ?p ?o }}", "DROP ALL"]


def sent(address, raw, timeout=30):
    """The status and all that came back."""
    told = b""
    with suppress(OSError), socket.create_connection(urlsplit(address).netloc.split(":"), timeout=timeout) as wire:
        with suppress(OSError):
            wire.sendall(raw)
        while not whole(told) and (data := wire.recv(65536)):
            told += data
    line = told.split(b" ", 2)
    return (int(line[1]) if len(line) > 1 and line[0].startswith(b"HTTP/") else CLOSED), told


def whole(told):
    head, ended, body = told.partition(b"\r\n\r\n")
    length = head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0]
    return bool(ended) and length.isdigit() and len(body) >= int(length)


def request(path, *heads, method="GET", host="localhost", body=b""):
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Connection: close", *heads, *([f"Content-Length: {len(body)}"] if body else [])]
    return "\r\n".join([*lines, "", ""]).encode() + body


def query(text):
    return request("/sparql", "Content-Type: application/sparql-query", method="POST", body=text.encode())


def requests(trap):
    """By what they try."""
    plain = b"ASK {} #" + b"x" * 10_000_000
    packed = {"gzip": gzip.compress(plain), "deflate": zlib.compress(plain), "br": b"x" * 100, "zstd": b"x" * 100, "gzip, gzip": gzip.compress(gzip.compress(plain))}
    ways = [f"{slash}".join([up] * deep + ["secret.txt"]) for up in UP for slash in SLASH for deep in (1, 3)]
    ways += [*("/".join([".."] * 9) + name for name in ("/etc/passwd", "/proc/self/environ")), "link.txt", "own.txt", ".graph.ttl", "store/CURRENT"]
    reaching, given, updates = ([each.format(trap) for each in table] for table in (REACHING, FROM, UPDATES))
    gates = [f"SELECT * {{ {each} }}" for each in reaching] + [f"SELECT * {each} {{ ?s ?p ?o }}" for each in given] + updates
    return {
        "malformed": MALFORMED,
        "paths": [request(f"/{place}/{way}") for place in ("data", "data/texts", "static", "document") for way in ways],
        "hosts": [request(path, host=host) for host in HOSTS for path in ("/", "/sparql?query=ASK%7B%7D")],
        "other sites": [request("/sparql?query=ASK%7B%7D", site) for site in SITES],
        "compressed": [request("/sparql", "Content-Type: application/sparql-query", f"Content-Encoding: {name}", method="POST", body=body)
                       for name, body in packed.items()],
        "reaching out": [query(each) for each in gates],
    }  # fmt: skip


@contextmanager
def trap():
    """An address on this machine, and who called there."""
    called = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        def answer():
            with suppress(OSError):
                while True:
                    listener.accept()[0].close()
                    called.append(1)
        threading.Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/", called
        listener.shutdown(socket.SHUT_RDWR)


@contextmanager
def watched(place, port=0):
    """The server, its process, and what it opened and called since it answered first."""
    out, log = folder(place / "out"), place / "audit.log"
    (place / "secret.txt").write_bytes(SECRET)
    (place / "out" / "own.txt").write_bytes(SECRET)
    with suppress(FileExistsError):
        (place / "out" / "texts" / "link.txt").symlink_to(place / "secret.txt")
    (place / "sitecustomize.py").write_text(WATCH, "utf-8")  # what every Python runs that finds it
    told = {"PYTHONUNBUFFERED": "1", "AUDIT": str(log), "PYTHONPATH": os.pathsep.join([str(place), str(Path(__file__).parents[2])])}
    command = [sys.executable, "-m", "graphbuild", "serve", "--graph", str(out), "--port", str(port), "--workers", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, **told})
    try:
        address = process.stdout.readline().strip().rstrip("/")
        await_health(address)
        start = log.stat().st_size
        yield address, process, lambda: log.read_text()[start:].splitlines()  # noqa: PLW0108  read when it is asked
    finally:
        process.terminate()
        process.wait(60)
        process.stdout.close()


def outside(events, place):
    """Files opened beyond the output folder and the programs themselves; connections made; other programs than workers."""
    ours = (str(place / "out"), str(Path(__file__).parents[2] / "graphbuild"), str(Path(__file__).parents[2] / "ontology"), sys.prefix, str(Path(sys.prefix).resolve()), sys.base_prefix, "/proc/", "/dev/null", "/usr/lib")
    found = [event.split("\t", 1) for event in events]
    strange = [name for kind, name in found if kind == "open" and not name.strip("'b").startswith(ours) and not name.isdigit()]
    return strange + [name for kind, name in found if kind in ("socket.connect", "os.system")]


def refused(address, raws):
    """How many; any other answer is trouble, and so is a word of what nobody may read."""
    for raw in raws:
        status, told = sent(address, raw)
        assert status in REFUSED, (status, raw[:200], told[:200])
        assert SECRET not in told and b"root:" not in told, raw[:200]
    return len(raws)


def crowd(address, number, head=b"GET / HTTP/1.1\r\nHost: loc"):
    """That many connections at once, each with half a head; how many were open together, and whether all were left in the end."""
    host, wires = urlsplit(address).netloc.split(":"), []
    try:
        for _ in range(number):
            with suppress(OSError):
                wires.append(socket.create_connection(host, timeout=20))
                wires[-1].sendall(head)
        return len(wires)
    finally:
        for wire in wires:
            wire.close()


def children(pid):
    """All that it started, and what those started; the oldest first."""
    own = [int(each) for task in Path(f"/proc/{pid}/task").glob("*/children") for each in task.read_text().split()]
    return [each for child in own for each in (child, *children(child))]


def lost_workers(address, process, times):
    """Workers are killed while they are asked, in the end with the process that asks them; the next question is answered."""
    for n in range(times):
        behind, *workers = children(process.pid)
        for pid in [*workers, behind] if n == times - 1 else workers:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        answers: list[int] = []
        while 200 not in answers and len(answers) < 40:  # those that are dying while they are asked cost an answer each
            answers.append(sent(address, query(f"SELECT ({n} AS ?n) {{}} # {len(answers)}"))[0])
        assert answers[-1] == 200 and set(answers) <= {200, 503}, answers
    return times


def well(address):
    status, told = sent(address, request("/health"))
    return status == 200 and json.loads(told.split(b"\r\n\r\n", 1)[1])["status"] == "ok"


def come_back(address, wait=60):
    end = time.monotonic() + wait
    while not well(address):
        assert time.monotonic() < end, "it does not answer any more"
        time.sleep(0.1)
    return True


def restarted(place, clients=8):
    """Ended in order and begun again at the same port while clients ask: none gets a wrong answer."""
    wrong, right, stop = [], [], threading.Event()

    def ask(address):
        while not stop.is_set():
            status, told = sent(address, query("SELECT (7 AS ?n) {}"))
            (right if status == 200 and b"7" in told else wrong if status not in (CLOSED, 503) else []).append(status)

    with watched(place) as (address, _, _):
        port = urlsplit(address).port
        threads = [threading.Thread(target=ask, args=(address,)) for _ in range(clients)]
        for thread in threads:
            thread.start()
        time.sleep(0.5)
    before = len(right)
    with watched(place, port):
        end = time.monotonic() + 60
        while len(right) < before + clients and time.monotonic() < end:
            time.sleep(0.05)
        stop.set()
        for thread in threads:
            thread.join()
    assert not wrong and len(right) >= before + clients, (wrong, before, len(right))
    return len(right)


def main():
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, number + 200)), hard))
    with tempfile.TemporaryDirectory() as place, trap() as (bait, called):
        with watched(Path(place)) as (address, process, events):
            for name, raws in requests(bait).items():
                print(f"{name:14s} {refused(address, raws)} refused", flush=True)
            print(f"connections    {crowd(address, number)} at once with half a head each; it answers again: {come_back(address)}", flush=True)
            print(f"workers        killed {lost_workers(address, process, 5)} times while asked; it answers: {well(address)}", flush=True)
            print(f"outside        {outside(events(), Path(place))} opened or called, {len(called)} calls at the trap", flush=True)
        print(f"restart        {restarted(Path(place))} right answers, none wrong")


if __name__ == "__main__":
    main()
