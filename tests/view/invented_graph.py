"""Small invented graphs for the views, one of them hostile, and one as large as is asked for."""

import random

from rdflib import ORG, RDF, SKOS, XSD, Graph, Literal, Namespace
from rdflib.namespace import DCTERMS, PROV

GB = Namespace("https://w3id.org/graphbuild/ns#")
OA = Namespace("http://www.w3.org/ns/oa#")
ID = Namespace("https://example.org/id/")
EVIL = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>"
BIDI = "前\u202e倒过来\u202c后"
LONG = "长" * 10_000
RARE = "青竹湖𠮷园"


def thing(graph, key, kind, name, *names):
    graph.add((ID[key], RDF.type, GB[kind]))
    graph.add((ID[key], SKOS.prefLabel, Literal(name, "zh")))
    for other in names:
        graph.add((ID[key], SKOS.altLabel, Literal(other, "zh")))


def document(graph, key, title, issued):
    node = ID[f"document/{key}"]
    graph.add((node, RDF.type, GB.Document))
    graph.add((node, DCTERMS.title, Literal(title, "zh")))
    graph.add((node, DCTERMS.source, Literal(f"texts/{key}.txt")))
    graph.add((node, DCTERMS.issued, Literal(issued, datatype=XSD.date)))
    return node


def ground(graph, node, key, quote, source, date, sure="0.9"):
    place, selector = ID[f"evidence/{key}"], ID[f"selector/{key}"]
    for s, p, o in (
        (node, GB.evidence, place), (node, GB.confidence, Literal(sure, datatype=XSD.decimal)), (node, GB.rule, Literal("invented")),
        (node, GB.statedOn, Literal(date, datatype=XSD.date)), (node, PROV.wasDerivedFrom, source),
        (place, RDF.type, OA.SpecificResource), (place, OA.hasSource, source), (place, OA.hasSelector, selector),
        (selector, OA.exact, Literal(quote)), (selector, OA.prefix, Literal("前一句。本报讯 ")), (selector, OA.suffix, Literal("随后返回。再一句")),
        (selector, OA.start, Literal(3)), (selector, OA.end, Literal(3 + len(quote))),
    ):  # fmt: skip
        graph.add((s, p, o))


def edge(graph, key, subject, relation, object, quote, source, date, sure="0.9"):
    node = ID[f"claim/{key}"]
    graph.add((ID[subject], GB[relation], ID[object]))
    for p, o in (
        (RDF.type, GB.Claim),
        (RDF.subject, ID[subject]),
        (RDF.predicate, GB[relation]),
        (RDF.object, ID[object]),
    ):
        graph.add((node, p, o))
    ground(graph, node, key, quote, source, date, sure)


def note(graph, key, form, quote, source, stated, **said):
    node = ID[f"note/{key}"]
    graph.add((node, RDF.type, GB[form]))
    for p, o in said.items():
        graph.add((node, (ORG if p in ("member", "organization") else GB)[p], o))
    ground(graph, node, key, quote, source, stated)


def small():
    """One official, a park with a promise kept, a body, a project, a road; two texts of two years."""
    graph = Graph()
    thing(graph, "official/su", "Official", "苏明远")
    thing(graph, "official/he", "Official", "何静")
    thing(graph, "zone/park", "Zone", RARE, "竹园")
    thing(graph, "project/museum", "Project", "云岭博物馆")
    thing(graph, "organization/office", "Organization", "云岭县委")
    thing(graph, "district/county", "District", "云岭县")
    thing(graph, "road/alone", "Road", "无人路")
    first, second = (
        document(graph, "a", "云岭县领导调研项目", "2022-05-06"),
        document(graph, "b", "云岭县项目建成", "2023-07-08"),
    )
    edge(graph, "1", "official/su", "inspects", "zone/park", f"苏明远到{RARE}调研", first, "2022-05-06")
    edge(graph, "2", "official/he", "accompanies", "official/su", "何静陪同苏明远", first, "2022-05-06", "0.7")
    edge(graph, "3", "project/museum", "partOf", "zone/park", "云岭博物馆属于竹园", second, "2023-07-08")
    graph.add((ID["zone/park"], GB.locatedIn, ID["district/county"]))
    post = {"member": ID["official/su"], "organization": ID["organization/office"], "title": Literal("县委书记", "zh")}
    note(graph, "4", "Post", "云岭县委书记苏明远", first, "2022-05-06", **post)
    planned = {
        "thing": ID["project/museum"],
        "kind": GB.Open,
        "status": GB.Planned,
        "date": Literal("2023-06", datatype=XSD.gYearMonth),
    }
    note(graph, "5", "Milestone", "云岭博物馆计划2023年6月开放", first, "2022-05-06", **planned)
    done = {**planned, "status": GB.Done, "date": Literal("2023-07-08", datatype=XSD.date)}
    note(graph, "6", "Milestone", "云岭博物馆7月8日开放", second, "2023-07-08", **done)
    graph.add((ID["indicator/gdp"], RDF.type, SKOS.Concept))
    graph.add((ID["indicator/gdp"], SKOS.prefLabel, Literal("地区生产总值", "zh")))
    for n, (value, period) in enumerate((("120.5", "2021"), ("133.0", "2022"))):
        told = {
            "area": ID["district/county"],
            "indicator": ID["indicator/gdp"],
            "value": Literal(value, datatype=XSD.decimal),
        }
        told |= {"unit": Literal("亿元", "zh"), "period": Literal(period)}
        note(graph, f"7{n}", "Measure", f"地区生产总值{value}亿元", second, "2023-07-08", **told)
    return graph


def hostile():
    graph = small()
    source = document(graph, "c", EVIL, "2023-07-08")
    for key, name in (
        ("evil", EVIL),
        ("bidi", BIDI),
        ("long", LONG),
        ("smile", "笑😀园"),
        ("formula", "=HYPERLINK(1)"),
    ):
        thing(graph, f"company/{key}", "Company", name, f'{name}" onmouseover="alert(1)')
        edge(graph, key, f"company/{key}", "developedBy", "zone/park", f"{name[:60]}与{RARE}", source, "2023-07-08")
    return graph


def large(things=5000, edges=15000):
    """As many things and edges as a province has; few have most of the edges."""
    dice, graph = random.Random(7), Graph()
    kinds = ("Official", "Project", "Zone", "Company", "Organization", "Facility", "Road", "District")
    relations = ("inspects", "oversees", "attends", "locatedIn", "partOf", "developedBy")
    sources = [
        document(graph, f"d{n}", f"第{n}篇报道", f"20{10 + n % 14}-0{1 + n % 9}-1{n % 10}")
        for n in range(things // 10 + 1)
    ]
    for n in range(things):
        thing(graph, f"{kinds[n % 8].lower()}/{n}", kinds[n % 8], f"第{n}号{'项目片区工程'[: 2 + n % 5]}")
    drawn = {(n, int(n * dice.random() ** 2)) for n in range(1, things)}
    while len(drawn) < edges:
        one, other = dice.randrange(things), int(things * dice.random() ** 3)
        drawn |= {(one, other)} if one != other else set()
    for n, (one, other) in enumerate(sorted(drawn)):
        ends = [f"{kinds[end % 8].lower()}/{end}" for end in (one, other)]
        quote = f"第{one}号事物在会上与第{other}号事物就推进项目建设有关事项作出安排"
        edge(
            graph,
            f"c{n}",
            ends[0],
            relations[n % 6],
            ends[1],
            quote,
            sources[n % len(sources)],
            f"20{10 + n % 14}-01-02",
        )
    return graph
