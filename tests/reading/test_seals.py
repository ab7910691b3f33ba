"""What was found whole is not looked through again, unless anybody had it in hand."""

import os
import time
from hashlib import sha256

import pytest

from graphbuild.reading import Memory, memory, seals

NOTE = b"what a text said"


@pytest.fixture
def kept(tmp_path):
    """A note of a build that ended a while ago."""
    first = Memory(tmp_path)
    first.holds("aa1")
    first.put("aa1", NOTE)
    age(first.path("aa1"))
    first.seals.add("aa1", first.path("aa1"), ours=True)
    first.forget()
    return Memory(tmp_path)


def age(path):
    os.utime(path, ns=(time.time_ns() - 10**10,) * 2)


def test_a_sealed_note_is_not_looked_through(kept, monkeypatch):
    monkeypatch.setattr(memory, "sha256", None)
    assert kept.front("aa1", 4) == NOTE[:4]


@pytest.mark.parametrize("harm", ["same size", "same size and time", "cut", "replaced"])
def test_whoever_had_it_in_hand_breaks_the_seal(kept, harm):
    path = kept.path("aa1")
    told = path.stat()
    data = path.read_bytes()[:-1] + (b"" if harm == "cut" else b"x")
    if harm == "replaced":
        path.unlink()
    path.write_bytes(data)
    if harm == "same size and time":
        os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
    assert kept.front("aa1", 4) is None


def test_a_note_may_be_younger_than_its_seal_only_where_we_wrote_it(tmp_path, monkeypatch):
    one = Memory(tmp_path)
    one.put("aa1", NOTE)
    one.seals.seen.clear()
    one.seals.add("aa1", one.path("aa1"), ours=False)
    assert not one.seals.seen
    monkeypatch.setattr(seals, "YOUNG", -(10**10))
    one.seals.add("aa1", one.path("aa1"), ours=False)
    assert one.seals.seen


def test_damaged_seals_count_as_none(kept):
    path = kept.folder / seals.FILE
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert kept.seals.known == {} and kept.front("aa1", 99) == NOTE


def test_seals_of_notes_that_are_gone_are_not_carried_on(kept):
    kept.forget()
    assert Memory(kept.folder).seals.known == {}


def test_the_note_itself_stays_as_it_was(kept):
    data = kept.path("aa1").read_bytes()
    assert data == sha256(NOTE).digest() + NOTE and kept.get("aa1") == NOTE
