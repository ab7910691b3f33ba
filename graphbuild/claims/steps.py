"""Knowledge and a text in, the cues of milestones out: each a run of words that say one step, or two (建成投用)."""

import re
from dataclasses import dataclass
from functools import cache

from graphbuild.knowledge import Knowledge
from graphbuild.text.dates import pattern
from graphbuild.text.days import Holidays
from graphbuild.text.either import either
from graphbuild.text.finder import Finder

LATER = "后"
ENDS = re.compile(r"[，：；。！？、|\n（）)”\s]|$|并|且|以来|后再|的|了|啦|在即|在望|迎客|转入|奠定|打下|夯实|创造|目标(?!任务)|于(?=[\d一二去前])|成为|(?<=建于)(?=[\d一二]{4}年)")
COUNTED = r"等?(?:[\d一二两三四五六七八九十百余多]+[条个座处家所项栋大])?"
WORKS, AHEAD = re.compile(r"(?:工程|项目|建设)[于在将已正式全面顺利]{0,6}$"), 20
CLOCK = re.compile(r"\d{1,2}[时点](?:\d{1,2}分|半|整|许)?")
SOONER = re.compile(r"(?:[比较](?:原?计划|原定|合同|既定)(?:工期|时间|节点)?)?提前了?[约近]?[\d一二两三四五六七八九十半多余个]{1,4}(?:天|月|年|周)")
ALONE = ("rite", "sort")
JOIN = re.compile(r"[、并且即]?(?:正式|对外|同步)?")
TONES = ("none", "never", "planned", "pace", "done", "past")


@dataclass(frozen=True, slots=True)
class Step:
    """text[start:end] says `kinds`; `act` where a thing may stand behind it, `state` where it stands before it;
    `form` is rite for a ceremony (开工仪式), sort for what things are (A、B等竣工项目), sole where it says so only right beside one."""

    start: int
    end: int
    kinds: tuple[str, ...]
    state: bool
    act: bool
    of: frozenset[str]
    form: str = ""


@dataclass(frozen=True)
class Words:
    """The lexicon of milestones, compiled: `between` is what may stand between a thing and its cue."""

    cues: Finder
    forms: dict[str, tuple[tuple[str, ...], str, frozenset[str]]]
    tones: Finder
    tone_of: dict[str, str]
    between: re.Pattern[str]
    themselves: re.Pattern[str]
    bare: re.Pattern[str]
    opening: re.Pattern[str]
    beside: re.Pattern[str]
    early: re.Pattern[str]
    supposed: re.Pattern[str]
    counted: re.Pattern[str]
    there: re.Pattern[str]
    day: re.Pattern[str]
    joint: re.Pattern[str]
    holidays: Holidays
    ahead: re.Pattern[str]
    account: re.Pattern[str]
    service: re.Pattern[str]
    annual: re.Pattern[str]
    outset: re.Pattern[str]
    own: re.Pattern[str]

    def left(self, text: str) -> str:
        """What is left of the words between a thing and its cue without dates and words that say how and when."""
        return self.between.sub("", CLOCK.sub("", self.day.sub("", SOONER.sub("", text))))

    def heading(self, line: str) -> str:
        """目标任务完成情况 looks back, 目标任务 ahead."""
        return "done" if self.account.search(line) else "planned" if self.ahead.search(line) else ""


@cache
def words(knowledge: Knowledge) -> Words:
    rows = knowledge.rows("milestone-cues")
    kinds = {row["word"]: (tuple(row["kind"].split()), row["form"], frozenset(row["of"].split())) for row in rows}
    feasts = holidays(knowledge)
    named = {c: any_of(*knowledge.words("milestone-words", **{"class": c})) for c in (*TONES, *CLASSES)}
    tones = {w: c for c in reversed(TONES) for w in knowledge.words("milestone-words", **{"class": c})}
    ranked = sorted(tones, key=lambda word: (TONES.index(tones[word]), -len(word), word))
    classes = ("between", "planned", "pace", "done", "self")
    between = any_of(*(w for c in classes for w in knowledge.words("milestone-words", **{"class": c})))
    return Words(
        Finder(kinds), kinds, Finder(ranked, ranked=True), tones,
        re.compile(rf"（[^）]*）|[“”\s*#]|{between}"), re.compile(named["self"]),
        re.compile(rf"(?:{named['self']})|(?<=[，。；：\n\s])(?:{named['bare']})"),
        re.compile(rf"(?:{named['opening']}|[，\s])*"),
        re.compile(rf"(?:{named['beside']})$"), re.compile(named["early"]), re.compile(named["if"]),
        re.compile(rf"(?:等|…+)[一-鿿\d]{{0,12}}?(?:{named['others']})|{COUNTED}(?:{named['others']})?"), re.compile(named["there"]),
        pattern(tuple(sorted({word for word, _ in feasts}))),
        re.compile(rf"集中(?P<step>{any_of(*(w for w, form in kinds.items() if form[0] != ('none',)))})"), feasts,
        re.compile(named["ahead"]), re.compile(named["account"]), re.compile(named["service"]),
        re.compile(rf"(?<!\d)(?P<year>20\d\d)年度?[^。，；：|\n]{{0,24}}?(?:{named['annual']})"), re.compile(named["outset"]),
        re.compile(rf"[”》]?的?(?:{named['own']})"),
    )


CLASSES = (
    "self", "bare", "opening", "beside", "early", "if", "others", "there", "ahead", "account", "service", "annual", "outset",
    "own",
)


def any_of(*options: str) -> str:
    return either(options)


def holidays(knowledge: Knowledge) -> Holidays:
    """The first day of each holiday by name and, for those of the lunar calendar, by year."""
    return {
        (row["word"], int(row["year"]) if row["year"] else None): (int(row["month"]), int(row["day"]))
        for row in knowledge.rows("holidays")
    }


def steps(text: str, known: Words) -> list[Step]:
    """Cues from left to right; those that stand together and share their thing come as one (建成投用甲园: 投用 leans on 建成)."""
    found: list[Step] = []
    leaning: set[int] = set()
    later = -1
    for start, end, word in reversed(list(known.cues.find(text))):
        kinds, form, of = known.forms[word]
        after = found[-1] if found and JOIN.fullmatch(text, end, found[-1].start) else None
        after = None if after and after.start in leaning and after.start != end else after
        ends = bool(ENDS.match(text, end)) or after is not None and after.state
        if kinds == ("none",) or later >= 0 and JOIN.fullmatch(text, end, later):  # 建成并投产后 tells of neither
            later = start if word.endswith(LATER) or kinds != ("none",) else -1
            continue
        if form in ALONE:
            found.append(Step(start, end, kinds, False, False, of, form))
            continue
        leans = form == "state" and not ends
        state = ends and (form != "act" or set_going(text, start, known))
        step = Step(start, end, kinds, state, form != "state" or leans, of, form)
        if after and form != "sole" and (after.state and step.state or after.act and step.act):
            kinds = tuple(dict.fromkeys((*kinds, *after.kinds)))
            found[-1] = Step(start, after.end, kinds, after.state and step.state, after.act, after.of or of)
            leaning.discard(after.start)
        else:
            found.append(step)
        if leans:
            leaning.add(start)
    return [step for step in reversed(found) if step.start not in leaning]


def set_going(text: str, start: int, known: Words) -> bool:
    """甲河治理工程3月1日正式启动: works stand before it, up to a day and how."""
    return bool(WORKS.search(known.day.sub("", text[max(0, start - AHEAD) : start])))
