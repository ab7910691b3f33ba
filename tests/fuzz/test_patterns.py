"""No pattern of the package is caught by texts pumped out of itself: each ends within a limit of the system."""

import re
import signal

from tests.fuzz.patterns import patterns
from tests.fuzz.pumped import pumped

SIZE, SECONDS = 400, 2  # of this process in the processor; a pattern needs a hundredth of one, and what is caught for ever


class Caught(Exception):
    pass


def raise_caught(*_):
    raise Caught


def ends(made: re.Pattern[str], text: str) -> bool:
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        sum(1 for _ in made.finditer(text))
        made.fullmatch(text)
        return True
    except Caught:
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def test_every_pattern_ends_on_what_is_hardest_for_it():
    found = patterns()
    assert len(found) > 400 and len({where.partition(":")[0] for _, _, where in found}) > 80
    before = signal.signal(signal.SIGVTALRM, raise_caught)
    try:
        caught = [
            (where, pattern[:60], text[:20])
            for pattern, flags, where in found for text in pumped(pattern, flags, SIZE) if not ends(re.compile(pattern, flags), text)
        ]
    finally:
        signal.signal(signal.SIGVTALRM, before)
    assert not caught


def test_what_pumps_finds_what_is_caught():
    """(区|区)+$ is the kind that must never come in: the texts made for it hold what it takes, over and over, and a break."""
    for pattern in (r"(区|区)+$", r"(?:\d+)*年", r"(?:[^，]*区)*。"):
        texts = pumped(pattern, 0, 40)
        assert any(len(set(text[:-1])) == 1 and len(text) > 30 for text in texts), pattern
