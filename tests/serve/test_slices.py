"""Who speaks with clients asks for little at a time, what it starts does not; where the system knows no such thing all goes on."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from graphbuild.serve import slices
from tests.serve.bench_load import family
from tests.serve.served import folder, listening


@pytest.fixture
def told(tmp_path):
    """The server's slice and that of all that it started; nothing where the system does not tell them."""
    with listening(folder(tmp_path / "out"), "--workers", "1") as (_, process):
        return [taken(pid) for pid in family(process.pid)]


def taken(pid):
    try:
        lines = Path(f"/proc/{pid}/sched").read_text("utf-8").split("\n")
    except OSError:
        return None
    return next((int(line.rpartition(":")[2]) for line in lines if line.startswith("se.slice")), None)


def test_only_who_speaks_with_clients_has_it(told):
    newer = sys.platform == "linux" and tuple(map(int, platform.release().split(".")[:2])) >= (6, 12)
    if newer and platform.machine() in slices.SCHED_SETATTR and None not in told:
        assert told[0] == slices.LITTLE and len(told) > 2 and slices.LITTLE not in told[1:]


@pytest.mark.parametrize("there", ["", "import sys; sys.platform = 'darwin'; ", "import platform; platform.machine = lambda: 'abacus'; "])
def test_where_it_is_not_known_nothing_is_lost(there):
    program = f"{there}from graphbuild.serve import slices; print(slices.ask(slices.LITTLE), slices.ask(slices.USUAL))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) <= ({"False"} if there else {"True", "False"})
