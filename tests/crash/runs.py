"""What is killed: a build, an incremental build, a review, a push; each knows its two whole states and looks for them."""

import hashlib
import http.client
import json
import shutil
import time

import pyoxigraph

from graphbuild.graph.embedded import MARK, STORE, embedded
from graphbuild.knowledge.decisions import read_decisions
from graphbuild.query.store import open_store
from tests.crash import families
from tests.export import servers as real

TEXT = "本报讯 {day}，云岭县委书记苏明远到青竹湖{n}号产业园调研，县委副书记、县长何静陪同。青竹湖{n}号产业园将于2025年底前建成。\n"
DOUBT = {"left_place": "青岚区", "right_place": "青岚区", "verdict": "doubtful", "score": 0.45, "features": {"same_letters": 0.45},
         "value": 3}
DOUBTS = 12
PUSHED = "https://a.invalid/graph"


class NotWhole(AssertionError):
    """What a kill has left is neither the old nor the new."""


def texts(folder, days):
    folder.mkdir(parents=True, exist_ok=True)
    for n, day in enumerate(days):
        (folder / f"{n}.txt").write_text(TEXT.format(day=day, n=n + 1), "utf-8")


def need(true, trouble):
    if not true:
        raise NotWhole(trouble)


def shown(output):
    """Every file but the store's own, which carry times, and by the store's note what it was made from."""
    files = [path for path in output.rglob("*") if path.is_file() and STORE not in path.relative_to(output).parts]
    marks = {MARK: (output / STORE / MARK).read_text()} if (output / STORE / MARK).is_file() else {}
    return marks | {path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def stored(output):
    """What the store says when it is opened, counted, and compared with the Turtle beside it."""
    need(embedded(output / "graph.ttl"), "the store does not belong to graph.ttl")
    with open_store(output) as store:
        held = len(store.engine)
    need(held == sum(1 for _ in pyoxigraph.parse(path=str(output / "graph.ttl"))), "the store does not hold graph.ttl")


class Run:
    input = ""

    def __init__(self, place, servers):
        self.place, self.output = place, place / "output"
        place.mkdir()
        self.prepare(servers)
        self.reset()
        began = time.monotonic()
        self.succeed()
        self.seconds, self.after = time.monotonic() - began, self.state()
        self.tidy()

    def succeed(self):
        need(families.finish(families.start(self.command, self.input)) == 0, f"{self.command[0]} failed")

    def again(self):
        self.succeed()
        need(self.state() == self.after, "the next run gives other bytes than an undisturbed one")
        self.tidy()

    def tidy(self):
        left = [path.name for path in self.place.rglob(".*") if ".cache" not in "/".join(path.relative_to(self.place).parts)]
        need(not left, f"left behind: {left}")
        cached = [path.name for path in self.place.glob(".*.cache/*") if path.name.startswith(".spill")]
        need(not cached, f"left behind: {cached}")


class Build(Run):
    """Of all texts, nothing remembered."""

    more = ("--fresh",)

    def prepare(self, servers):
        self.old, self.new, self.saved = (self.place / name for name in ("old", "new", "saved"))
        texts(self.old / "t", ["5月6日", "5月7日"])
        texts(self.new / "t", ["5月6日", "5月8日", "5月9日"])
        self.command = ["build", str(self.old / "t"), "-o", str(self.output)]
        self.succeed()
        self.before = self.state()
        shutil.copytree(self.place, self.saved, ignore=shutil.ignore_patterns("old", "new", "saved"))
        self.command = ["build", str(self.new / "t"), "-o", str(self.output), "--jobs", "2", *self.more]

    def reset(self):
        for path in self.place.iterdir():
            if path.name not in ("old", "new", "saved"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        for path in self.saved.iterdir():
            shutil.copytree(path, self.place / path.name)

    def state(self):
        return shown(self.output)

    def check(self):
        """The old output or the new one, and its store opens."""
        found = self.state()
        need(found in (self.before, self.after), "the output is neither the old nor the new one")
        need(families.finish(families.apart(lambda: stored(self.output))) == 0, "the store does not open, or is not that of graph.ttl")
        return found == self.after


class Incremental(Build):
    """One text changed, one new; the others are remembered."""

    more = ()


class Review(Run):
    """Answers are piped in; every judgement is in the file or not."""

    input = "s\nso it is\n" * DOUBTS

    def prepare(self, servers):
        self.output.mkdir()
        self.file = self.place / "decisions.tsv"
        pairs = [{"left": f"云溪{n}号园", "right": f"云溪{n}号圆", "sources": [str(self.place / "a.txt")], **DOUBT} for n in range(DOUBTS)]
        (self.output / "identity.jsonl").write_text("".join(json.dumps(pair) + "\n" for pair in pairs), "utf-8")
        self.command = ["review", "--ask", "--who", "w", "--limit", str(DOUBTS), "-o", str(self.output)]

    def reset(self):
        self.file.unlink(missing_ok=True)

    def state(self):
        return self.file.read_bytes()

    def check(self):
        """As many whole rows as were answered, in their order."""
        if not self.file.exists():
            return False
        found = self.state()
        need(self.after.startswith(found) and found.endswith(b"\n"), "decisions.tsv holds a torn row")
        read_decisions([self.file])
        return found == self.after


class Push(Run):
    """To a real server, in many pieces."""

    def prepare(self, servers):
        texts(self.place / "t", [f"5月{n}日" for n in range(1, 12)])
        self.command = ["build", str(self.place / "t"), "-o", str(self.output)]
        self.succeed()
        self.built = shown(self.output)
        self.port = servers.enter_context(real.serving_oxigraph(self.place))
        self.command = ["push", f"http://127.0.0.1:{self.port}/store", "--graph", PUSHED, "--chunk", "20", "-o", str(self.output)]

    def reset(self):
        """The server has an older graph."""
        self.asked("PUT", b"<https://a.invalid/a> <https://a.invalid/b> <https://a.invalid/c> .\n")

    def asked(self, method, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        kind = "application/n-triples"
        connection.request(method, f"/store?graph={PUSHED}", body, {"Content-Type": kind, "Accept": kind})
        answer = connection.getresponse()
        told = answer.read()
        need(answer.status < 300, f"{method}: {answer.status}")
        connection.close()
        return told

    def state(self):
        return sorted(self.asked("GET").splitlines())

    def check(self):
        need({name: held for name, held in shown(self.output).items() if ".graph.ttl.push-" not in name} == self.built,
             "pushing changed the output")
        return self.state() == self.after


KINDS = {"build": Build, "incremental": Incremental, "review": Review, "push": Push}
