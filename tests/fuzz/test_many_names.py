"""Folders of texts nested deep, names that differ in their case alone, names as long as the system takes: each is a text of its own."""

import subprocess

from graphbuild import pipeline
from tests.fuzz.readers import KNOWN
from tests.fuzz.small_text import TEXT
from tests.fuzz.test_surroundings import built

DEEP = 1_200  # deeper than Python calls itself


def test_texts_in_folders_nested_deeper_than_python_calls_itself_are_read(tmp_path):
    here = tmp_path / "texts"
    here.mkdir()
    for _ in range(DEEP):
        here = here / "a"
        here.mkdir()
    (here / "x.txt").write_text(TEXT, "utf-8")
    try:
        assert len(built(tmp_path / "texts", tmp_path / "o")) == 1
    finally:
        subprocess.run(["rm", "-rf", str(tmp_path / "texts")], check=True)  # Python's own way to remove it calls itself


def test_names_that_differ_in_their_case_alone_are_texts_of_their_own(tmp_path):
    (tmp_path / "t").mkdir()
    for name, lake in (("a.txt", "松涛湖"), ("A.txt", "白鹭湖"), ("a.TXT", "青竹湖")):
        (tmp_path / "t" / name).write_text(TEXT.replace("松涛湖", lake), "utf-8")
    held = len(list((tmp_path / "t").iterdir()))  # fewer where the system takes them for one
    done = pipeline.build([str(tmp_path / "t")], tmp_path / "o", KNOWN, jobs=1)
    assert len(done.places) == held == len(list((tmp_path / "o" / "texts").iterdir()))
    assert len({path.name.lower() for path in (tmp_path / "o" / "texts").iterdir()}) == held


def test_names_of_255_bytes_are_read_and_written(tmp_path):
    (tmp_path / "t").mkdir()
    for name in ("a" * 251 + ".txt", "甲" * 83 + "ab.txt"):
        assert len(name.encode()) == 255
        (tmp_path / "t" / name).write_text(f"{TEXT}{len(name)}\n", "utf-8")
    assert len(built(tmp_path / "t", tmp_path / "o")) == 2
    assert len(built(tmp_path / "t", tmp_path / "o")) == 2
