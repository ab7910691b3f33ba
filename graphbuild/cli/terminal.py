"""What a command says in, the same out: to a file or a pipe as it is, on a terminal without power over it."""

import re
import sys
from io import TextIOWrapper

# Controls but tab and line end, and the marks that turn the direction of what follows: names from texts and files may hold them.
POWERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Terminal(TextIOWrapper):
    """Powers are shown, not used."""

    def write(self, text: str) -> int:
        super().write(inert(text))
        return len(text)


def inert(text: str) -> str:
    return POWERS.sub(lambda power: repr(power[0])[1:-1] if power[0] != "\x7f" else "\\x7f", text)


def tame() -> None:
    """Standard output alone: what goes to standard error is made inert by who says it, for it may have a colour."""
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.isatty():
        encoding, errors = sys.stdout.encoding, sys.stdout.errors
        sys.stdout = Terminal(sys.stdout.detach(), encoding, errors, line_buffering=True)
