"""Trouble in, whether memory ran out out: libraries say it in their own ways."""

import errno

SAID = "memory ran out", "free some, raise its limit (ulimit -v), or work in one process where there is --jobs 1"
WORDS = ("failed to map segment", "cannot allocate memory", "can't start new thread", "Memory allocation")


def starved(trouble: BaseException | None) -> bool:
    """Also where it stands behind what is said."""
    while trouble:
        if isinstance(trouble, MemoryError) or isinstance(trouble, OSError) and trouble.errno == errno.ENOMEM:
            return True
        if isinstance(trouble, ImportError | RuntimeError) and any(word in str(trouble) for word in WORDS):
            return True
        trouble = trouble.__cause__ or trouble.__context__
    return False
