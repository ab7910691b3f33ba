"""What was counted in, blocks of figures out: a chart for what was counted more than once, one table for all the rest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graphbuild.view.blocks import Block, Row, slim
from graphbuild.view.charts import Figure, chart, plain
from graphbuild.view.citing import Citations
from graphbuild.view.stories import Said
from graphbuild.view.wording import Wording, value


def figures(said: Iterable[Said], wording: Wording, cite: Citations) -> Iterator[Block]:
    groups: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for each in said:
        if each.relation == "Measure":
            groups[wording.part(each, "indicator"), wording.part(each, "unit")].append(each)
    rest: list[Row] = []
    for (indicator, unit), group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        counted = [figure(each, wording, cite) for each in group]
        counted.sort(key=lambda one: (one.period, one.planned, one.value))
        if picture := chart(indicator, unit, counted):
            rows = tuple(Row((f.period, plain(f.value), f.change, state(f, wording)), f.cites) for f in counted)
            heading = f"{indicator}（{unit}）" if unit else indicator
            yield slim(Block(heading, wording.heads("period", "value", "change", "state"), rows, picture))
        else:
            rest += [
                Row((indicator, f.period, plain(f.value) + unit, f.change, state(f, wording)), f.cites) for f in counted
            ]
    if rest:
        columns = wording.heads("indicator", "period", "value", "change", "state")
        yield slim(Block(wording.say["single"], columns, tuple(rest)))


def state(figure: Figure, wording: Wording) -> str:
    return wording.say["plan"] if figure.planned else ""


def figure(each: Said, wording: Wording, cite: Citations) -> Figure:
    period = wording.part(each, "period") or wording.span(each.dates)
    planned = value(each, "status") == "Planned"
    return Figure(period, wording.part(each, "value"), signed(wording.part(each, "change")), planned, cite.of(each))


def signed(change: str) -> str:
    """+3.5%, -2%, or nothing."""
    if not change:
        return ""
    return f"{plain(change)}%" if change.startswith("-") else f"+{plain(change)}%"
