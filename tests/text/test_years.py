"""The year that holds at a place of a text, and the day on which the text speaks."""

import pytest

from graphbuild.model import PartialDate
from graphbuild.text.years import years


@pytest.mark.parametrize(("text", "said"), [
    ("7月3日，会议召开。", "--07-03"), ("2023年7月3日上午，会议召开。", "2023-07-03"), ("发布时间：2023-04-29\n正文。", "2023-04-29"),
    ("2023年第一季度项目进展\n正文。", "2023"), ("预计2025年6月交付。", ""), ("三月五日，会议召开。", "--03-05"),
])
def test_the_day_of_a_text(text: str, said: str) -> None:
    assert str(years(text, PartialDate()).said) == said


def test_a_known_day_is_kept() -> None:
    assert years("2019年7月3日，会议召开。", PartialDate(2020, 1, 2)).said == PartialDate(2020, 1, 2)


def test_headings_set_the_year_of_their_part() -> None:
    text = "开头。\n一、2023年工作回顾\n甲。\n二、2024年主要任务\n乙。"
    found = years(text, PartialDate(2024, 1, 18))
    assert [found.at(text.index(sign)) for sign in "开甲乙"] == [2024, 2023, 2024]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2016年，投入资金2.6亿元。截至6月底，项目已完工。", "2016-06-30"),
        ("2024年，截至2月底，项目已完工。", "2024-02-29"),
        ("2016年，截至13月底，项目已完工。", "2016"),
        ("2016年6月31日，项目完工。", "2016"),
        ("5月10日，李某调研。甲路于2022年11月份开工，目前完成70%。", "2023-05-10"),
        ("5月10日，李某调研。甲路将于2022年11月份完工。", "2022-05-10"),
        ("5月10日，李某调研。甲路于2022年3月开工。", "2022-05-10"),
    ],
)
def test_the_day_is_one_of_the_calendar(text, said):
    assert str(years(text, PartialDate()).said) == said
