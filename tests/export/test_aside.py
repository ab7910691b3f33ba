"""Work done beside other work: it is there at the end, its trouble is told, nothing is left running."""

import multiprocessing
import os
import time

import pytest

from graphbuild.export.aside import aside


@pytest.mark.parametrize("worth", [True, False])
def test_the_work_is_done_at_the_end(tmp_path, worth):
    with aside(lambda: (tmp_path / "made").write_text(str(os.getpid())) and None, worth):
        pass
    assert ((tmp_path / "made").read_text() != str(os.getpid())) is (worth and len(os.sched_getaffinity(0)) > 1)


def test_what_failed_apart_is_told_here(capfd):
    with pytest.raises(ZeroDivisionError), aside(lambda: print(1 / 0)):
        pass


def test_trouble_here_ends_the_work_there():
    with pytest.raises(KeyError), aside(lambda: time.sleep(60)):
        raise KeyError
    assert not multiprocessing.active_children()
