"""The names in a folder in, what of it a build has written out: its own texts and pages are no sources of the next one."""

from collections.abc import Collection

OURS = frozenset(("parts", "graph.ttl", "graph.html", "issues.jsonl", "identity.jsonl", "report.json", "texts", "store"))
GRAPHS, ALWAYS = {"graph.ttl", "parts"}, {"report.json", "texts"}


def written(names: Collection[str], root: bool) -> Collection[str]:
    """One further down holds nothing to read; where one is given itself, what people put beside our files is read."""
    held = set(names)
    if not held >= ALWAYS or not GRAPHS & held:
        return ()
    return OURS if root else held
