"""A Reading in, the posts that persons hold out: titles before a name, in a chain, over a list, or after the name."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from graphbuild.claims.billed import bill
from graphbuild.claims.offices import Areas, Held, office
from graphbuild.claims.reading import Reading
from graphbuild.knowledge import Knowledge
from graphbuild.knowledge.tables import Row
from graphbuild.model import Claim, Mention
from graphbuild.text.vitae import WRITTEN_TO

JOINED = re.compile(r"[\s：|“]*（?")
NOBODY = re.compile("(?:[有相]关|部门|单位)[^，、]{0,4}$")  # 有关负责人，县领导甲
TAKES = re.compile("(?:同志)?[兼担]?任(?!命)")
CHAIN = re.compile(r"\s*[、兼暨：/和\s][^，。；：、！？\n|（）]{0,25}")
FARTHER = re.compile(r"，[^，。；：、！？\n|（）各的]{0,16}")
OPENING = re.compile(r"(?:^|[。！？；，：\n与和同])[^，。；：、！？\n|（）各任为的名职原兼曾]{0,12}$")
LIST = re.compile(r"(?:同志)?(?:（[^（）]{1,12}）)?\s*(?:[、和及与\s]|以及)\s*|（[^（）]{1,12}）")
AFTER = re.compile(
    r"\s*(?:同志)?(?:（|\|)\s*[^，。；：、！？\n|（）]{0,25}|"
    r"(?:同志)?(?:为现任|现为|现?[是任]|担任|兼任|当选为?|因?被(?:任命|选举|推选|聘任)为)[^，。；：、！？\n|（）]{0,25}|"
)
SAID = re.compile(r"(?:同志)?(?:任|担任|兼任|当选为?)[^，。；：、！？\n|（）]{0,25}")
WITH = re.compile(r"(?:同志)?(?:[、和与及]|以及)")
NAMED = re.compile(r"(?:任命|选举|推选|补选|增补|聘任|聘请|提名)$")
HEAD, HEADED = re.compile("以[^，。；：、！？]{0,20}$"), re.compile("(?:同志)?为")  # 以局长甲为组长的督查组
MADE = re.compile(r"(?:同志)?为[^，。；：、！？\n|（）]{0,25}")
ENDED = re.compile(r"(?:免去|辞去|不再担任)[^，。；]{0,12}$|(?:原|时任)$")
AROUND, FAR = 120, 20
LEADERS, CLOSES = re.compile("(?:[省市区县旗州镇乡级]|[大四]家|班子)领导$"), re.compile("等(?:在家的?|有关|相关|分管[一-鿿]{0,4})?$")
ROLE = ("河长", "湖长", "林长", "路长", "田长", "链长", "组长", "指挥长", "总指挥")
FIRST_OF = "常务副"


def posts(reading: Reading) -> Iterator[Claim]:
    """One claim for each title of a chain and each person under it; a title told twice keeps its fullest wording."""
    held = list(pairs(reading))
    wordings: dict[str, set[str]] = {}
    for one in held:
        wordings.setdefault(one.person.name, set()).add(one.post.name)
    areas, objects = Areas(reading), dict[tuple[str, str], Mention]()
    named = [(one, fullest(one.post.name, wordings[one.person.name])) for one in held]
    for one, title in named:
        if (one.person.name, title) not in objects and (body := office(reading, one, areas)):
            objects[one.person.name, title] = body
    for one, title in named:
        yield state(reading, one, title, objects.get((one.person.name, title)))


def fullest(title: str, wordings: set[str]) -> str:
    """主任 is 区人大常委会主任 where the text calls the same person both."""
    longer = [other for other in wordings if other.endswith(title) and not other[: -len(title)].endswith(OTHERS)]
    return max(longer, key=lambda other: (len(other), other), default=title)


OTHERS = ("副", "代", "代理", "常务", "原", "第一", "执行", "名誉")


def state(reading: Reading, one: Held, title: str, body: Mention | None) -> Claim:
    text = reading.text
    titles = [t.start - len(t.of) if text.endswith(t.of, 0, t.start) else t.start for t in (one.post, *one.chain)]
    low, high = min(one.person.start, *titles), max(m.end for m in (one.person, one.post, *one.chain))
    if body and body.start < low < body.end + AROUND and "\n" not in text[body.start : low]:
        low = body.start
    words = body.name if body else one.post.of
    return reading.claim("holds", one.person, body, (low, high), one.rule, one.sure, title=title, organization=words)


def pairs(reading: Reading) -> Iterator[Held]:
    """Persons with the titles that stand beside them."""
    text = reading.text
    titles = [m for m in reading.mentions if m.kind == "Post" and not in_body(reading, m)]
    persons = [m for m in reading.mentions if m.kind in ("Official", "Person")]
    ends = {title.end: n for n, title in enumerate(titles)}
    starts, behind = [title.start for title in titles], {person.end for person in persons}
    listed: tuple[Mention, list[Mention]] | None = None
    behind_each = [chain_after(text, person, titles, starts, persons) for person in persons]
    afters = shared(text, persons, behind_each, reading.knowledge)
    having = set[int]()
    told_in_lines = bill(reading, classes(reading.knowledge))
    for person, behind_it in zip(persons, afters, strict=True):
        after = told_in_lines.behind.get(person.start, behind_it)
        chain = [t for t in chain_before(text, person, titles, ends, persons) if t.start not in told_in_lines.taken]
        chain = [*told_in_lines.roles.get(person.start, []), *own(chain, behind)]
        if chain:
            listed = person, [] if lone(chain[-1], reading.knowledge) else [t for t in chain if not lone(t, reading.knowledge)]
        elif listed and LIST.fullmatch(text, listed[0].end, person.start):
            chain, listed = listed[1], (person, listed[1])
        if after and after[0].start == person.end and any(JOINED.fullmatch(text, after[-1].end, p.start) for p in persons):
            after = after[:1]  # 甲主席、市委常委乙
        if after and after[0].start == person.end and (chain or told(after[0], reading.knowledge, "right_before") == "no"):
            after = []
        if ENDED.search(text, max(0, person.start - 16), person.start):  # 免去甲副区长职务
            after = []
        having.update([person.start] if chain or after else [])
        for rule, those in (("title before", chain), ("title after", after)):
            yield from (Held(person, title, those, rule) for title in those if told(title, reading.knowledge) == "yes")
    yield from written_to(persons, titles, having)
    yield from summed_up(reading, persons, having)


def written_to(persons: Sequence[Mention], titles: Sequence[Mention], having: Collection[int]) -> Iterator[Held]:
    """甲、乙代表：你们提出的建议收悉."""
    starts = [title.start for title in titles]
    for person in persons:
        if person.rule == WRITTEN_TO and person.start not in having:
            title = titles[bisect_left(starts, person.end)]
            yield Held(person, title, [title], WRITTEN_TO)


def summed_up(reading: Reading, persons: Sequence[Mention], having: Collection[int]) -> Iterator[Held]:
    """甲、乙等县领导: those of the list of whom no other post is told."""
    text, ends = reading.text, {person.end: n for n, person in enumerate(persons)}
    for title in reading.mentions:
        leaders = title.kind == "Post" and LEADERS.search(title.name)
        closing = CLOSES.search(text, max(0, title.start - FAR), title.start) if leaders else None
        n = ends.get(closing.start(), -1) if closing else -1
        while n >= 0 and persons[n].start not in having:
            yield Held(persons[n], title, [title], "list before a title")
            n = n - 1 if n and WITH.fullmatch(text, persons[n - 1].end, persons[n].start) else -1


def in_body(reading: Reading, title: Mention) -> bool:
    """移民 of 扶贫移民局 is no title."""
    around = reading.within(max(0, title.start - FAR), title.end + FAR, "Organization")
    return any(m.start < title.start and title.end < m.end for m in around)


def shared(
    text: str, persons: Sequence[Mention], afters: list[list[Mention]], knowledge: Knowledge
) -> list[list[Mention]]:
    """甲、乙任副组长: what is said of the last of a list goes for those before, where there may be many."""
    said = False
    for n in range(len(persons) - 2, -1, -1):
        one, after = persons[n + 1], afters[n + 1]
        several = after and not afters[n] and not lone(after[-1], knowledge) and WITH.fullmatch(text, persons[n].end, one.start)
        said = bool(several and (said or SAID.fullmatch(text, one.end, after[0].start)))
        if said:
            afters[n] = after
    return afters


def own(chain: list[Mention], behind: Collection[int]) -> list[Mention]:
    """甲主席、市委常委乙: what stands right behind a name is that one's."""
    last = max((n for n, title in enumerate(chain) if title.start in behind), default=-1)
    return chain[last + 1 :]


@cache
def classes(knowledge: Knowledge) -> dict[str, Row]:
    manners = {row["word"]: row for row in knowledge.rows("title_classes")}
    return {row["word"]: {**manners.get(row["class"], {}), **row} for row in knowledge.rows("titles")}


def told(title: Mention, knowledge: Knowledge, column: str = "post") -> str:
    """What is known of a title's word: whether it is a post, whether a name may stand right before it."""
    known = classes(knowledge)
    return next((known[title.name[n:]][column] for n in range(len(title.name)) if title.name[n:] in known), "")


@cache
def lone_words(knowledge: Knowledge) -> tuple[str, ...]:
    return knowledge.words("titles", unique="yes")


def lone(title: Mention, knowledge: Knowledge) -> bool:
    """区长甲、乙, 常务副区长甲、乙: only the first is that."""
    return "副" not in title.name.replace(FIRST_OF, "") and title.name.endswith(lone_words(knowledge))


def chain_before(
    text: str, person: Mention, titles: Sequence[Mention], ends: dict[int, int], persons: Sequence[Mention]
) -> list[Mention]:
    """区委副书记、区长 before the name: the nearest title and those joined to it."""
    near = next((ends[at] for at in range(person.start, max(person.start - 5, -1), -1)
                 if at in ends and joined(text, at, person)), None)
    if near is None:
        return []
    first = leftmost(text, near, titles, persons)
    someone = first and not NOBODY.search(text, max(0, titles[first - 1].start - 2), titles[first - 1].end)
    if someone and FARTHER.fullmatch(text, titles[first - 1].end, titles[first].start):
        farther = leftmost(text, first - 1, titles, persons)
        if opens(text, titles[farther]) and not between(persons, titles[farther], titles[first]):
            first = farther
    chain = list(titles[first : near + 1])
    return chain if not ENDED.search(text, max(0, chain[0].start - 16), chain[0].start) else []


def joined(text: str, at: int, person: Mention) -> bool:
    """区长甲; 组长由甲担任."""
    by = text[at : person.start] == "由" and TAKES.match(text, person.end)
    return bool(by or JOINED.fullmatch(text, at, person.start))


def leftmost(text: str, near: int, titles: Sequence[Mention], persons: Sequence[Mention]) -> int:
    """Where the chain begins that the title `near` ends."""
    while near and linked(text, titles[near - 1], titles[near]) and not between(persons, titles[near - 1], titles[near]):
        near -= 1
    return near


def opens(text: str, title: Mention) -> bool:
    """Whether a clause begins with this title: 市委常委，某区委书记甲 is one person, 甲任市委常委，… is not."""
    start = title.start - len(title.of) if text.endswith(title.of, 0, title.start) else title.start
    return bool(OPENING.search(text[max(0, start - 16) : start]))


def linked(text: str, title: Mention, following: Mention) -> bool:
    joint = text[title.end : following.start]
    if joint == "为" and title.name.endswith(ROLE):  # 甲河河长为副市长乙
        return True
    return joint.strip() == following.of or bool(CHAIN.fullmatch(joint))


def between(persons: Sequence[Mention], one: Mention, other: Mention) -> bool:
    """Whether a person is named between two titles."""
    n = bisect_left(persons, other.start, key=lambda person: person.start)
    return n > 0 and persons[n - 1].start >= one.end and persons[n - 1].end <= other.start


def chain_after(
    text: str, person: Mention, titles: Sequence[Mention], starts: Sequence[int], persons: Sequence[Mention]
) -> list[Mention]:
    """甲（区委常委、副区长）; 甲任副区长; 甲教授; of 甲县长、乙副县长 the first only."""
    n = bisect_left(starts, person.end)
    head = HEAD.search(text, max(0, person.start - FAR), person.start)
    if n == len(titles) or text[titles[n].end : titles[n].end + 1] == "的" and not head:
        return []
    joint = HEADED if head else MADE if NAMED.search(text, max(0, person.start - 4), person.start) else AFTER
    if not joint.fullmatch(text, person.end, titles[n].start):
        return []
    chain = [titles[n]]
    while n + 1 < len(titles) and linked(text, titles[n], titles[n + 1]) and not between(persons, titles[n], titles[n + 1]):
        n += 1
        chain.append(titles[n])
    return chain
