"""What is known is read once in a process, wherever its builds write, and anew where its bytes are others."""

import shutil

from graphbuild.cli.known import keep, sound
from graphbuild.knowledge import home, load


def test_builds_into_many_folders_know_the_same_thing(tmp_path):
    """Each had its own copy once: 140 MB more a build for whoever builds often in one process."""
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        folder.mkdir()
        keep(load(), folder)
    assert sound(home("ontology"), folders[0]) is sound(home("ontology"), folders[1]) is load()


def test_other_bytes_are_another_knowledge(tmp_path):
    folder = shutil.copytree(home("ontology"), tmp_path / "ontology")
    before = load(folder)
    with (folder / "lexicon" / "titles.tsv").open("a", encoding="utf-8") as file:
        file.write("# another\n")
    assert load(folder) is not before and load(folder).digest != before.digest
