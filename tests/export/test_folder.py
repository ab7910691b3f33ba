"""An output folder is replaced as a whole, or stays as it was."""

import pytest

from graphbuild.export import folder as room
from graphbuild.export import replaced

OURS = ("graph.ttl", "texts")


def fill(output, text="new"):
    with replaced(output, OURS) as folder:
        (folder / "graph.ttl").write_text(text)
        (folder / "texts").mkdir()
        (folder / "texts" / "a.txt").write_text(text)


def held(output):
    return {p.relative_to(output).as_posix(): p.read_text() for p in output.rglob("*") if p.is_file()}


@pytest.fixture(params=["exchanged", "moved"])
def output(tmp_path, request, monkeypatch):
    """The folder, on a system that can exchange two folders and on one that cannot."""
    if request.param == "moved":
        monkeypatch.setattr(room, "exchange", lambda a, b: False)
    return tmp_path / "deep" / "output"


def test_a_first_and_a_second_time(output):
    fill(output, "one")
    fill(output, "two")
    assert held(output) == {"graph.ttl": "two", "texts/a.txt": "two"}
    assert [p.name for p in output.parent.iterdir()] == ["output"]


def test_others_files_are_kept_with_their_links(output):
    fill(output)
    (output / "notes").mkdir()
    (output / "notes" / "a.md").write_text("mine")
    (output / "README.md").symlink_to("notes/a.md")
    fill(output, "two")
    assert held(output) == {"graph.ttl": "two", "texts/a.txt": "two", "notes/a.md": "mine", "README.md": "mine"}
    assert (output / "README.md").is_symlink()


def test_a_failure_leaves_the_old_folder(output):
    fill(output, "one")
    with pytest.raises(RuntimeError, match="in the middle"), replaced(output, OURS) as folder:
        (folder / "graph.ttl").write_text("half")
        raise RuntimeError("in the middle")
    assert held(output) == {"graph.ttl": "one", "texts/a.txt": "one"}
    assert [p.name for p in output.parent.iterdir()] == ["output"]


def test_what_a_killed_build_left_is_swept_and_what_a_living_one_fills_is_not(output):
    dead, living = (output.parent / f".output.building-{name}" for name in ("dead", "living"))
    for folder in (dead, living):
        folder.mkdir(parents=True)
    lock = room.lock(living)
    fill(output)
    assert living.exists() and not dead.exists()
    room.os.close(lock)


def test_the_folders_rights_stay(output):
    fill(output)
    output.chmod(0o750)
    fill(output)
    assert output.stat().st_mode & 0o777 == 0o750


def test_what_builds_wrote_and_write_no_more_stayed_where_folders_cannot_be_exchanged(output):
    fill(output)
    with replaced(output, OURS) as folder:
        (folder / "graph.ttl").write_text("two")
    assert held(output) == {"graph.ttl": "two"}
