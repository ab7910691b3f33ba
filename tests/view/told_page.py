"""The text of a page in, all that it holds out, the same for one that is packed and one that is not."""

import base64
import json
import re
import zlib
from functools import cache

from tests.view.test_page import story

VALUE = re.compile(r'"(?:[^"\\]|\\.)*"')
OWN = {"Post": "org:member", "Milestone": "gb:thing", "Measure": "gb:area"}
TOLD = ("title", "status", "kind", "date", "indicator", "value", "unit", "change", "period")


def told(text):
    """Things by key; statements with their values; sentences with their place, words, source and date."""
    page = story(text.replace(packs(text), "") if packs(text) else text)
    return {**(opened(page, packs(text)) if "packed" in page else plain(page)), "left": page["left"]}


def packs(text):  # HTMLParser takes a minute for thirty megabytes
    return text.partition('<script type="text/plain" id="packs">')[2].partition("</script>")[0]


def plain(page):
    keys = [row[0] for row in page["things"]]
    return {
        "things": {row[0]: row[1:] for row in page["things"]},
        "said": sorted((keys[s], relation, keys[o] if o >= 0 else "", sorted(map(tuple, parts)), sorted(quote(page, place) for place in places)) for s, relation, o, parts, _, places, _ in page["said"]),
        "first": keys[: page["first"]],
    }


def quote(page, place):
    number, _, claim, rule, sure, date = place
    evidence, _, start, end, before, exact, after, document = page["quotes"][number]
    return claim, evidence, start, end, before, exact, after, *page["documents"][document], rule, sure, date


def opened(page, packed):
    @cache
    def block(n):
        data = base64.b64decode(packed[slice(*page["packed"]["blocks"][n])])
        return json.loads(zlib.decompress(data[4:], -15))

    index = block(page["packed"]["index"])
    rows = [row for things, _ in page["packed"]["sheaves"] for row in (block(things) if things >= 0 else [])]
    order = [rows[n][0] for n in index["order"]]
    documents = {row[0]: row for row in index["documents"]}
    words = {tuple(row[:3]): row[3:] for document in index["documents"] for n in document[6] for row in block(n)}

    def sentence(segment, stated):
        name, rule, sure, places = stated
        for n in range(0, len(places), 3):
            key, title, issued, publisher, file, day, _ = documents[places[n]]
            evidence, before, exact, after = words[key, places[n + 1], places[n + 2]]
            yield f"{segment}/{name}", f"evidence/{evidence}", places[n + 1], places[n + 2], before, exact, after, key, title, issued, publisher, file, rule, sure, day or issued

    said = []
    for s, relation, o, says, states in index["edges"]:
        stated = [[*row[:3], named(row[3], list(documents))] for row in states]
        segment = "post" if relation == "Post" else "claim"
        said.append((order[s], relation, order[o], values(says, {}), sorted(q for row in stated for q in sentence(segment, row))))
    for _, n in page["packed"]["sheaves"]:
        notes = block(n) if n >= 0 else {"said": []}
        for s, relation, says, name, rule, sure, places in notes["said"]:
            row = [name, rule, sure, named(places, notes["documents"])]
            said.append((notes["things"][s], relation, "", values(says, notes["names"]), sorted(sentence(relation.lower(), row))))
    assert len(said) == page["packed"]["said"]
    return {"things": {row[0]: row[1:] for row in rows}, "said": sorted(said), "first": order[: page["first"]]}


def named(places, documents):
    return [documents[n] if at % 3 == 0 else n for at, n in enumerate(places)]


def values(says, names):
    pairs = zip(says[::2], says[1::2], strict=True)
    return sorted((p.partition(":")[2], names.get(o) or spoken(o)) for p, o in pairs if p.partition(":")[2] in TOLD)


def spoken(term):
    return json.loads(VALUE.match(term).group()) if term[0] == '"' else re.split("[:/#]", term)[-1]
