"""Passages of a sentence or two, written without a look at the rules: what is read of them is what a careful reader writes down."""

import re
import tomllib
from pathlib import Path

import pytest

from graphbuild import ingest
from graphbuild.knowledge import load
from graphbuild.reading.read import read_document

GOLD = Path(__file__).parents[1] / "gold" / "sentences"
FLOORS = tomllib.loads(GOLD.with_suffix(".floors.toml").read_text("utf-8"))
KNOWLEDGE = load()
WORKS = re.compile(r"(?<=[房园区馆厂校院库期楼])(?:建设)?(?:项目|工程)$")  # a site goes by its name with and without
TRAIL = re.compile(r"(?<=..)(?:建设)?(?:项目|工程|建设)$|[“”‘’]")
KINDS = ["milestones", "relations", "measures", "posts", "names"]
EITHER_WAY = ("signedWith", "cooperatesWith")


def passages(kind):
    lines = (GOLD / f"{kind}.txt").read_text("utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            text, _, rows = line.partition("|")
            yield text.replace("\\n", "\n"), {told(kind, row.strip(" ")) for row in rows.split(";") if row.strip()}


def told(kind, row):
    """A row of the gold, as `said` says it."""
    if kind == "milestones":
        thing, *rest = row.split(" ")
        return (WORKS.sub("", thing), *rest)
    if kind == "relations":
        return pair(*row.split(" "))
    if kind == "names":
        name, classes = row.rsplit(" ", 1)
        return TRAIL.sub("", name), frozenset(classes.split("+"))
    cells = row.split("\t")
    return tuple(cells[:2]) if kind == "posts" else (cells[1], amount(cells[2]), cells[3], amount(cells[4]), cells[5])


def said(kind, claim):
    more = dict(claim.qualifiers)
    if kind == "milestones" and claim.relation == "milestone":
        return (WORKS.sub("", claim.subject.name), more["kind"], more["status"], *filter(None, [more.get("date")]))
    if kind == "measures" and claim.relation == "measure":
        value, change = (amount(more.get(name) or "-") for name in ("value", "change"))
        return more["indicator"], value, more.get("unit") or "-", change, more.get("period") or "-"
    if kind == "posts" and claim.relation == "holds":
        return claim.subject.name, more.get("title", "")
    if kind == "relations" and claim.subject and claim.object and claim.relation not in ("holds", "milestone", "measure"):
        return pair(claim.subject.name, claim.relation, claim.object.name)
    return None


def pair(subject, relation, object):
    return (*sorted((subject, object)), relation) if relation in EITHER_WAY else (subject, relation, object)


def amount(text):
    return text if text == "-" else str(float(text))


def same(kind, one, other):
    """甲县教育局局长 and 局长 are one title where the person is; a name has one class of those that are right."""
    if kind == "names":
        return one[0] == other[0] and bool(one[1] & other[1])
    return one == other or kind == "posts" and one[0] == other[0] and (one[1].endswith(other[1]) or other[1].endswith(one[1]))


def lenient(kind, found, wanted):
    """建成通车 opens a road; that it is complete, too, is no mistake."""
    if kind != "milestones":
        return found
    opened = {(row[0], "complete", *row[2:]) for row in found | wanted if row[1] == "open"}
    return {row for row in found if row not in opened or row in wanted}


def read(kind, text, folder):
    path = folder / "passage.txt"
    path.write_text(text + "\n", "utf-8")
    texts = [read_document(document, KNOWLEDGE) for document in ingest.read(path)]
    if kind == "names":
        return named([mention for mentions, *_ in texts for mention in mentions if mention.kind != "Post"])
    claims = [claim for _, claims, *_ in texts for claim in claims]
    return {row for claim in claims if (row := said(kind, claim))}


def named(mentions):
    """Each name once, with all classes that it was given."""
    classes = {}
    for mention in mentions:
        classes.setdefault(TRAIL.sub("", mention.name), set()).update(mention.kinds)
    return {(name, frozenset(kinds)) for name, kinds in classes.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_passages_are_read_as_a_careful_reader_would(kind, tmp_path):
    hits = missed = extra = 0
    for text, wanted in passages(kind):
        found = lenient(kind, read(kind, text, tmp_path), wanted)
        lost = [row for row in wanted if not any(same(kind, row, one) for one in found)]
        hits, missed = hits + len(wanted) - len(lost), missed + len(lost)
        extra += sum(not any(same(kind, row, one) for row in wanted) for one in found)
    f1 = 2 * hits / (2 * hits + missed + extra)
    assert f1 >= FLOORS[kind], f"{kind}: F1 {f1:.3f}, {hits} found, {missed} missed, {extra} extra"


@pytest.mark.parametrize("kind", KINDS)
def test_the_gold_is_written_as_it_should_be(kind):
    found = list(passages(kind))
    assert len(found) >= 50 and any(not rows for _, rows in found)
    assert len({text for text, _ in found}) == len(found)
