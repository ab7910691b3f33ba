"""A seed in, a graph of about a million invented triples out, of the same build as a real one: claims, evidence and all."""

import random
from itertools import permutations

NAMESPACES = {
    "gb": "https://w3id.org/graphbuild/ns#", "org": "http://www.w3.org/ns/org#", "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#", "skos": "http://www.w3.org/2004/02/skos/core#", "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
KINDS = {
    "official": ("Official", "某人", 60), "project": ("Project", "某项目", 150), "park": ("Park", "某公园", 10),
    "road": ("Road", "某路", 20), "zone": ("Zone", "某片区", 15), "organization": ("Organization", "某局", 20),
    "company": ("Company", "某公司", 20), "event": ("Event", "某会", 60), "waterbody": ("WaterBody", "某湖", 5),
}  # fmt: skip
EDGES = (
    ("inspects", "official", "project", 150), ("oversees", "official", "project", 100), ("accompanies", "official", "official", 60),
    ("chairs", "official", "event", 40), ("attends", "official", "event", 100), ("developedBy", "project", "company", 60),
    ("locatedIn", "project", "zone", 120), ("signedWith", "organization", "company", 10), ("inspects", "official", "park", 20),
    ("partOf", "zone", "zone", 8), ("cooperatesWith", "organization", "organization", 6), ("locatedIn", "park", "zone", 10),
)  # fmt: skip
TITLES = ("区长", "区委书记", "副区长", "局长", "主任")
POSTS, MILESTONES, MEASURES, DOCUMENTS, INDICATORS = 60, 100, 80, 40, 40
STEPS = ("gb:Start", "gb:TopOut", "gb:Complete", "gb:Open")
BASE = "https://w3id.org/graphbuild/id/"


class Writer:
    """Each claim is a node with its evidence, as graphbuild.graph writes them."""

    def __init__(self, lines, chance):
        self.lines, self.chance, self.count, self.made, self.said = lines, chance, 0, 0, {}

    def say(self, subject, *pairs):
        self.lines.append(f"{subject} " + " ; ".join(f"{p} {o}" for p, o in pairs) + " .\n")
        self.count += len(pairs)

    def claim(self, segment, kinds, district, *pairs):
        """Some sentence of some document of the district says it."""
        self.made += 1
        node, number = f"<{BASE}{segment}/c{self.made}>", self.chance.randrange(DOCUMENTS)
        place, words = f"<{BASE}evidence/c{self.made}>", f"<{BASE}selector/c{self.made}>"
        document, start = f"<{BASE}document/d{district}-{number}>", self.chance.randrange(4000)
        self.say(node, ("a", kinds), *pairs, ("gb:rule", '"some rule"'), ("gb:evidence", place), ("gb:statedOn", day(district + number)),
                 ("gb:confidence", decimal(self.chance.randrange(50, 100) / 100)), ("prov:wasDerivedFrom", document))  # fmt: skip
        self.say(place, ("a", "oa:SpecificResource"), ("oa:hasSource", document), ("oa:hasSelector", words))
        self.say(words, ("a", "oa:TextPositionSelector"), ("a", "oa:TextQuoteSelector"), ("oa:exact", f'"某处所说第{self.made}句"'),
                 ("oa:start", start), ("oa:end", start + 9), ("oa:prefix", '"前"'), ("oa:suffix", '"后"'))  # fmt: skip
        self.said[node] = number
        return node


def big_graph(districts=60, seed=1):
    lines = [f"@prefix {name}: <{space}> .\n" for name, space in NAMESPACES.items()]
    writer = Writer(lines, random.Random(seed))
    for n in range(INDICATORS):
        writer.say(f"<{BASE}indicator/i{n}>", ("a", "skos:Concept"), ("skos:prefLabel", f'"指标{n}"@zh'))
    for n in range(districts):
        describe(writer, n)
        state(writer, n)
    return "".join(lines), writer.count


def area(district):
    return f"<{BASE}district/测试{district}区>"


def thing(segment, district, n):
    return f"<{BASE}{segment}/{KINDS[segment][1]}{n}.测试{district}区>"


def describe(writer, district):
    here, city = area(district), f"<{BASE}district/测试{district // 10}市>"
    writer.say(here, ("a", "gb:District"), ("skos:prefLabel", f'"测试{district}区"@zh'), ("gb:locatedIn", city))
    if district % 10 == 0:
        writer.say(city, ("a", "gb:District"), ("skos:prefLabel", f'"测试{district // 10}市"@zh'), ("gb:inferred", "true"))
    for segment, (kind, name, many) in KINDS.items():
        for n in range(many):
            more = [("gb:locatedIn", here)] if segment in ("zone", "road", "waterbody") else []
            label = f'"测试{district}区{name}{n}"@zh' if n % 3 else f'"{name}{n}"@zh'
            writer.say(thing(segment, district, n), ("a", f"gb:{kind}"), ("skos:prefLabel", label), *more)
            if n % 4 == 0:
                writer.say(thing(segment, district, n), ("skos:altLabel", f'"测试{district}{name}{n}号"@zh'))
    for n in range(DOCUMENTS):
        title = ("dcterms:title", f'"测试{district}区新闻{n}"@zh')
        more = (("dcterms:issued", day(district + n)), ("dcterms:source", f'"news/{district}-{n}.txt"'))
        writer.say(f"<{BASE}document/d{district}-{n}>", ("a", "gb:Document"), title, *more)


def state(writer, district):
    some = writer.chance.randrange
    for relation, one, other, many in EDGES:
        for _ in range(many):
            ends = thing(one, district, some(KINDS[one][2])), thing(other, district, some(KINDS[other][2]))
            writer.say(ends[0], (f"gb:{relation}", ends[1]))
            said = (("rdf:subject", ends[0]), ("rdf:predicate", f"gb:{relation}"), ("rdf:object", ends[1]))
            writer.claim("claim", "gb:Claim", district, *said)
    posts(writer, district)
    steps = [milestone(writer, district) for _ in range(MILESTONES)]
    promises(writer, district, steps)
    differing(writer, [(step[2:5], step[5], step[1]) for step in steps])
    measured = []
    for n in range(MEASURES):
        about = (("gb:area", area(district)), ("gb:indicator", f"<{BASE}indicator/i{n % INDICATORS}>"))
        figures = (("gb:value", decimal(some(10000) / 10)), ("gb:unit", '"亿元"@zh'), ("gb:period", f'"{2018 + (n // INDICATORS if n % 10 else 0)}"'), ("gb:status", "gb:Done"))
        measured.append(((about, figures[2]), figures[0], writer.claim("measure", "gb:Measure", district, *about, *figures)))
    differing(writer, measured)


def differing(writer, rows):
    """Of what is about the same: another value in another text."""
    for (about, value, node), (other, differs, to) in permutations(rows, 2):
        if about == other and value != differs and writer.said[node] != writer.said[to]:
            writer.say(node, ("gb:differsFrom", to))


def posts(writer, district):
    for n in range(POSTS):
        office = f"<{BASE}office/某局{n % 20}{TITLES[n % 5]}.测试{district}区>"
        body = thing("organization", district, n % 20)
        if n < 20:
            label = ("skos:prefLabel", f'"某局{n}{TITLES[n % 5]}"@zh')
            writer.say(office, ("a", "gb:Office"), ("gb:single", "true"), ("org:postIn", body), label)
        held = (("org:member", thing("official", district, n)), ("org:organization", body), ("gb:office", office))
        days = (("gb:firstStated", day(n)), ("gb:lastStated", day(n + 300)))
        writer.claim("post", "gb:Post, org:Membership", district, *held, *days, ("gb:title", f'"{TITLES[n % 5]}"@zh'))


def milestone(writer, district):
    some = writer.chance.randrange
    number, done = some(700), some(3) == 0
    about, when, kind = thing("project", district, some(150)), day(number), some(4)
    dates = (("gb:date", when), ("gb:from", when), ("gb:until", when), ("gb:status", "gb:Done" if done else "gb:Planned"))
    node = writer.claim("milestone", "gb:Milestone", district, ("gb:thing", about), ("gb:kind", STEPS[kind]), *dates)
    return number, node, about, kind, done, when


def promises(writer, district, steps):
    """A planned step is answered by a later one of its thing that is done, delayed by a later plan, or never heard of again."""
    for number, node, about, kind, done, when in steps:
        if not done:
            later = [step for step in steps if step[0] > number and step[2] == about and step[3] >= kind]
            heard = [(("gb:answeredBy" if step[4] else "gb:delayedBy"), step[1]) for step in later]
            given = (("gb:due", when), ("gb:promisedBy", area(district)), ("gb:promisedIn", area(district)), ("gb:promises", node))
            writer.say(node.replace("/milestone/", "/promise/"), ("a", "gb:Promise"), *given, *heard)


def day(n):
    return f'"{2019 + n // 336 % 5}-{n // 28 % 12 + 1:02d}-{n % 28 + 1:02d}"^^xsd:date'


def decimal(number):
    return f'"{number}"^^xsd:decimal'
