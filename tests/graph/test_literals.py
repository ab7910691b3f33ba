"""Dates as precise as they were given, numbers in one form."""

import pytest
from rdflib.namespace import XSD

from graphbuild.graph.literals import bounds, dated, decimal
from graphbuild.model import PartialDate


@pytest.mark.parametrize(("text", "lexical", "kind"), [
    ("2019-12-31", "2019-12-31", XSD.date), ("2019-07", "2019-07", XSD.gYearMonth), ("2019", "2019", XSD.gYear),
    ("--12-31", "--12-31", XSD.gMonthDay), ("--12", "--12", XSD.gMonth), ("2021-02-30", "2021-02", XSD.gYearMonth),
    ("2021-13-01", "2021", XSD.gYear), ("--02-29", "--02-29", XSD.gMonthDay), ("2021-02-29", "2021-02", XSD.gYearMonth),
])  # fmt: skip
def test_a_date_keeps_its_precision(text, lexical, kind):
    found = dated(PartialDate.parse(text))
    assert found is not None and (str(found), found.datatype) == (lexical, kind)


@pytest.mark.parametrize("text", ["", "年底", "--13-01"])
def test_no_date_gives_no_literal(text):
    assert dated(PartialDate.parse(text)) is None


def test_bounds_need_a_year():
    assert bounds(PartialDate(None, 12, 31)) is None
    assert [str(day) for day in bounds(PartialDate(2020, 2)) or ()] == ["2020-02-01", "2020-02-29"]
    assert [str(day) for day in bounds(PartialDate(2021, 2, 30)) or ()] == ["2021-02-01", "2021-02-28"]


@pytest.mark.parametrize(("text", "lexical"), [
    ("252.80", "252.8"), ("252.8", "252.8"), ("1,200", "1200.0"), ("-0.0", "0.0"), ("5e2", "500.0"), (0.9, "0.9"), ("007", "7.0"),
])  # fmt: skip
def test_a_number_has_one_form(text, lexical):
    assert str(decimal(text)) == lexical


@pytest.mark.parametrize("text", ["", "约三成", "nan", "inf", "1e999999", "1e-999999"])
def test_no_number_gives_no_literal(text):
    assert decimal(text) is None
