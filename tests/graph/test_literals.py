"""Dates as precise as they were given, numbers in one form."""

import pytest

from graphbuild.graph.literals import bounds, dated, decimal
from graphbuild.model import PartialDate


@pytest.mark.parametrize(("text", "lexical", "kind"), [
    ("2019-12-31", "2019-12-31", "date"), ("2019-07", "2019-07", "gYearMonth"), ("2019", "2019", "gYear"),
    ("--12-31", "--12-31", "gMonthDay"), ("--12", "--12", "gMonth"), ("2021-02-30", "2021-02", "gYearMonth"),
    ("2021-13-01", "2021", "gYear"), ("--02-29", "--02-29", "gMonthDay"), ("2021-02-29", "2021-02", "gYearMonth"),
])  # fmt: skip
def test_a_date_keeps_its_precision(text, lexical, kind):
    assert dated(PartialDate.parse(text)) == f'"{lexical}"^^xsd:{kind}'


@pytest.mark.parametrize("text", ["", "年底", "--13-01"])
def test_no_date_gives_no_literal(text):
    assert dated(PartialDate.parse(text)) == ""


def test_bounds_need_a_year():
    assert bounds(PartialDate(None, 12, 31)) is None
    assert bounds(PartialDate(2020, 2)) == ('"2020-02-01"^^xsd:date', '"2020-02-29"^^xsd:date')
    assert bounds(PartialDate(2021, 2, 30)) == ('"2021-02-01"^^xsd:date', '"2021-02-28"^^xsd:date')


@pytest.mark.parametrize(("text", "lexical"), [
    ("252.80", "252.8"), ("252.8", "252.8"), ("1,200", "1200.0"), ("-0.0", "0.0"), ("5e2", "500.0"), (0.9, "0.9"), ("007", "7.0"),
])  # fmt: skip
def test_a_number_has_one_form(text, lexical):
    assert decimal(text) == f'"{lexical}"^^xsd:decimal'


@pytest.mark.parametrize("text", ["", "约三成", "nan", "inf", "1e999999", "1e-999999"])
def test_no_number_gives_no_literal(text):
    assert decimal(text) == ""
