"""What several tests of hostile surroundings build from."""

import pytest

from tests.fuzz.small_text import TEXT


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    return folder
