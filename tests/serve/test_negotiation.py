"""Accept, after RFC 9110: weights, wildcards, the most exact range first."""

import pytest

from graphbuild.serve.negotiation import choose

OFFERS = ["a/json", "a/xml", "text/csv"]


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "a/json"), ("*/*", "a/json"), ("text/csv", "text/csv"), ("TEXT/CSV", "text/csv"), ("a/xml, a/json", "a/json"),
        ("a/xml, a/json;q=0.9", "a/xml"), ("a/*;q=0.5, text/csv;q=0.4", "a/json"), ("*/*;q=0.1, a/xml", "a/xml"),
        ("a/json;q=0, */*", "a/xml"), ("a/*;q=0, */*;q=0.1", "text/csv"), ("text/plain", ""), ("a/json;q=0", ""),
        ("a/xml;charset=utf-8;q=0.2, text/csv;q=0.3", "text/csv"), ("a/xml;q=nonsense, text/csv;q=0.1", "text/csv"), ("rubbish", "a/json"),
        ("text/csv ; q = 1 , a/xml;q=0.001", "text/csv"),
    ],
)  # fmt: skip
def test_what_is_chosen(accept, chosen):
    assert choose(accept, OFFERS) == chosen


def test_a_long_header_is_read_in_line():
    assert choose(", ".join(["x/y;q=0.1"] * 5000) + ", a/xml" + ";" * 5000, OFFERS) in ("a/xml", "")
