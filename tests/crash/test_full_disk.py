"""A real disk that is full: what was there stays to the byte, nothing unfinished is left, and the place is named with what to do."""


import pytest

from tests.crash.disks import disk
from tests.crash.runs import texts

SIZE = 8 * 2**20
REMEDY = "check the path, its rights and the space left"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A disk with texts, one of them new, and the output of the others."""
    place = tmp_path_factory.mktemp("disk")
    with disk(place, SIZE) as found:
        if found is None:
            pytest.skip("nobody may mount a file system here: it needs root, or a system that lets users have a world of their own")
        texts(found.seen / "t", ["5月6日", "5月7日"])
        done = found.run("build", "t", "-o", "out", "--jobs", "1")
        assert done.returncode == 0, done.stderr
        texts(found.seen / "t", ["5月6日", "5月8日", "5月9日"])
        yield found


def held(folder):
    """All files but what builds keep for themselves, by name."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and ".cache/" not in path.as_posix()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def refused(found, *words, place, **more):
    """The command fails in one sentence that names the place and says what to do; the disk holds what it held."""
    before = held(found.seen)
    done = found.run(*words, **more)
    assert done.returncode == 1 and "Traceback" not in done.stderr, (done.returncode, done.stdout, done.stderr)
    assert done.stderr.startswith(f"graphbuild: {place}") and "space" in done.stderr and REMEDY in done.stderr, done.stderr
    assert held(found.seen) == before
    assert list(found.seen.glob(".*.cache/.spill-*")) == []


@pytest.mark.parametrize(("free", "more"), [(0, ()), (150_000, ()), (500_000, ()), (20_000, ("--fresh",)), (300_000, ("--fresh",))])
def test_a_build_on_a_full_disk_costs_itself_alone(built, free, more):
    built.grow(free)
    refused(built, "build", "t", "-o", "out", "--jobs", "1", *more, place="out")


def test_a_first_build_on_a_full_disk_leaves_nothing(built):
    built.grow(300_000)
    refused(built, "build", "t", "-o", "first", "--jobs", "1", place="first")
    assert not (built.seen / "first").exists()


def test_a_review_on_a_full_disk_keeps_what_was_judged(built):
    built.grow(2**16)
    words = ("review", "same", "--decisions", "d.tsv", "-o", "out")
    assert built.run(*words, "甲园", "乙园").returncode == 0
    (built.seen / "d.tsv").write_text((built.seen / "d.tsv").read_text("utf-8") + "same\t" + "园" * 2000 + "\t丙园\t\t\n", "utf-8")
    built.grow(0)
    refused(built, *words, "丁园", "戊园", place="d.tsv")
    refused(built, "review", "same", "甲园", "乙园", "--decisions", "new.tsv", place="new.tsv")


@pytest.mark.parametrize("form", ["csv", "graphml"])
def test_an_export_on_a_full_disk_keeps_the_older_one(built, form):
    built.grow(2**20)
    assert built.run("export", "--to", form, "--into", "ex", "-o", "out").returncode == 0
    built.grow(0)
    refused(built, "export", "--to", form, "--into", "ex", "-o", "out", place="ex/")


@pytest.mark.parametrize(("name", "words"), [
    ("v.html", ("view", "--to", "v.html", "-o", "out")), ("r.docx", ("report", "苏明远", "--from", "out", "-o", "r.docx")),
    ("d.html", ("diff", "out", "out", "--html", "d.html")),
])  # fmt: skip
def test_a_page_that_finds_no_room_leaves_the_older_one(built, name, words):
    """Before, the older page was gone and an empty one stood in its place."""
    built.grow(2**22)
    assert built.run(*words).returncode == 0
    built.grow(0)
    refused(built, *words, place=name)
    (built.seen / name).unlink()
