"""A size in megabytes in, what reading and building cost out, in times of `jieba.lcut` over the same texts in the same run."""

import contextlib
import io
import json
import os
import platform
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import jieba
import jieba.posseg
from pyvis.network import Network

from graphbuild import claims, graph, ingest, mentions, view
from graphbuild.knowledge import load
from graphbuild.workers import seldom
from tests.bench_texts import ROOT, fill

SIZES = (8, 4, 2, 1)  # parts of the whole at which memory is measured


def timed(work, things, clock=time.process_time):
    began = clock()
    done = [work(thing) for thing in things]
    return clock() - began, done


def words(documents):
    tenth = documents[::10]
    tagged, _ = timed(lambda document: jieba.posseg.lcut(document.text), tenth)  # it is ten times slower than lcut
    return tagged * size(documents) / size(tenth)


def size(documents):
    return sum(len(document.text.encode()) for document in documents)


def reading(texts):
    """Seconds of `lcut` and of each stage on one core, text by text in turns, since machines are not equally fast all the time."""
    known, spent, documents = load(), Counter(), []
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    sources = ingest.collect([texts])
    for document in ingest.read(sources[0]):  # what is compiled once is not the texts' cost
        claims.read(document, mentions.find(document, known), known)

    def spend(stage, work, *given):
        seconds, (done,) = timed(lambda things: work(*things), [given])
        spent[stage] += seconds
        return done

    with seldom():  # as in a build
        for source in sources:
            for document in spend("ingest", ingest.read, source):
                spend("jieba.lcut", jieba.lcut, document.view.text)
                found = spend("mentions", mentions.find, document, known)
                spend("claims", claims.read, document, found, known)
                documents.append(document)
    return spent.pop("jieba.lcut"), dict(spent), documents


def build(texts, output, jobs=0, fresh="fresh"):
    command = [sys.executable, "-m", "tests.bench_build", texts, output, jobs, fresh]
    ended = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(ended.stdout.splitlines()[-1])


def memory(folder, texts):
    """The largest process of builds of a part of the texts and of all of them."""
    files = sorted(texts.iterdir())
    rows = []
    for part in SIZES:
        some = folder / f"part{part}"
        some.mkdir()
        for file in files[::part]:
            (some / file.name).write_bytes(file.read_bytes())
        told = build(some, folder / "out")
        rows.append({"megabytes": round(sum(f.stat().st_size for f in some.iterdir()) / 1e6, 1), "peak": told["peak"]})
    return rows


def pages(turtle):
    """Our page with its layout and all quotations, and the bare one that pyvis makes of the same things and edges."""
    whole = graph.parse(turtle)
    ours, page = timed(view.page, [whole])
    said = [(str(s), str(p), str(o)) for s, p, o in whole if str(p).startswith("https://w3id.org/graphbuild/ns#") and o.startswith("http")]

    def bare(_):
        net = Network(directed=True, cdn_resources="in_line")
        for node in dict.fromkeys(end for s, _, o in said for end in (s, o)):
            net.add_node(node)
        for s, p, o in said[:3000]:  # Network.add_edge looks through all nodes for each edge
            net.add_edge(s, o, label=p)
        with contextlib.redirect_stdout(io.StringIO()):
            return net.generate_html()

    theirs, other = timed(bare, [None])
    return {"ours": ours, "pyvis": theirs, "bytes": len(page[0].encode()), "bytes of pyvis": len(other[0].encode())}


def table(told):
    unit = told["jieba.lcut"]
    yield f"{told['texts']}: {told['megabytes']:.1f} MB, {told['documents']} documents; {told['machine']}"
    yield f"{'jieba.lcut, one core':34s}{unit:8.2f} s   1.00 ×   {told['megabytes'] / unit:.2f} MB/s"
    rows = {"jieba.posseg": told["jieba.posseg"], **told["reading"], "reading, one core": sum(told["reading"].values())}
    whole = told["build"]
    rows |= {f"whole build, {whole['cores']} cores": whole["wall"], "  its processor time": whole["cpu"]}
    rows |= {f"  {name}": seconds for name, seconds in whole["stages"].items()}
    rows |= {"built again, nothing changed": told["again"]["wall"], "built again, one text changed": told["changed"]["wall"]}
    for name, seconds in rows.items():
        yield f"{name:34s}{seconds:8.2f} s {seconds / unit:6.2f} ×"
    yield f"one text changed: {told['changed']['wall'] / whole['wall']:.1%} of the whole build"
    yield "memory: " + ", ".join(f"{row['megabytes']} MB {row['peak']} MB" for row in told["memory"])
    page = told["page"]
    yield f"page {page['ours']:.2f} s, {page['bytes'] / 1e6:.1f} MB; pyvis alone {page['pyvis']:.2f} s, {page['bytes of pyvis'] / 1e6:.1f} MB"


def measure(megabytes):
    with TemporaryDirectory() as room:
        folder, texts = Path(room), Path(room) / "texts"
        texts.mkdir()
        told = {"texts": fill(texts, int(megabytes * 1e6)), "machine": f"{platform.processor() or platform.machine()}, "
                f"{len(os.sched_getaffinity(0))} cores, Python {platform.python_version()}"}
        told["jieba.lcut"], told["reading"], documents = reading(texts)
        told["jieba.posseg"] = words(documents)
        told |= {"megabytes": size(documents) / 1e6, "documents": len(documents)}
        told["build"] = build(texts, folder / "output", fresh="remember")
        told["again"] = build(texts, folder / "output", fresh="remember")
        first = min(texts.iterdir())
        first.write_bytes(first.read_bytes() + "\n全县新建公厕30座。\n".encode())
        told["changed"] = build(texts, folder / "output", fresh="remember")
        told["memory"] = memory(folder, texts)
        small = folder / "small"
        small.mkdir()
        for file in sorted(texts.iterdir())[:12]:
            (small / file.name).write_bytes(file.read_bytes())
        build(small, folder / "few")
        told["page"] = pages(folder / "few" / "graph.ttl")
    return told


if __name__ == "__main__":
    told = measure(float(sys.argv[1]) if len(sys.argv) > 1 else 4)
    print("\n".join(table(told)))
    (ROOT / "output").mkdir(exist_ok=True)
    (ROOT / "output" / "bench.json").write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")
