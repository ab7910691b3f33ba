"""Numbers in any digits have one exact value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.text.numerals import DIGITS, amounts, number


@pytest.mark.parametrize(("written", "value"), [
    ("三百二十", 320), ("2.5万", 25000), ("一千二百亿", 120_000_000_000), ("十二", 12), ("二〇二三", 2023), ("三点五亿", 350_000_000),
    ("8,200", 8200), ("一百零二", 102), ("一百二", 120), ("三万五", 35000), ("三万零五十", 30050), ("两千", 2000), ("0", 0),
])
def test_value(written: str, value: int) -> None:
    assert number(written) == value


@pytest.mark.parametrize("written", ["", "甲", "三甲", "一点"])
def test_no_number(written: str) -> None:
    assert number(written) is None


def test_amounts_keep_the_scale_apart() -> None:
    found = list(amounts("完成投资三百二十亿元，近3000余人、1.2万名，20多万平方米"))
    assert [(one.value, one.scale, one.rough) for one in found] == [
        (Decimal(320), "亿", False), (Decimal(3000), "", True), (Decimal("1.2"), "万", False), (Decimal(20), "万", True),
    ]
    assert found[0].whole == 32_000_000_000


def test_a_thousand_of_a_unit_is_the_units_own() -> None:
    found = list(amounts("用电量300亿千瓦时，装机50万千瓦，新增3千米，约5千人"))
    assert [(one.value, one.scale) for one in found] == [(300, "亿"), (50, "万"), (3, ""), (5000, "")]


@given(st.integers(0, 10**9), st.sampled_from(["", "万", "亿"]))
def test_arabic_digits_are_exact(figure: int, scale: str) -> None:
    assert number(f"{figure}{scale}") == figure * {"": 1, "万": 10**4, "亿": 10**8}[scale]


@given(st.integers(1000, 9999))
def test_digit_by_digit(year: int) -> None:
    signs = {n: sign for sign, n in reversed(DIGITS.items())}
    assert number("".join(signs[int(d)] for d in str(year))) == year


@given(st.text("一二十百千万亿零点〇3.,余近多", max_size=40))
def test_amounts_lie_in_the_text_and_never_cross(text: str) -> None:
    reach = 0
    for one in amounts(text):
        assert reach <= one.start < one.end <= len(text)
        reach = one.end
