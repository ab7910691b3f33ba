"""The folder ontology/ in, its Knowledge out, or all that is wrong with it at once, before any text is read."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

from graphbuild.errors import BrokenKnowledge, several
from graphbuild.graph.shape_gaps import gaps_of_shapes
from graphbuild.knowledge import Knowledge, check, home
from graphbuild.knowledge.load import tried
from graphbuild.model import Issue
from graphbuild.query.cues import cues
from graphbuild.query.saying import teller
from graphbuild.reading import version
from graphbuild.reading.rehearsal import rehearse

SOUND = "sound"  # the note beside an output that says by what it was tried


def known(memory: Path | None = None) -> Knowledge:
    """What was found sound before a build, by these very programs, is not tried again by the next one."""
    return sound(home("ontology"), memory)


@cache
def sound(folder: Path, memory: Path | None = None) -> Knowledge:
    """Once for each folder: what is compiled from it is kept as long as it is."""
    if memory and (memory / SOUND).is_file():
        knowledge, troubles = tried(folder)
        if not troubles and (memory / SOUND).read_text("utf-8", "replace") == seal(knowledge):
            return knowledge
    knowledge, issues = problems(folder)
    if issues:
        raise several([BrokenKnowledge(f"{issue.where}: {issue.message}".lstrip(": "), issue.remedy) for issue in issues])
    return knowledge


def seal(knowledge: Knowledge) -> str:
    """Of the knowledge and of all programs."""
    return version(knowledge, ("",))


def keep(knowledge: Knowledge, memory: Path) -> None:
    with suppress(OSError):
        (memory / SOUND).write_text(seal(knowledge), "utf-8")


def problems(folder: Path, trying: bool = False) -> tuple[Knowledge, list[Issue]]:
    """What is known, and every gap in it; what can only be tried is tried where nothing else is wrong."""
    knowledge, troubles = tried(folder)
    for talk in (partial(cues, folder), partial(teller, folder, "zh"), partial(teller, folder, "en")):
        troubles += raised(talk)
    issues = [*map(told, troubles), *check(knowledge), *gaps_of_shapes(folder, trying)]
    return knowledge, list(dict.fromkeys(issues or map(told, rehearse(knowledge))))


def raised(work: Callable[[], object]) -> list[BrokenKnowledge]:
    try:
        work()
    except BrokenKnowledge as trouble:
        return list(trouble.parts or [trouble])
    return []


def told(trouble: BrokenKnowledge) -> Issue:
    return Issue("error", "knowledge", "broken", trouble.message, "", trouble.remedy)
