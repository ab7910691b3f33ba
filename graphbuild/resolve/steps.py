"""A Fact of a milestone or a figure in, the Step out that can be compared: whose, which, for when, said when."""

from decimal import Decimal, InvalidOperation

from graphbuild.model import Fact, PartialDate
from graphbuild.resolve.standing import Days, Step

MULTIPLES = {"万": 4, "亿": 8, "千": 3, "百": 2}
HALVES = {"H1": ("01-01", "06-30"), "H2": ("07-01", "12-31")}
QUARTERS = {"Q1": ("01-01", "03-31"), "Q2": ("04-01", "06-30"), "Q3": ("07-01", "09-30"), "Q4": ("10-01", "12-31")}


def step_of(fact: Fact) -> Step:
    """A milestone is about its thing; a figure about its area, indicator and period."""
    told = dict(fact.qualifiers)
    said = tuple(sorted({(days, c.document.id) for c in fact.claims if (days := c.document.said.span())}))
    done = told.get("status") == "done"
    id = "\x1f".join((fact.relation, fact.subject, *(f"{key}={value}" for key, value in fact.qualifiers)))
    if fact.relation == "milestone":
        return Step(id, (fact.subject,), told.get("kind", ""), done, PartialDate.parse(told.get("date", "")).span(), said)
    value, unit = scaled(told.get("value", ""), told.get("unit", ""))
    period = told.get("period", "")
    about = (fact.subject, told.get("same") or told.get("indicator", ""), period)
    change, most = number(told.get("change", "")), told.get("limit") == "most"
    return Step(id, about, "measure", done, span(period), said, value, change, unit, most)


def span(period: str) -> Days | None:
    """The first and the last day of 2019, 2019-H1, 2019-Q1 or 2019-07."""
    year, _, part = period.partition("-")
    if part in HALVES or part in QUARTERS:
        first, last = (HALVES | QUARTERS)[part]
        return f"{year}-{first}", f"{year}-{last}"
    return PartialDate.parse(period).span()


def number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def scaled(value: str, unit: str) -> tuple[Decimal | None, str]:
    """178000 万元 is 17.8 亿元: one number in the plain unit."""
    figure = number(value.removesuffix(".0"))  # the graph writes 8 as 8.0, which is not as exact
    while figure is not None and len(unit) > 1 and unit[0] in MULTIPLES:
        figure, unit = figure.scaleb(MULTIPLES[unit[0]]), unit[1:]
    return figure, unit
