"""A cue in its sentence in, its status and date out: planned or done, and the last day that the text allows."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple

from graphbuild.claims.accounts import Account, annals
from graphbuild.claims.dating import Dating
from graphbuild.claims.eras import MAIN, framed, outlook
from graphbuild.claims.reading import Reading
from graphbuild.claims.steps import Step, Words, words
from graphbuild.model import PartialDate
from graphbuild.text.dates import Dated
from graphbuild.text.years import Years, years

CLAUSE = re.compile(r"[，：；。！？|\n]")
SEGMENT, AFTER = re.compile(r"[；。！？|\n]"), 40
SO_FAR = re.compile("截[至止]")
SENTENCE = re.compile(r"[。！？\n]")
HEADING = re.compile(r"(?m)^(?:[^，。；！？|\n]{4,24}|[\s\u3000*#]*[一二三四五六七]、[^。；！？|\n]{4,40})$")
CERTAIN = re.compile(r"[已了]")
GOES_ON = re.compile(r"(?:建设|推进|推动|实施|进行|开展)?[，。；！\n]")
NOUN = re.compile(r"[，。、；”》）\n]")
AHEAD = ("在即", "在望", "奠定", "打下", "夯实", "创造")  # 为甲路建成奠定基础
AHEAD_OF = ("planned", "pace")
BACK = ("done", "past")  # 获评, 累计 look back and say nothing of the step beside them
REACH, TITLE, FAR = 800, 120, 16
LATER = re.compile(r"(?:建成|投产|达产|投用|运营|完工|竣工|开业|通车|使用|实施|完成)后[^。；\n]*$")


@dataclass(frozen=True, slots=True)
class Told:
    status: str
    date: PartialDate


def line_start(text: str, place: int) -> int:
    """Where the line begins, or not too far before: one endless line must not make reading slow."""
    return max(text.rfind("\n", 0, place) + 1, place - REACH)


class Tone(NamedTuple):
    """A word on what is planned and done, where it ends and begins; 已 is certain."""

    end: int
    kind: str
    certain: bool
    start: int


@dataclass(frozen=True, eq=False)
class Speech:
    """A text, when it speaks, and the words by which it tells what is planned from what is done."""

    text: str
    known: Words
    when: Years

    def tell(self, step: Step, thing: int = 0) -> Told | None:
        """None where the step is denied, wished for or only supposed; 停工的甲馆封顶 denies nothing of the `thing` behind it."""
        text = self.text
        line = line_start(text, step.start)
        start = max([line, *(found.end() for found in SENTENCE.finditer(text, line, step.start))])
        clauses = [start, *(found.end() for found in CLAUSE.finditer(text, start, step.start))]
        said = self.tone(clauses[-1], step.end)  # 改造即将完成 says it itself
        if said == "never" and clauses[-1] < thing < step.start and text[thing - 1] == "的":
            said = self.tone(thing, step.start)
        if said == "never" or any(self.known.supposed.match(text, clause) for clause in clauses):
            return None
        attribute = text[step.end : step.end + 1] == "的" and text[step.end + 1 : step.end + 2] not in ("有", "是")
        dated = self.dating.of(start, clauses[-1:] if attribute else clauses, step.start, step.end)
        if said == "done" and dated and not self.sure(clauses[-1], step.start):  # 9月1日正式开学, said in May
            said = self.dating.compared(self.dating.nearest(dated, said)) or said
        noun = text[step.start - 1 : step.start] == "的" and not step.act  # 甲路的开工建设
        past = text[step.end : step.end + 1] == "了" or text[step.end : step.end + 2] == "以来"
        status = (
            ("planned" if text.startswith(AHEAD, step.end) else "done" if past else said)
            or self.onward(clauses, dated)
            or ("done" if self.account.is_chronicle and not self.between(start, clauses[-1]) else "")
            or (self.dating.status(dated) or self.dating.month_to_come(dated) if dated else "")
            or self.before(clauses, thing) or self.ordered(step, dated) or (self.dating.guessed(dated) if dated else "")
            or ("" if step.act else self.so_far(start, step.end))
            or ("" if attribute or noun else self.looked_back(start, step.start))
            or ("planned" if step.act else "done")
        )
        date = self.dating.nearest(dated, status).date if dated else self.undated(step.start, status)
        return Told(status, self.dating.due(dated, date) if status == "planned" else date)

    def onward(self, clauses: Sequence[int], dated: Dated | None) -> str:
        """预计2019年动工，2020年竣工: what comes after a step that is planned is planned too."""
        for first, last in pairwise(clauses) if dated else ():
            planned = weighed(self.between(first, last)) == "planned" == weighed(self.between(first, clauses[-1]))
            if planned and dated and any(self.dating.follows(one, dated) for one in self.stepped(first, last)):
                return "planned"
        return ""

    def stepped(self, start: int, end: int) -> list[Dated]:
        """The dates of a clause that tells a step."""
        steps = any(self.known.forms[word][0] != ("none",) for _, _, word in self.known.cues.find(self.text[start:end]))
        return list(self.dating.named(start, end)) if steps else []

    def ordered(self, step: Step, dated: Dated | None) -> str:
        """5月1日开通甲路，年内建成乙桥 among plans: where nobody knows when it was said, the day does not tell that it is past."""
        free = dated and step.act and not dated.date.year and not self.when.said.month
        return "planned" if free and self.mood(step.start) == "planned" else ""

    def so_far(self, start: int, end: int) -> str:
        """截至6月底，甲馆完工 looks back; so does 甲馆主体完工，计划8月竣工, which goes on to what is still to come."""
        if SO_FAR.match(self.text, start):
            return "done"
        stop = SEGMENT.search(self.text, end, end + AFTER)
        stop_at = stop.start() if stop else end + AFTER
        return "done" if any(self.heads(one) and self.steps_on(one.end, stop_at) for one in self.between(end, stop_at)) else ""

    def undated(self, place: int, status: str) -> PartialDate:
        """The year of the part; what 2022年民生实事任务 plans without a day is to be done in that year."""
        part = self.when.part(place)
        found = self.known.annual.search(self.text, 0, TITLE) if status == "planned" else None
        return PartialDate(int(found["year"])) if found and (part.year or 0) < int(found["year"]) else part

    @cached_property
    def dating(self) -> Dating:
        return Dating(self.text, self.known, self.when)

    def tone(self, start: int, end: int, near: int = 0) -> str:
        """The last word on it; 推动 before `near` is of something else."""
        return weighed([one for one in self.between(start, end) if one.kind != "pace" or one.end > near])

    def before(self, clauses: Sequence[int], thing: int) -> str:
        """What the clauses before say: 甲路即将贯通 nothing of 乙校 in the next one; 确保 that opens its clause goes on."""
        said = self.between(clauses[0], clauses[-1])
        if thing >= clauses[-1]:
            said = [one for one in said if one.kind not in AHEAD_OF or self.leads(one, clauses)]
        return weighed(said).replace("never", "")

    def leads(self, one: Tone, clauses: Sequence[int]) -> bool:
        """加快推进 is of its own clause alone, wherever it stands, and so is 计划8月竣工."""
        clause = bisect_right(clauses, one.start) - 1
        first = one.kind == "planned" and not self.known.left(self.text[clauses[clause] : one.start])
        return first and not self.steps_on(one.end, clauses[clause + 1])

    def steps_on(self, start: int, end: int) -> bool:
        """Nothing but when and how stands before the next step."""
        cue = next(iter(self.known.cues.find(self.text[start:end])), None)
        return cue is not None and not self.known.left(self.text[start : start + cue[0]])

    def sure(self, start: int, end: int) -> bool:
        return any(one.certain for one in self.between(start, end))

    @cached_property
    def tones(self) -> list[Tone]:
        """Where each word on it ends, once for the whole text: figures are many and their paragraphs long."""
        found = ((start, end, self.weight(word, end), word) for start, end, word in self.known.tones.find(self.text))
        return [Tone(end, weight, bool(CERTAIN.search(word)), start) for start, end, weight, word in found if weight]

    def weight(self, word: str, end: int) -> str:
        """加快推进A is to be done; A加快推进 at the end of a clause only tells how it goes; a 计划 that goes on to nothing is a thing."""
        kind = self.known.tone_of[word]
        if kind == "planned" and NOUN.match(self.text, end):
            return ""
        if kind == "pace":
            return "" if GOES_ON.match(self.text, end) else kind
        return kind

    def between(self, start: int, end: int) -> list[Tone]:
        first = bisect_right(self.tones, start, key=itemgetter(0))
        return self.tones[first : bisect_right(self.tones, end, key=itemgetter(0))]

    @cached_property
    def tally(self) -> list[tuple[int, int]]:
        """How often planned and done were said before each; 甲路预计明年通车 tells of that road and counts half."""
        ends = {one.end for one in self.tones}  # 加快推进 is one
        ahead = (one.kind in AHEAD_OF and one.start not in ends and not self.afterwards(one) for one in self.tones)
        steps = ((more * (1 + self.heads(one)), int(one.kind in BACK)) for one, more in zip(self.tones, ahead, strict=True))
        return list(accumulate(steps, lambda one, two: (one[0] + two[0], one[1] + two[1]), initial=(0, 0)))

    def afterwards(self, one: Tone) -> bool:
        """建成后将带动就业 says nothing of when it will be built."""
        return LATER.search(self.text, max(0, one.start - FAR), one.start) is not None

    def heads(self, one: Tone) -> bool:
        """力争 that stands first in its clause."""
        return one.kind == "planned" and (one.start == 0 or CLAUSE.match(self.text, one.start - 1) is not None)

    def backwards(self, start: int, place: int) -> str:
        """A figure whose sentence compares it (同比增长8%) and plans nothing is a result."""
        ends = SENTENCE.search(self.text, place, place + REACH)
        kinds = {one.kind for one in self.between(start, ends.start() if ends else place + REACH)}
        return "done" if "past" in kinds and not kinds.intersection(AHEAD_OF) else ""

    def mood(self, place: int) -> str:
        """Nothing in the sentence: the year or heading of the part, else how its paragraph and then its whole text speak."""
        line, end = line_start(self.text, place), self.text.find("\n", place, place + REACH)
        return self.part(place) or self.leaning(line, end if end > 0 else min(len(self.text), place + REACH)) or self.throughout

    def part(self, place: int) -> str:
        year, now = self.when.at(place), self.when.said.year
        if year is not None and now is not None and year != now:
            return "planned" if year > now else "done"
        return "done" if self.when.past(place) else self.under(line_start(self.text, place))

    def looked_back(self, start: int, place: int) -> str:
        """The mood, but for an account that says no word of it."""
        told = "done" if self.account.surely(start, place) else self.part(place)
        return told or ("done" if self.account.likely(start, place) else self.mood(place))

    @cached_property
    def account(self) -> Account:
        return Account(self.text, sum(one.kind == "planned" for one in self.tones))

    def under(self, line: int) -> str:
        """What the heading above says of all below it: 下步打算, 上半年完成情况."""
        last = bisect_right(self.headings, line, key=itemgetter(0)) - 1
        return self.headings[last][1] if last >= 0 else ""

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        lines = ((one.end(), one.group()) for one in HEADING.finditer(self.text))
        found = [(place, self.kind(line), MAIN.fullmatch(line)) for place, line in lines]
        return [(place, kind) for place, kind, main in found if kind or main and main["rank"] != "一"]

    def kind(self, line: str) -> str:
        """What a heading says of all below it; one of the main ones ends what the one before it said."""
        main = MAIN.fullmatch(line)
        return (outlook(main, self.known) if main else self.known.heading(line)) or ("done" if annals(line) else "")

    @cached_property
    def throughout(self) -> str:
        return self.leaning(0, len(self.text))

    def leaning(self, start: int, end: int) -> str:
        first, last = (self.tally[bisect_right(self.tones, place, key=itemgetter(0))] for place in (start, end))
        planned, done = (last[0] - first[0]) / 2, last[1] - first[1] + 2 * self.text.count("了", start, end)
        return "" if planned == done or 0 < planned - done < 1 else "planned" if planned > done else "done"


def weighed(tones: Sequence[Tone]) -> str:
    """The last word; 已 after 计划 is done, 正式 after 将 is still to come."""
    said = ""
    for one in tones:
        if one.kind == "never":
            return one.kind
        if one.kind in AHEAD_OF:
            said = "planned"
        elif one.kind == "done" and (not said or one.certain):
            said = one.kind
    return said


@lru_cache(maxsize=1)
def speech(reading: Reading) -> Speech:
    """How a document speaks: milestones and measures ask one after the other."""
    known = words(reading.knowledge)
    return Speech(reading.text, known, framed(reading.text, years(reading.text, reading.document.said), known))
