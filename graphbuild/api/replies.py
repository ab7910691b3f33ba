"""The reply to a question in plain words in, the same to be walked and shown out."""

from dataclasses import dataclass, fields
from typing import Any

from graphbuild.api import html
from graphbuild.api.rows import Rows, told
from graphbuild.query.replies import Reply
from graphbuild.query.sentences import Sentence

COLUMNS = tuple(each.name for each in fields(Sentence))


@dataclass(frozen=True)
class Asked:
    """`reply.outcome` says whether it was answered, and if not, why."""

    reply: Reply

    def __bool__(self) -> bool:
        return self.reply.outcome == "answered"

    def __str__(self) -> str:
        return self.reply.sentence

    @property
    def rows(self) -> Rows:
        return Rows(self.reply.columns, self.reply.table)

    @property
    def sentences(self) -> Rows:
        """The words that prove it."""
        return told(COLUMNS, self.reply.quotes)

    @property
    def nearest(self) -> tuple[str, ...]:
        """Questions that the graph does answer, where this one it does not."""
        return self.reply.nearest

    def dict(self) -> dict[str, Any]:
        return self.reply.dict()

    def _repr_html_(self) -> str:
        candidates = [" ".join(candidate) for candidate in self.reply.candidates]
        said = [(row["quote"], f"{row['file']}:{row['start']}-{row['end']} · {row['date']}") for row in self.sentences]
        table = self.rows._repr_html_() if self.reply.table else ""
        return html.heading(self.reply.sentence) + html.paragraphs(*candidates, *self.nearest) + table + html.quotes(said)
