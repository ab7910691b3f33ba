"""A day of no known year is told as such, and opens and ends no span."""

import pytest

from graphbuild.view.wording import Wording, dated
from graphbuild.view.words import phrases


@pytest.mark.parametrize(("day", "told"), [
    ("--08-13", "8月13日（年份不详）"), ("--11", "11月（年份不详）"), ("2023-12-20", "2023-12-20"), ("", ""),
])
def test_a_day_without_a_year_says_so(day, told):
    assert dated(day, phrases("zh", "reports/words.json")) == told


def test_it_stands_in_a_span_only_where_there_is_no_other():
    wording = Wording(None, "", "zh")
    assert wording.span(["--08-13", "2022-04-15", "2023-12-20"]) == "2022-04-15 – 2023-12-20"
    assert wording.span(["--08-13"]) == "8月13日（年份不详）" and wording.span([]) == ""
