"""A text in, the amounts written in it out: exact decimals whatever the digits (三百二十, 2.5万, 一千二百亿, 近3000余)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
GREAT = {"万": 10**4, "亿": 10**8}
HAN = "零〇○一二两三四五六七八九十百千万亿"
PLAIN = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([十百千万亿]*)")
ROUGH, FIRST = ("约", "近", "逾", "超", "超过"), "零〇○一二两三四五六七八九十"
FIGURE = (
    rf"[\d{FIRST}](?:(?<=\d)(?:\d{{0,2}}(?: \d{{3}}){{1,3}}(?!\d)|[\d,]{{0,20}})(?:\.\d{{1,9}})?(?:(?!千[瓦克米])[百千万亿]){{0,3}}"
    rf"|(?<=[{FIRST}])[{HAN}]{{0,23}}(?:点[零〇一二三四五六七八九]{{1,9}})?)"
)
AMOUNT = re.compile(rf"({FIGURE})(多|余|来)?(万|亿)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """`written` keeps 亿 or 万 apart from the figure, as units do: 252.8 and 亿."""

    start: int
    end: int
    value: Decimal
    scale: str = ""
    rough: bool = False

    @property
    def whole(self) -> Decimal:
        return self.value * Decimal(scaled(self.scale))


def scaled(marks: str) -> int:
    """What 万, 亿, 万亿 multiply by."""
    product = 1
    for mark in marks:
        product *= GREAT.get(mark) or TENS[mark]
    return product


@lru_cache(1 << 12)  # years and small numbers come again and again
def number(text: str) -> Decimal | None:
    """The value of one whole written number: 320, 3,200, 2.5万, 三百二十, 二〇二三, 三点五亿."""
    plain = PLAIN.fullmatch(text)
    if plain:
        return Decimal(plain.group(1).replace(",", "")) * scaled(plain.group(2))
    whole, point, rest = text.partition("点")
    if point:
        figures, scale = rest.rstrip("百千万亿"), rest[len(rest.rstrip("百千万亿")) :]
        fraction, base = digits(figures), number(whole)
        return None if fraction is None or base is None else (base + fraction.scaleb(-len(figures))) * scaled(scale)
    return digits(text) if len(text) > 1 and not set(text) - DIGITS.keys() else chinese(text)


def digits(text: str) -> Decimal | None:
    """二〇二三 read digit by digit."""
    if not text or set(text) - DIGITS.keys():
        return None
    return Decimal("".join(str(DIGITS[c]) for c in text))


def chinese(text: str) -> Decimal | None:
    """三百二十, 十二, 一千二百亿, 三万零五十; a last digit counts the place below the one before it (三万五, 一百二)."""
    total = section = figure = 0
    unit = 0
    for sign in text:
        if sign in DIGITS:
            figure, unit = DIGITS[sign], 0 if DIGITS[sign] == 0 else unit
        elif sign in TENS:
            section, figure, unit = section + (figure or 1) * TENS[sign], 0, TENS[sign]
        elif sign in GREAT:
            total = (total + section + figure) * GREAT[sign] if sign == "亿" else total + (section + figure) * GREAT[sign]
            section, figure, unit = 0, 0, GREAT[sign]
        else:
            return None
    return Decimal(total + section + figure * (unit // 10 if unit > 10 else 1)) if text else None


def amounts(text: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """Every amount of text[start:end]; a figure keeps its 万 or 亿 as `scale`, 近 and 余 make it rough."""
    for found in AMOUNT.finditer(text, start, len(text) if end is None else end):
        written, after, great = found.groups()
        stem = written.rstrip("万亿")
        stem = written if set(stem) & GREAT.keys() else stem
        scale = written[len(stem) :] + (great or "")
        value = number(stem.replace(" ", "")) if stem else None
        if value is not None:
            rough = bool(after) or text.endswith(ROUGH, start, found.start())
            yield Amount(found.start(), found.end(), value, scale, rough)
