"""The knowledge in, what a reading with it would stumble over out: only the examples of its own wordings are read."""

import re

from graphbuild.errors import BrokenKnowledge
from graphbuild.ingest import Source
from graphbuild.knowledge import Knowledge
from graphbuild.reading.read import read_source

MARKS = re.compile(r"〔([^〔〕:]*):[^〔〕]*〕")


def rehearse(knowledge: Knowledge) -> list[BrokenKnowledge]:
    """Whatever is compiled from the knowledge is compiled here, once for all that follows."""
    tables = [table for table in knowledge.relations.values() if isinstance(table, dict)]
    examples = [example for table in tables for example in table.get("examples", ()) if isinstance(example, dict)]
    text = "\n".join(MARKS.sub(r"\1", str(example.get("text", ""))) for example in examples) or "。"
    try:
        read_source(Source("examples", data=text.encode("utf-8", "replace")), knowledge)
    except BrokenKnowledge as trouble:
        return [trouble]
    except (LookupError, ValueError, TypeError, AttributeError, re.error, RecursionError, OverflowError) as trouble:
        told = f"{type(trouble).__name__}: {trouble}"
        return [BrokenKnowledge(f"{knowledge.folder} cannot be read with ({told})", "undo the last change; graphbuild check")]
    return []
