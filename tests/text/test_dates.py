"""The last day that a written date allows, as precise as it is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import PartialDate
from graphbuild.text.dates import dates

HOLIDAYS = {("秋季开学", None): (9, 1), ("秋季学期", None): (9, 1), ("“五一”", None): (5, 1), ("国庆节", None): (10, 1), ("元旦", None): (1, 1), ("春节", 2021): (2, 12)}
SAID = PartialDate(2021, 7, 31)


def read(text: str, said: PartialDate = SAID) -> list[str]:
    return [str(one.date) for one in dates(text, 0, len(text), said, HOLIDAYS)]


@pytest.mark.parametrize(("text", "day"), [
    ("2023年7月31日", "2023-07-31"), ("7月31日上午", "2021-07-31"), ("7月底", "2021-07-31"), ("年底前", "2021-12-31"),
    ("今年底", "2021-12-31"), ("明年6月底", "2022-06-30"), ("去年12月", "2020-12"), ("上半年", "2021-06-30"), ("三季度末", "2021-09-30"),
    ("2022年第四季度", "2022-12-31"), ("“五一”前", "2021-04-30"), ("国庆节前", "2021-09-30"), ("春节前", "2021-02-11"),
    ("元旦前", "2021-12-31"), ("月底前", "2021-07-31"), ("下月底", "2021-08-31"), ("今冬明春", "2022-05-31"), ("明年秋季", "2022-11-30"),
    ("二〇二二年十二月", "2022-12"), ("六月二十一日", "2021-06-21"), ("2024年2月底", "2024-02-29"), ("8月中旬", "2021-08-20"),
    ("昨天上午", "2021-07-30"), ("今日，", "2021-07-31"), ("前天，", "2021-07-29"), ("明天上午", "2021-08-01"), ("上月，", "2021-06"), ("上月底", "2021-06-30"),
    ("秋季开学前", "2021-08-31"), ("秋季学期将", "2021-09-01"), ("2023-07-31", "2023-07-31"), ("2023年", "2023"), ("20日上午", "2021-07-20"),
])
def test_read(text: str, day: str) -> None:
    assert read(text) == [day]


@pytest.mark.parametrize("text", ["13月底", "五一路", "两年内", "2月30日", "国庆路", "第3号", "近年来", "三年内"])
def test_no_date(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "day"), [
    ("年底前", "--12-31"), ("明年6月底", "--06-30"), ("7月", "--07"), ("2月底", "--02-28"), ("2022年7月", "2022-07"), ("去年", ""),
])
def test_without_a_known_year(text: str, day: str) -> None:
    assert read(text, PartialDate()) == [day]


@given(st.text("0123456789年月日底前上半今明去二十〇春节“五一”季度第-", max_size=40))
def test_every_date_is_a_day_that_a_calendar_has(text: str) -> None:
    for one in dates(text, 0, len(text), SAID, HOLIDAYS):
        assert one.start < one.end
        assert PartialDate.parse(str(one.date)) == one.date
        assert one.date.month is None or 1 <= one.date.month <= 12
