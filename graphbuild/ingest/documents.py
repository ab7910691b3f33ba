"""A source and its page in, one Document an article out, each with what its source and its own text say about it."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from graphbuild.ingest.articles import articles
from graphbuild.ingest.dates import URL, day_in, day_of_name, day_of_url, refined, year_of_title
from graphbuild.ingest.front import Dateline, front
from graphbuild.ingest.press import press
from graphbuild.ingest.source import About, Page, Source
from graphbuild.ingest.writers import writers
from graphbuild.model import Document, Issue, PartialDate
from graphbuild.text.clean import clean
from graphbuild.text.years import headed, years

HEAD = 1000
HALF, LONG = 6, 12  # months
REPORT, ARCHIVED = re.compile("报告|总结|公报|要点"), 2  # years after which a report is no news


def documents(source: Source, page: Page, digest: str) -> list[Document]:
    """In the order of the text; what sources.toml says goes before the page's head, that before the text."""
    ranges = articles(page.text, press(), page.start)
    whole = source.about.title if len(ranges) == 1 else ""
    return [article(source, page, digest, number, place, whole) for number, place in enumerate(ranges, 1)]


def article(source: Source, page: Page, digest: str, number: int, place: tuple[int, int], title: str) -> Document:
    view = clean(page.text, *place)
    said, dateline = front(view.text, press())
    known = (source.about, page.about, said)
    title = title or (page.about.title if number == 1 else "") or said.title or source.about.title
    if not dateline.day.month and (day := day_in(title)).year:
        dateline = Dateline(day)
    day = published(source, known, title, view.text, dateline.day)
    spoken = before(dateline.day, day, dateline.alone)
    if spoken.year is None and not source.about.published.year:
        spoken = PartialDate(of_archive(title, view.text, day), spoken.month, spoken.day)
    return Document(
        identity(digest, source.name, number), source.name, page.text, view, digest, title, day, spoken,
        source.about.place, first(known), writers(view.text, press()),
    )


def of_archive(title: str, text: str, published: PartialDate) -> int | None:
    """沈阳市2005年政府工作报告, put on a page in 2022, speaks in 2005; where its title has no year its headings may."""
    if not published.year or not REPORT.search(title):
        return None
    year = year_of_title(title).year or headed(text)
    return year if year and year <= published.year - ARCHIVED else None


def before(day: PartialDate, published: PartialDate, alone: bool = False) -> PartialDate:
    """A report opens with a day that is not after its publication: 12月30日, published in January, is last year's; 9月1日,
    published in May, is one that the text looks ahead to; one years ago is one that it tells of, unless it stands `alone`."""
    if not (day.month and published.month and published.year):
        return day
    far = ((day.year or published.year) - published.year) * 12 + day.month - published.month
    if far > HALF and day.year is None:
        return PartialDate(published.year - 1, day.month, day.day)
    ahead = far > 0 or far == 0 and (day.day or 0) > (published.day or 31)
    return PartialDate() if ahead or far < -LONG and not alone else day


def published(source: Source, known: tuple[About, ...], title: str, text: str, dateline: PartialDate) -> PartialDate:
    """sources.toml, the page's head, the text's labels, the file's name, the address, the title; at last the text's headings."""
    path = Path(source.name)
    urls = [*(about.url for about in known), *URL.findall(text[:HEAD]), *URL.findall(text[-HEAD:])]
    addresses = [day_of_url(url) for url in urls if url]
    folders = day_of_url(path.parent.as_posix() + "/")
    told = (*(about.published for about in known), day_of_name(path.stem), *addresses, folders, year_of_title(title))
    known_year = next((date for date in told if date.year), None)
    known_year = known_year or (PartialDate() if dateline.year else years(text, dateline).said)
    return refined(known_year, told) if known_year.year else PartialDate()


def undated(documents: Iterable[Document]) -> list[Issue]:
    """Documents of no known year: their days cannot be put in order, and no promise of theirs falls due."""
    remedy = 'add published = "2019" with its reason to sources.toml, or begin the file name with the year'
    return [
        Issue("warning", "ingest", "no year", f"{d.source} tells no year, nor does its name or address", d.source, remedy)
        for d in sorted(documents, key=lambda d: (d.source, d.id)) if d.said.year is None
    ]  # fmt: skip


def first(known: tuple[About, ...]) -> str:
    return next((about.publisher for about in known if about.publisher), "")


def identity(digest: str, name: str, number: int) -> str:
    """Twelve hex digits of bytes, file name and article: the same in every folder and reading order."""
    return hashlib.sha256(f"{digest}\0{Path(name).name}\0{number}".encode()).hexdigest()[:12]
