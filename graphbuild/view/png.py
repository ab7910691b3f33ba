"""An SVG in, a PNG and the font that its words are drawn with out; where there is no such font, what to install."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from graphbuild.errors import Undrawable

# The files in which systems keep fonts with Chinese characters, the plainest of each family first.
FONTS = re.compile(
    r"(NotoSans(Mono)?CJK|NotoSansSC|SourceHanSans|PingFang|msyh|simhei|simsun|wqy-|DroidSansFallback|NotoSerifCJK|uming|ukai)",
    re.I,
)
PLAIN = re.compile(r"(Sans(SC|CJK(sc)?)?-(Regular|VF)|PingFang|msyh|wqy)", re.I)
FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
REMEDY = "install one (Debian: apt-get install fonts-noto-cjk) or write --svg, which needs none here"


def png(picture: str, zoom: float = 2.0) -> tuple[bytes, Path]:
    font = chinese_font()
    if font is None:
        raise Undrawable("no font with Chinese characters was found, so that a PNG would show empty boxes", REMEDY)
    try:
        import resvg_py
    except ModuleNotFoundError as trouble:
        raise Undrawable("a PNG needs resvg_py", "pip install 'graphbuild[pictures]', or write --svg") from trouble
    return bytes(
        resvg_py.svg_to_bytes(svg_string=picture, zoom=zoom, font_files=[str(font)], skip_system_fonts=True)
    ), font


def chinese_font() -> Path | None:
    return min(fonts(), key=lambda path: (not PLAIN.search(path.name), path.name), default=None)


def fonts() -> Iterator[Path]:
    for folder in os.environ.get("GRAPHBUILD_FONTS", os.pathsep.join(FOLDERS)).split(os.pathsep):
        for path in Path(folder).expanduser().rglob("*"):
            if path.suffix.lower() in (".ttf", ".ttc", ".otf") and FONTS.search(path.name):
                yield path
