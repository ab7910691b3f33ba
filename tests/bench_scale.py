"""A folder of texts in, measured rates and what many articles need at these out: python -m tests.bench_scale TEXTS [ARTICLES BYTES CORES].

By default 100,000,000 articles of 4,500 bytes (1,500 characters) on machines of 32 cores; without TEXTS invented ones are built."""

import json
import os
import platform
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from graphbuild import pipeline
from graphbuild.knowledge import load
from tests.bench_texts import fill

NIGHT = 12  # hours that a build may take


def main(texts="", articles="100000000", each="4500", cores="32"):
    with TemporaryDirectory() as place:
        folder = Path(texts or Path(place) / "texts")
        if not texts:
            folder.mkdir()
            fill(folder, 5_000_000)
        measured = measure(folder, Path(place) / "output")
    print(json.dumps({"machine": machine(), "measured": measured, "needed": needed(measured, int(articles), int(each), int(cores))}, indent=2))


def measure(folder, output):
    spilled = [0]

    def told(stage, done, total):
        if stage == "write" and done == total:
            spilled[0] = size(*output.parent.glob(".output.cache/.spill-*"), but="output")

    began, before = time.perf_counter(), cpu()
    made = pipeline.build_parts([str(folder)], output, load(), progress=told)
    read, after = time.perf_counter() - began, cpu()
    store = ox.Store(str(output / "store"))
    for part in sorted((output / "parts").glob("*.nq.gz")):
        os.system(f"gunzip -k {part}")
        store.bulk_load(path=part.with_suffix(""), format=ox.RdfFormat.N_QUADS)
    store.flush()
    store.optimize()
    return {
        "articles": made.counts["documents"], "bytes": sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()),
        "core seconds": round(after - before, 1), "seconds": round(read, 1), "triples": made.counts["triples"],
        "packed quads": sum(p.stat().st_size for p in (output / "parts").glob("*.nq.gz")), "store": size(output / "store"),
        "notes": size(output.parent / ".output.cache"), "spill": spilled[0], "load core seconds": round(cpu() - after, 1),
        "largest process": max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * 1024,
    }  # fmt: skip


def needed(told, articles, each, cores):
    """Everything in proportion to bytes; a machine is `cores` cores that do nothing else."""
    times = articles * each / told["bytes"]
    hours = told["core seconds"] * times / 3600
    return {
        "articles": articles, "bytes": articles * each, "core hours": round(hours), "machine hours": round(hours / cores),
        f"machines for {NIGHT} hours": -(-round(hours) // (cores * NIGHT)),
        **{name: round(told[name] * times) for name in ("triples", "packed quads", "store", "notes", "spill")},
        "hours to load": round(told["load core seconds"] * times / 3600),
    }  # fmt: skip


def size(*folders, but="\0"):
    return sum(p.stat().st_size for folder in folders for p in folder.rglob("*") if p.is_file() and f"/{but}/" not in str(p))


def cpu():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def machine():
    names = [line.partition(": ")[2] for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return f"{len(os.sched_getaffinity(0))} cores of {names[0] if names else platform.processor()}, Python {platform.python_version()}"


if __name__ == "__main__":
    main(*sys.argv[1:])
