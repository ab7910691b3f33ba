"""A folder of texts in, one build's cost out as JSON: python tests/bench_build.py TEXTS OUTPUT JOBS FRESH."""

import json
import os
import resource
import sys
import time
from pathlib import Path

from graphbuild import pipeline
from graphbuild.knowledge import load

KILO = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes


def peak():
    """Megabytes of the largest process; what this one was before it began to build, a bench of its own size, does not count."""
    own = Path("/proc/self/status")
    held = [int(line.split()[1]) * 1024 for line in own.read_text().splitlines() if line.startswith("VmHWM")] if own.exists() else []
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * KILO
    return round(max(others, *(held or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILO])) / 1e6)


def main(texts, output, jobs, fresh):
    stages, now = {}, ["start", time.perf_counter()]

    def told(stage, done, total):
        if stage != now[0]:
            at = time.perf_counter()
            stages[now[0]] = round(stages.get(now[0], 0) + at - now[1], 3)
            now[:] = stage, at

    began = time.perf_counter()
    knowledge = load()
    built = pipeline.build([texts], Path(output), knowledge, progress=told, jobs=int(jobs), fresh=fresh == "fresh")
    wall = time.perf_counter() - began
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps({
        "wall": wall, "cpu": sum(u.ru_utime + u.ru_stime for u in used), "stages": stages, "triples": built.triples,
        "documents": len(built.places), "claims": built.told("claims"),
        "peak": peak(), "cores": len(os.sched_getaffinity(0)),
    }))  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
