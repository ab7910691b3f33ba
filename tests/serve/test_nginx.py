"""The configuration that `graphbuild serve --help` shows, started for real: nginx with a password and a certificate before the server."""

import base64
import http.client
import json
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from graphbuild.cli import cli
from tests.serve.served import folder, listening

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
SHOWN = (Path(__file__).resolve().parents[2] / "graphbuild" / "serve" / "nginx.conf").read_text("utf-8")
pytestmark = pytest.mark.skipif(not (NGINX and shutil.which("openssl")), reason="nginx or openssl is not installed")


def free():
    with socket.create_server(("127.0.0.1", 0)) as bound:
        return bound.getsockname()[1]


def configured(place, port, upstream):
    """The shown server with this machine's ports and files, inside the least that nginx needs around it."""
    told = SHOWN.replace("listen 443 ssl", f"listen 127.0.0.1:{port} ssl").replace("http://127.0.0.1:8010", upstream)
    told = told.replace("/etc/ssl/graph.example.org", str(place / "graph")).replace("/etc/nginx/graphbuild.users", str(place / "users"))
    kinds = " ".join(f"{kind}_temp_path {place}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return f"daemon off; pid {place}/pid; error_log {place}/error.log; events {{}} http {{ access_log off; {kinds}\n{told} }}"


def secrets(place):
    made = subprocess.run(["openssl", "passwd", "-apr1", "word"], capture_output=True, text=True, check=True).stdout.strip()
    (place / "users").write_text(f"reader:{made}\n")
    place.chmod(0o755)
    (place / "users").chmod(0o644)
    subject = ["-subj", "/CN=graph.example.org", "-addext", "subjectAltName=DNS:graph.example.org"]
    keys = ["-keyout", str(place / "graph.key"), "-out", str(place / "graph.pem")]
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *keys, *subject], capture_output=True, check=True)


def get(port, path, user="reader:word", method="GET", body=None, **headers):
    connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=20, context=ssl._create_unverified_context())
    told = {"Host": "graph.example.org", **{name.replace("_", "-"): value for name, value in headers.items()}}
    if user:
        told["Authorization"] = f"Basic {base64.b64encode(user.encode()).decode()}"
    connection.request(method, path, body, told)
    response = connection.getresponse()
    return response.status, response.read()


@pytest.fixture(scope="module")
def port():
    place = Path(tempfile.mkdtemp(prefix="nginx"))  # nginx drops its rights: pytest's own folders are closed to it
    secrets(place)
    with listening(folder(place / "out"), "--allow-host", "graph.example.org") as (address, _):
        number = free()
        (place / "nginx.conf").write_text(configured(place, number, address))
        process = subprocess.Popen([NGINX, "-e", str(place / "error.log"), "-p", str(place), "-c", str(place / "nginx.conf")])
        try:
            await_port(number, process, place)
            yield number
        finally:
            process.terminate()
            process.wait(10)
            shutil.rmtree(place, ignore_errors=True)


def await_port(port, process, place):
    for _ in range(100):
        assert process.poll() is None, (place / "error.log").read_text()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return


def test_nobody_enters_without_the_password(port):
    assert get(port, "/", user="")[0] == get(port, "/sparql", user="reader:other")[0] == 401


def test_who_has_it_explores_and_asks(port):
    status, page = get(port, "/", Accept="text/html")
    assert status == 200 and "苏明远" in page.decode()
    status, answer = get(port, "/sparql", method="POST", body="ASK { ?s ?p ?o }", Content_Type="application/sparql-query")
    assert status == 200 and json.loads(answer)["boolean"] is True
    assert b"https://graph.example.org/sparql" in get(port, "/sparql")[1]


def test_large_bodies_end_at_nginx(port):
    assert get(port, "/sparql", method="POST", body="x" * 2**21, Content_Type="application/sparql-query")[0] == 413


def test_the_help_shows_it():
    shown = CliRunner().invoke(cli, ["serve", "--help"]).output
    assert re.sub(r"\s+", " ", SHOWN).strip() in re.sub(r"\s+", " ", shown)
