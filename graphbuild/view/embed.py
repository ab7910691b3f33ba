"""A page in, a fragment for another page out: an iframe that is sandboxed, so that two of them never meet."""

from html import escape

from graphbuild.view.page import Look, render
from graphbuild.view.part import part, whole
from graphbuild.view.stories import Stories
from graphbuild.view.style import label
from graphbuild.view.words import phrases

SANDBOX = 'sandbox="allow-scripts allow-downloads" loading="lazy"'
FRAME = 'style="width:100%;height:{height}px;border:1px solid #d9dde2;border-radius:8px"'


def embed(stories: Stories, look: Look, height: int = 700, left: tuple[int, int] = (0, 0)) -> str:
    """The page inside is whole: script, style and data; the page outside gives it nothing and gets nothing."""
    drawn = part(stories, look.focus, look.depth) if look.focus else whole(stories)
    name = label(look.title or phrases(look.language)["title"], 80)
    page = render(stories, look.inside(), drawn.without(left))
    return f'<iframe title="{escape(name)}" {SANDBOX} {FRAME.format(height=height)} srcdoc="{escape(page)}"></iframe>\n'


def pointing(fragment: str, title: str, height: int = 700) -> str:
    """What a report that lies beside the fragment writes to show it."""
    return f'<iframe title="{escape(title)}" {SANDBOX} {FRAME.format(height=height)} src="{escape(fragment)}"></iframe>'
