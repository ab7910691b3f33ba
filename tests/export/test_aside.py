"""Work done beside other work: it is there at the end, its trouble is told, nothing is left running."""

import multiprocessing
import os
import time

import pytest

from graphbuild.export.aside import Aside

SEVERAL = len(os.sched_getaffinity(0)) > 1


@pytest.mark.parametrize("early", [True, False])
@pytest.mark.parametrize("worth", [True, False])
def test_the_work_is_done_at_the_end(tmp_path, worth, early):
    ready = tmp_path / "ready"
    with Aside(lambda path, word: path.write_text(f"{word} {os.getpid()}") and None, ready.touch, early) as aside:
        aside.tell(tmp_path / "made", "told", worth=worth)
        aside.end()
        word, process = (tmp_path / "made").read_text().split()
        assert word == "told" and (process != str(os.getpid())) is (SEVERAL and (worth or early))
        assert ready.exists() is (SEVERAL and early)


@pytest.mark.parametrize("early", [True, False])
def test_what_failed_apart_is_told_here(capfd, early):
    with pytest.raises(ZeroDivisionError), Aside(lambda: print(1 / 0), int, early) as aside:
        aside.tell()
        aside.end()


@pytest.mark.parametrize("early", [True, False])
def test_trouble_here_ends_the_work_there(early):
    with pytest.raises(KeyError), Aside(lambda: time.sleep(60), int, early) as aside:
        aside.tell()
        raise KeyError
    assert not multiprocessing.active_children()


def test_who_is_told_nothing_ends():
    with Aside(lambda: None, int, early=True):
        pass
    assert not multiprocessing.active_children()


def test_work_that_died_before_it_was_told_is_done_here(tmp_path):
    with Aside(lambda path: path.touch(), lambda: os._exit(3), early=True) as aside:
        if aside.child:
            aside.child.join()
        aside.tell(tmp_path / "made")
        aside.end()
    assert (tmp_path / "made").exists()


@pytest.mark.skipif(not SEVERAL, reason="nothing is done apart on one core")
def test_what_is_hinted_at_is_prepared_before_the_whole_is_told(tmp_path):
    prepared: list[str] = []
    with Aside(lambda path: path.write_text(" ".join(prepared)), lambda *told: prepared.extend(told), early=True) as aside:
        aside.hint("one")
        aside.hint("two", "three")
        aside.tell(tmp_path / "made")
        aside.end()
    assert (tmp_path / "made").read_text() == "one two three" and prepared == []


def test_hints_that_nobody_hears_are_no_trouble(tmp_path):
    with Aside(lambda path: path.touch(), int) as aside:
        aside.hint("one")
        aside.tell(tmp_path / "made")
        aside.end()
    assert (tmp_path / "made").exists()
