"""Knowledge and a text in, the cues of milestones out: each a run of words that say one step, or two (建成投用)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.text.dates import pattern
from graphbuild.text.days import Holidays
from graphbuild.text.finder import Finder

JOIN = re.compile(r"[、并且即]?(?:正式|对外|同步)?")
TONES = ("none", "never", "planned", "done")


@dataclass(frozen=True, slots=True)
class Step:
    """text[start:end] says `kinds`; `act` where a thing may stand behind it, `state` where it stands before it."""

    start: int
    end: int
    kinds: tuple[str, ...]
    state: bool
    act: bool


@dataclass(frozen=True)
class Words:
    """The lexicon of milestones, compiled: `between` is what may stand between a thing and its cue."""

    cues: Finder
    kinds: dict[str, tuple[tuple[str, ...], str]]
    tone: re.Pattern[str]
    between: re.Pattern[str]
    themselves: re.Pattern[str]
    beside: re.Pattern[str]
    early: re.Pattern[str]
    day: re.Pattern[str]
    holidays: Holidays

    def left(self, text: str) -> str:
        """What is left of the words between a thing and its cue without dates and words that say how and when."""
        return self.between.sub("", self.day.sub("", text))


@cache
def words(knowledge: Knowledge) -> Words:
    rows = knowledge.rows("milestone-cues")
    kinds = {row["word"]: (tuple(row["kind"].split()), row["form"]) for row in rows}
    feasts = holidays(knowledge)
    named = {c: any_of(*knowledge.words("milestone-words", **{"class": c})) for c in (*TONES, *CLASSES)}
    tone = "|".join(f"(?P<{c}>{named[c]})" for c in TONES)
    between = any_of(*(w for c in ("between", "planned", "done", "self") for w in knowledge.words("milestone-words", **{"class": c})))
    return Words(
        Finder(kinds), kinds, re.compile(tone), re.compile(rf"（[^）]*）|[“”\s*#]|{between}"), re.compile(named["self"]),
        re.compile(rf"(?:{named['beside']})$"), re.compile(named["early"]),
        pattern(tuple(sorted({word for word, _ in feasts}))), feasts,
    )


CLASSES = ("self", "beside", "early")


def any_of(*options: str) -> str:
    return "|".join(re.escape(word) for word in sorted(options, key=len, reverse=True)) or "(?!)"


def holidays(knowledge: Knowledge) -> Holidays:
    """The first day of each holiday by name and, for those of the lunar calendar, by year."""
    return {
        (row["word"], int(row["year"]) if row["year"] else None): (int(row["month"]), int(row["day"]))
        for row in knowledge.rows("holidays")
    }


def steps(text: str, known: Words) -> Iterator[Step]:
    """Cues from left to right; those that stand together and share their thing come as one."""
    run: Step | None = None
    for start, end, word in known.cues.find(text):
        kinds, form = known.kinds[word]
        if kinds == ("none",):
            continue
        step = Step(start, end, kinds, form != "act", form != "state")
        if run and run.state and step.state and JOIN.fullmatch(text, run.end, start):
            step = Step(run.start, end, tuple(dict.fromkeys((*run.kinds, *kinds))), True, step.act or run.act)
        elif run:
            yield run
        run = step
    if run:
        yield run
