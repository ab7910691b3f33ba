"""A text in, the ranges of its articles out: a page may hold several, each under a headline with its own dispatch or byline."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.ingest.press import Press
from graphbuild.text.even import evened
from graphbuild.text.lines import OWN, Line, ended, lines

HEADLINE, MOST = 80, 4
LONGEST = 250_000  # characters read at once: longer ones are read in parts, so that memory does not grow with a text


@dataclass(slots=True)
class Split:
    """What was met since the last boundary; `block` is where a headline may have begun."""

    starts: list[int]
    block: int | None = None
    size: int = 0
    body: bool = False
    signed: bool = False
    waiting: int | None = None


def articles(text: str, press: Press, first: int = 0) -> list[tuple[int, int]]:
    """Start and end of each article from `first` on; a heading alone never cuts one in two."""
    state = Split([first])
    for line in lines(evened(text)):
        if line.start < first:
            continue
        meet(line, kind(line, press), text.rfind("\n", 0, line.start) + 1, state)
    ends = [*state.starts[1:], len(text)]
    return [part for place in zip(state.starts, ends, strict=True) for part in parts(text, *place)]


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """An article, or the parts of a very long one: cut behind a line, a sentence, or anywhere where there is neither."""
    while end - start > LONGEST:
        low, high = start + LONGEST // 2, start + LONGEST
        cut = max(text.rfind("\n", low, high), 0) or max(text.rfind("。", low, high), 0) or high - 1
        yield start, cut + 1
        start = cut + 1
    yield start, end


def kind(line: Line, press: Press) -> str:
    """headline, body, byline (also at a paragraph's end), dispatch, header (labels a date) or page."""
    words = line.words
    if press.dispatch.match(words):
        return "dispatch"
    if len(words) <= 2 * HEADLINE and "。" not in words and press.dated.search(words):
        return "header"
    if signs(words, press):
        return "byline"
    if len(words) <= 2 * HEADLINE and "。" not in words and press.page.match(words):
        return "page"
    return "headline" if is_headline(line) else "body"


def signs(words: str, press: Press) -> bool:
    """Ends with a byline of its own; a photograph's (…摄) ends nothing."""
    tail = words.rstrip("）)")[-70:]
    found = press.signed.search(tail)
    opened = found is not None and (found.start() == 0 or tail[found.start() - 1] in " （(。！？”本")
    return opened and not tail.endswith("摄")


def is_headline(line: Line) -> bool:
    words = line.words
    long = len(words) > HEADLINE or line.indented
    item = words[0] in "（“" or bool(OWN.match(words)) and "：" not in words[:14] and not words.startswith("——")
    calls = words[-1] in "！？" and len(words) <= HEADLINE // 2
    done = ended(words) and words[-1] != "）" and not calls
    return not long and not item and not done and not any(sign in words for sign in "。；|")


def meet(line: Line, what: str, start: int, state: Split) -> None:
    """One line more: where a report opens under a headline after another's body, that headline was the boundary."""
    if what == "headline":
        state.size = state.size + 1 if state.block is not None else 1
        state.block = start if state.block is None or state.size > MOST else state.block
        return
    if what in ("dispatch", "header"):
        opened = state.block is not None and state.size <= MOST
        if state.body and (opened or state.signed and what == "dispatch"):
            begin(state, state.block if opened and state.block is not None else start)
        state.body = state.body or what == "dispatch"
    elif what == "byline":
        if state.waiting is not None:
            begin(state, state.waiting)
            state.body = True
        state.signed = state.body or len(line.words) > HEADLINE
        state.body = state.body or len(line.words) > HEADLINE
    elif what == "body":
        if state.signed and state.block is not None and state.size <= MOST:
            state.waiting = state.waiting if state.waiting is not None else state.block
        state.signed, state.body = False, True
    state.block, state.size = None, 0


def begin(state: Split, start: int) -> None:
    state.starts.append(start)
    state.body = state.signed = False
    state.waiting = None

