"""The planted sentences of planted.tsv in, invented texts of five areas and five years out, with what each name truly means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graphbuild.claims import extract
from graphbuild.evaluate.clusters import BCubed, b_cubed
from graphbuild.knowledge.decisions import Decisions
from graphbuild.knowledge.tables import read_table
from graphbuild.model import Document, Mention, PartialDate
from graphbuild.resolve import Identity, identify
from graphbuild.text.clean import clean
from tests.resolve.alike import KNOWLEDGE

ROWS = read_table(Path(__file__).with_name("planted.tsv"))
MARK = re.compile(r"\[([^|\]]+)\|([^|\]]+)(?:\|([^\]]*))?\]")
YEARS = range(2019, 2024)
EACH = 3  # texts of an area and year
AREAS = {
    "bj": ("北京市", "朝阳区", "朝阳区"), "cc": ("吉林省长春市", "朝阳区", "朝阳区"), "ys": ("河南省洛阳市", "偃师市", "偃师区"),
    "mj": ("河南省洛阳市", "孟津县", "孟津区"), "yl": ("澄州市", "云岭县", "云岭县"),
}  # fmt: skip
RENAMED = 2021


@dataclass(frozen=True)
class Text:
    """A document with its names in their order and what each truly means."""

    area: str
    year: int
    document: Document
    mentions: tuple[Mention, ...]
    truth: tuple[str, ...]


def called(area: str, year: int) -> str:
    return AREAS[area][1 if year < RENAMED else 2]


def texts() -> Iterator[Text]:
    """The first text of each year has no place in its source, and says itself where it is from."""
    for area in AREAS:
        for year in YEARS:
            for number in range(EACH):
                words = "".join(sentences(area, year, number))
                place = AREAS[area][0] + called(area, year) if number else ""
                yield text(area, year, f"{area}{year}{number}", words, place)


def sentences(area: str, year: int, number: int) -> Iterator[str]:
    """Where it is from, then every third row that holds for the area and the year."""
    for n, row in sorted(enumerate(ROWS), key=lambda numbered: numbered[1]["case"] != "own areas"):
        first, last = map(int, row["years"].split("-"))
        opening = row["case"] == "own areas"
        if row["area"] in ("*", area) and first <= year <= last and (opening or n % EACH == number):
            variants = row["words"].split(" // ")
            words = variants[(year + n + number) % len(variants)]
            words = max(variants, key=len) if opening and not number else words
            name = called(area, year)
            yield words.replace("{D}", name).replace("{L}", name[-1]).replace("{k}", area)


def text(area: str, year: int, id: str, marked: str, place: str) -> Text:
    words, spans, done = "", [], 0
    for mark in MARK.finditer(marked):
        words += marked[done : mark.start()]
        spans.append((len(words), len(words) + len(mark[1]), mark[2], mark[3] or ""))
        words, done = words + mark[1], mark.end()
    words += marked[done:]
    view = clean(words)
    assert len(view.text) == len(words), words
    document = Document(id, f"{id}.txt", words, view, sha256=id, place=place, published=PartialDate(year, 6, 10))
    mentions = (Mention(a, b, tuple(kinds.split("+")), view.text[a:b], "planted") for a, b, kinds, _ in spans)
    return Text(area, year, document, tuple(mentions), tuple(thing for *_, thing in spans))


def resolved(made: list[Text], judged: Decisions | None = None) -> Identity:
    """The names as they are marked, the statements as they are read."""
    found = {each.document.id: each.mentions for each in made}
    documents = [each.document for each in made]
    said = [claim for d in documents for claim in extract(d, found[d.id], KNOWLEDGE)]
    return identify(documents, found, said, KNOWLEDGE, judged or Decisions())


def compared(made: list[Text], identity: Identity) -> tuple[dict[tuple[str, int, str], str], dict[tuple[str, int, str], str]]:
    """What each name truly means and what it was taken for, by text and place."""
    wanted, got = {}, {}
    for each in made:
        for mention, thing in zip(each.mentions, each.truth, strict=True):
            if thing:
                item = each.document.id, mention.start, mention.name
                entity = identity.things.of(each.document.id, mention)
                wanted[item], got[item] = thing, entity.id if entity else ""
    return wanted, got


def score() -> BCubed:
    made = list(texts())
    return b_cubed(*compared(made, resolved(made)))


def owner(thing: str) -> str:
    """The area alone whose thing it is; nothing for what belongs to a city, a firm or more."""
    key = thing.partition(" ")[0]
    return key if key in AREAS else ""


if __name__ == "__main__":
    made = list(texts())
    identity = resolved(made)
    wanted, got = compared(made, identity)
    print(len(made), "texts", len(wanted), "names", b_cubed(wanted, got))
    by_thing: dict[str, dict[str, set[str]]] = {}
    for item in wanted:
        by_thing.setdefault(wanted[item], {}).setdefault(got[item], set()).add(item[2])
    for thing, ids in sorted(by_thing.items()):
        if len(ids) > 1:
            print("split", thing, ids)
    by_id: dict[str, set[str]] = {}
    for item in wanted:
        by_id.setdefault(got[item], set()).add(wanted[item])
    for id, things in sorted(by_id.items()):
        if len(things) > 1:
            print("mixed", id, things)
