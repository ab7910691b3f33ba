"""What is being built is a project besides; what was opened is none by that."""

import pytest

from graphbuild.claims import read as told
from graphbuild.knowledge import load
from tests.claims.marked import reading

KNOWLEDGE = load()


def kinds(text: str) -> dict[str, tuple[str, ...]]:
    read = reading(text, KNOWLEDGE)
    mentions, claims, _ = told(read.document, read.mentions, KNOWLEDGE)
    named = {end for claim in claims for end in (claim.subject, claim.object) if end}
    assert named <= set(mentions)
    return {mention.name: tuple(mention.kinds) for mention in mentions}


@pytest.mark.parametrize(("text", "project"), [
    ("力争年底前〔月湖谷:Zone〕、〔松影馆:Facility〕实质性开工。", True),
    ("〔月湖谷:Zone〕、〔松影馆:Facility〕已建成。", True),
    ("确保〔月湖谷:Zone〕、〔松影馆:Facility〕明年开业运营。", True),
    ("〔月湖谷:Zone〕、〔松影馆:Facility〕已开业运营。", False),
    ("〔月湖谷:Zone〕、〔松影馆:Facility〕游人如织。", False),
])
def test_a_step_of_works_makes_a_site_a_project(text: str, project: bool):
    assert kinds(text) == {"月湖谷": ("Zone", "Project")[: 1 + project], "松影馆": ("Facility", "Project")[: 1 + project]}


def test_its_place_is_told_of_the_same_mention():
    assert kinds("〔北湖片区:Zone〕，力争年底前〔松影馆:Facility〕开工。") == {"北湖片区": ("Zone",), "松影馆": ("Facility", "Project")}
