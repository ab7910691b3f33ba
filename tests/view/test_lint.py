"""Scripts and styles of the pages are linted, the page's own as the one program that they become."""

import pytest

from graphbuild.view.page import programs
from tests.view import lint

pytestmark = pytest.mark.skipif(not lint.BIOME.is_file(), reason="biome has no wheel for this machine")


def test_programs_and_styles_are_clean():
    told = lint.verdict(programs())
    assert told.returncode == 0, told.stdout + told.stderr
    assert {path.name for path in lint.apart()} >= {"page.css", "dossier.css", "site.css", "query.js"}


@pytest.mark.parametrize(
    ("mistake", "rule"), [("nobodysName();", "noUndeclaredVariables"), ("const forNobody = 1;", "noUnusedVariables")]
)
def test_a_mistake_is_found(mistake, rule):
    told = lint.verdict(programs().replace('"use strict";', f'"use strict";\n{mistake}', 1))
    assert told.returncode != 0 and rule in told.stdout + told.stderr
