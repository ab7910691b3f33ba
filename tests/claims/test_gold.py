"""With the names of careful readers given, every claim stands on its text: known ends, real evidence, a known relation."""

import pytest

from graphbuild.claims import extract
from graphbuild.knowledge import load
from graphbuild.knowledge.terms import terms
from tests import oracle

KNOWLEDGE = load()
TIMED = {"holds", "milestone", "measure", "investment"}


@pytest.mark.parametrize("gold", oracle.golds(), ids=lambda gold: gold.stem)
def test_claims_stand_on_their_text(gold):
    reading = oracle.reading(gold, KNOWLEDGE)
    names = {mention.name for mention in reading.mentions}
    for claim in extract(reading.document, reading.mentions, KNOWLEDGE):
        assert claim.relation in TIMED | set(terms(KNOWLEDGE.folder).relations)
        assert {end.name for end in (claim.subject, claim.object) if end} <= names
        assert claim.quote == reading.document.text[claim.span.start : claim.span.end] != ""
        assert 0 < claim.confidence <= 1
