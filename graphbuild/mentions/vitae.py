"""Title words of a text in, Mentions of the bodies out that a curriculum vitae tells before them: 2008.08—2010.11 甲部乙司司长."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.model import Mention
from graphbuild.text.vitae import times

BODY = re.compile(r"(?P<body>[一-鿿、]{3,40}?(?:[司局厅处委办院所部会科室队团]|中心|委员会|办公室|党组|集团|公司|大学|学院|政府))(?P<group>党组|党委|党工委)?")


def in_vitae(text: str, told: Sequence[Mention]) -> Iterator[Mention]:
    """All from the time up to the first title of the line, where a body ends there."""
    for time in times(text):
        post = next((m for m in told if m.kind == "Post" and time.at <= m.start < time.end), None)
        body = BODY.fullmatch(text, time.at, post.start) if post else None
        if body:
            yield Mention(time.at, body.end("body"), ("Organization",), body["body"], "body of a career")
