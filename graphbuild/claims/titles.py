"""A Reading in, where the titles before its people begin out: a person and the title before the name read as one."""

import re
from collections.abc import Mapping

from graphbuild.claims.reading import Reading
from graphbuild.claims.wording import Wording
from graphbuild.model import Mention

BODIES = frozenset(("Organization", "Company", "District", "Zone", "Facility"))
PEOPLE = frozenset(("Official", "Person"))
JOINT = "、兼暨"
LOOSE = re.compile(r"[市县区省州旗镇乡村原副\s*]")
BEHIND = re.compile(r"同志|女士|先生|（[^（）\n]{1,16}）")
FAR = 80


def ends_of_titles(reading: Reading, known: Wording) -> Mapping[int, int]:
    """Where each title word ends and begins."""
    found = {end: start for start, end, word in known.titles.find(reading.text) if word not in known.no_titles}
    found |= {end + 1: start for end, start in found.items() if reading.text[end : end + 1] == "长"}  # 宣传部长
    duties = tuple(known.words("oversees.labels"))
    for mention in reading.mentions:
        if mention.kind == "Post" and not reading.text[mention.start : mention.end].endswith(duties):
            found[mention.end] = mention.start
    return found


def with_title(
    reading: Reading, person: Mention, titles: Mapping[int, int], bodies: Mapping[int, int]
) -> tuple[int, int]:
    """The stretch of a person together with the titles before and the words of courtesy behind the name."""
    text, start = reading.text, person.start
    while start > person.start - FAR:
        before = step_back(text, start, person.start, titles, bodies)
        if before == start:
            break
        start = before
    behind = BEHIND.match(text, person.end)
    return start, behind.end() if behind else person.end


def step_back(text: str, at: int, name: int, titles: Mapping[int, int], bodies: Mapping[int, int]) -> int:
    """One word of the title further to the left; a body alone before a name is no title."""
    if at in bodies and at != name:
        return bodies[at]
    if at in titles:
        return titles[at]
    if at == name:
        return at
    joint = at - 1
    if joint > 0 and text[joint] in JOINT and joint in titles:
        return joint
    return joint if joint >= 0 and LOOSE.match(text, joint) and (joint in titles or joint in bodies) else at
