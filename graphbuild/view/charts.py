"""Figures of one indicator in, a small chart out: SVG bars with their numbers, the planned ones hollow."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

BAR, GAP, HIGH = 46, 22, 92


@dataclass(frozen=True)
class Figure:
    period: str
    value: str
    change: str
    planned: bool
    cites: tuple[int, ...] = ()

    @property
    def number(self) -> float:
        try:
            return float(self.value)
        except ValueError:
            return 0.0


def chart(title: str, unit: str, figures: Sequence[Figure]) -> str:
    """Nothing for a single figure: one bar compares with nothing."""
    if len(figures) < 2 or not any(figure.value for figure in figures):
        return ""
    most = max(abs(figure.number) for figure in figures) or 1.0
    wide = len(figures) * (BAR + GAP) + GAP
    bars = "".join(bar(n, figure, most) for n, figure in enumerate(figures))
    name = escape(f"{title} ({unit})" if unit else title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" viewBox="0 0 {wide} {HIGH + 44}" '
        f'width="{wide}" height="{HIGH + 44}"><title>{name}</title>{bars}</svg>'
    )


def bar(n: int, figure: Figure, most: float) -> str:
    x, tall = GAP + n * (BAR + GAP), max(abs(figure.number) / most * HIGH, 1.5)
    top = HIGH - tall + 16
    fill = 'fill="none" stroke="#0b5c7d" stroke-dasharray="3 2"' if figure.planned else 'fill="#0b5c7d"'
    words = 'text-anchor="middle" font-size="11" fill="currentColor"'
    middle = x + BAR / 2
    return (
        f'<rect x="{x}" y="{top:.1f}" width="{BAR}" height="{tall:.1f}" {fill}/>'
        f'<text x="{middle}" y="{top - 4:.1f}" {words}>{escape(plain(figure.value))}</text>'
        f'<text x="{middle}" y="{HIGH + 32}" {words}>{escape(figure.period or "–")}</text>'
    )


def plain(number: str) -> str:
    """12.0 is written 12."""
    return number.removesuffix(".0")
