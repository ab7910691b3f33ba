"""A package index on this machine in, what the audit says and ends with out: 0, 1 and 2."""

import json
import os
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests import audit, supply

PATCHED = "pypdf"
BAD = {"id": "PYSEC-2099-1", "aliases": ["CVE-2099-1"], "fixed_in": ["99.1", "99.2"], "withdrawn": None}


def clean(package):
    return json.dumps({"info": {}, "vulnerabilities": []})


def one_is_bad(package):
    return json.dumps({"info": {}, "vulnerabilities": [BAD]}) if package == PATCHED else clean(package)


def withdrawn(package):
    return json.dumps({"info": {}, "vulnerabilities": [{**BAD, "withdrawn": "2099-01-01T00:00:00Z"}]})


def one_is_missing(package):
    return None if package == PATCHED else clean(package)


def bad_and_missing(package):
    return None if package == "click" else one_is_bad(package)


def nothing(package):
    return None


def a_page(package):
    return "<!doctype html><title>welcome</title>"


def another_list(package):
    return json.dumps([{"vulnerabilities": package}])


@contextmanager
def index(tells, newest=nothing):
    """Its address, and the paths that were asked for."""
    paths = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self):
            paths.append(self.path)
            body = (tells if self.path.count("/") > 3 else newest)(self.path.split("/")[2])
            self.send_response(200 if body is not None else 404)
            self.end_headers()
            self.wfile.write((body or "").encode())

        def log_message(self, *told):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/pypi", paths
        server.shutdown()


def audited(address, *command):
    environment = {**os.environ, "AUDIT_INDEX": address, "no_proxy": "*", "PYTHONPATH": str(supply.ROOT)}
    command = command or (sys.executable, "-m", "tests.audit")
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=supply.ROOT, timeout=120, check=False)
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran


@pytest.mark.parametrize(("tells", "code", "says"), [
    (clean, 0, "0 known vulnerabilities"), (withdrawn, 0, "0 known vulnerabilities"),
    (one_is_bad, 1, "PYSEC-2099-1, mended in 99.1, 99.2"), (bad_and_missing, 1, "PYSEC-2099-1"),
    (one_is_missing, 2, f"not told of (it answers 404): {PATCHED} "), (nothing, 2, "no audit: "),
    (a_page, 2, "is not that of PyPI's JSON interface"), (another_list, 2, "is not that of PyPI's JSON interface"),
])  # fmt: skip
def test_the_audit_ends_with_what_the_index_tells(tells, code, says):
    with index(tells) as (address, _):
        ran = audited(address)
    assert ran.returncode == code and says in ran.stdout, ran.stdout


def test_every_locked_version_is_asked_about_and_nothing_else():
    with index(clean) as (address, paths):
        audited(address)
    assert sorted(paths) == sorted(f"/pypi/{name}/{version}/json" for name, held in supply.lock().items() for version in held)


def locked(package):
    return next(iter(supply.lock()[package]))


@pytest.mark.parametrize(("other", "bad", "code", "says"), [
    ("", [], 0, "0 known vulnerabilities"), ("", [BAD], 1, "PYSEC-2099-1"), ("0.0.1", [BAD], 2, "it tells of another version only"),
])  # fmt: skip
def test_a_copy_of_pypi_that_holds_the_newest_versions_alone_is_believed_of_them(other, bad, code, says):
    def newest(package):
        mine = package == PATCHED
        version = other if mine and other else locked(package)
        return json.dumps({"info": {"version": version}, "vulnerabilities": bad if mine else []})

    with index(nothing, newest) as (address, _):
        ran = audited(address)
    others = [f"{package} {version}" for package, held in supply.lock().items() for version in held if version != locked(package)]
    assert ran.returncode == (code or 2 * bool(others)) and says in ran.stdout and all(other in ran.stdout for other in others), ran.stdout


def test_an_index_that_tells_nothing_is_left_after_a_few_questions():
    with index(nothing) as (address, paths):
        said = audited(address).stdout
    assert len(paths) == 2 * audit.FIRST and address in said and "AUDIT_INDEX" in said and "it answers 404" in said


def test_an_index_that_cannot_be_reached_is_said_to_be_so():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    ran = audited(f"http://127.0.0.1:{port}/pypi")
    assert ran.returncode == 2 and "it cannot be reached (" in ran.stdout and "refused" in ran.stdout


def test_an_index_that_never_answers_is_left(monkeypatch, capsys):
    monkeypatch.setattr(audit, "SECONDS", 0.2)
    monkeypatch.setenv("no_proxy", "*")
    with socket.create_server(("127.0.0.1", 0)) as mute:
        assert audit.audit(f"http://127.0.0.1:{mute.getsockname()[1]}/pypi") == 2
    assert "timed out" in capsys.readouterr().out


@pytest.mark.parametrize(("tells", "code"), [(clean, "Error 0"), (one_is_bad, "Error 1"), (nothing, "Error 2")])
def test_make_audit_says_which_of_the_three_it_was(tells, code):
    with index(tells) as (address, _):
        ran = audited(address, "make", "audit", f"PYTHON={sys.executable}")
    assert ran.returncode == (0 if code == "Error 0" else 2)
    assert (code in ran.stderr) == (code != "Error 0")
