"""A Reading in, claims of measures out: figures for the text's own area, with their growth, period and status."""

from collections import Counter
from collections.abc import Iterator

from graphbuild.claims.counts import Count, Counts
from graphbuild.claims.indicator_tables import indicator_tables
from graphbuild.claims.indicator_words import frame
from graphbuild.claims.limits import limited
from graphbuild.claims.periods import Periods, status
from graphbuild.claims.reading import Reading
from graphbuild.claims.tense import REACH, Speech, line_start, speech
from graphbuild.model import Claim, Mention


def measures(reading: Reading) -> Iterator[Claim]:
    """A figure without a subject where the text names no area that it could be for."""
    main = area(reading)
    said = speech(reading)
    periods = Periods(reading.text, said.when)
    counts = Counts(reading, frame(reading.knowledge), main)
    for start, end in reading.sentences:
        for count in counts.read(start, end):
            yield claimed(reading, count.area or main, count, (start, end), said, periods)
    for row in indicator_tables(reading):
        yield claimed(reading, main, row.count, (row.start, row.end), said, periods, row.since)


def area(reading: Reading) -> Mention | None:
    """The text's own area where it is named: the one that 全区 means, else the one named most, else a zone."""
    own = reading.place
    for kind in ("District", "Zone"):
        named = [mention for mention in reading.within(0, len(reading.text), kind) if mention.kind == kind]
        tally = Counter(mention.name for mention in named)
        best = [name for name, n in tally.most_common(2) if n > 1 or len(tally) == 1]
        name = own if own in tally else best[0] if best else ""
        if named:
            return next((mention for mention in named if mention.name == name), None)
    return None


def claimed(
    reading: Reading, place: Mention | None, count: Count, evidence: tuple[int, int], said: Speech, periods: Periods,
    since: int = -1,
) -> Claim:
    start = max(evidence[0], count.place - REACH)
    unsaid = "planned" if count.verb else "done"  # 新建公厕30座 is a task where nothing tells that it is past
    span = periods.at(line_start(reading.text, start) if since < 0 else since, start, max(count.when, 0) or count.place)
    told = status(said, start, count.place, span) or unsaid
    most = "most" if told == "planned" and limited(reading.text, count.place, reading.knowledge) else ""
    return reading.claim(
        "measure", place, None, evidence, "measure", 0.8,
        indicator=count.name, value=count.value, unit=count.unit, change=count.change,
        period=span, status=told, limit=most,
    )
