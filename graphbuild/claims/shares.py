"""A Page in, claims of who looks after which body out, where work is shared out: 副县长甲：负责常务工作。分管县财政局，联系县税务局."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.claims.evidence import joined
from graphbuild.claims.groups import Placed
from graphbuild.claims.page import Page
from graphbuild.model import Claim

SHARE = re.compile("分管|协管|主管|代管|联系")
BEFORE = re.compile(
    r"(?:^|[。；，：\n])(?:具体|直接|并)?(?:协助[^，。；：\n]{0,12}?)?(?:负责|对口|协助)?$"
    r"|[\ue000-\uefff]\s*(?:同志|[副常务]{0,3}[一-鿿]{1,2}[长任记席])\s*$"
)
PEOPLE = frozenset(("Official", "Person"))
BODIES = frozenset(("Organization", "District", "Zone", "Company", "Facility", "Project"))
GOES_ON = re.compile(r"(?:负责|分管|协管|主管|代管|联系|协助|兼|领导|主持)")
ANEW = re.compile(r"[。；][^，。；：\n]{0,16}$")  # 。副县长乙：负责
DUTY = re.compile(rf"(?:同志)?[：，]?{GOES_ON.pattern}")
OTHER = r"(?:[^。；：、，\n\ue000-\uefff]{2,18}?(?:局|委|办|院|厅|会|中心|处|署)[、，及和与（]){0,4}"  # bodies that nobody knows
JOINT = re.compile(rf"{OTHER}[^。；：\n\ue000-\uefff]{{0,6}}")
STOP = re.compile(r"[。；：\n]")
LIST = re.compile(rf"[、，及和与]?{OTHER}[^。；：\n\ue000-\uefff]{{0,24}}")
LINES, OPENING, NEAR = 8, 16, 24


def shares(page: Page) -> Iterator[Claim]:
    """Whoever stands behind such a verb is that of the person with whom the paragraph, or the one above it, began."""
    for found in shared(page.text, 0, len(page.text)):
        if who := person(page, found.start()):
            for thing in shared_out(page, found.end()):
                place = joined(page, who, thing, found.span(), page.sentence(found.start()))
                yield page.reading.claim("oversees", who[1], thing[1], place, "分管", 0.85)


def shared(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Verbs without a subject of their own."""
    return (one for one in SHARE.finditer(text, start, end) if BEFORE.search(text, max(0, one.start() - NEAR), one.start()))


def person(page: Page, place: int) -> Placed | None:
    """The one that the line begins with, else a line above those that only go on."""
    line, end = page.line(place)[0], place
    for _ in range(LINES):
        if named := page.marks(line, end, PEOPLE):
            anew = [one for one in named if ANEW.search(page.text, line, one[0]) and DUTY.match(page.text, one[0] + 1)]
            return anew[-1] if anew else named[0] if named[0][0] - line <= OPENING else None
        if line < 2 or not GOES_ON.match(page.text, line):
            return None
        line, end = page.line(line - 1)
    return None


def shared_out(page: Page, start: int) -> Sequence[Placed]:
    """The list of bodies right behind the verb, up to the sentence's end or the next verb."""
    found: list[Placed] = []
    at, joint = start, JOINT
    stop = page.around(start, start, STOP)[1]
    stop = next((one.start() for one in shared(page.text, start, stop)), stop)
    for mark in page.marks(start, stop):
        if not joint.fullmatch(page.text, at, mark[0]) or not BODIES.intersection(mark[1].kinds):
            break
        found.append(mark)
        at, joint = mark[0] + 1, LIST
    return found
