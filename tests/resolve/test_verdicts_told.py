"""A pair that scores enough and is still two says that something holds it apart."""

import pytest

from graphbuild.knowledge.verdicts import Verdict
from graphbuild.query.identity import lines


@pytest.mark.parametrize(("verdict", "score", "told"), [("doubtful", 0.8, True), ("doubtful", 0.5, False), ("same", 0.8, False)])
def test_a_likely_pair_that_is_two_tells_why(verdict, score, told):
    pair = Verdict("樾樱", "甲县", "樾樱科创园", "甲县", verdict, score, (("letters_left_out", score),), 1, ("a.txt",))
    assert ("not joined" in "".join(lines(pair))) is told
