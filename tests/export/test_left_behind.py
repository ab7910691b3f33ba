"""A file that is written whole sweeps away what a killed writer of it left, and nothing else."""

import os
import subprocess
import sys

from graphbuild.export import written


def test_what_a_killed_writer_left_is_swept_and_what_a_living_one_writes_is_not(tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    others = [f".a.txt.{os.getppid()}", ".a.txt.old", ".b.txt.1", f".a.txt.x.{ended.pid}"]
    for name in (*others, f".a.txt.{ended.pid}"):
        (tmp_path / name).write_text("half", "utf-8")
    written(tmp_path / "a.txt", ["whole"])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*others, "a.txt"])
