"""Folders or files of text in, seconds and ratios out: the whole reading beside jieba.lcut on the same texts."""

import sys
import time

import jieba

from graphbuild import ingest, pipeline
from graphbuild.errors import UnreadableSource
from graphbuild.knowledge import load


def timed(work, things):
    began = time.perf_counter()
    for thing in things:
        work(thing)
    return time.perf_counter() - began


def readable(paths):
    for source in ingest.collect(paths):
        try:
            ingest.read(source)
        except UnreadableSource as trouble:
            print(trouble, file=sys.stderr)
        else:
            yield source


def main(paths):
    knowledge, sources = load(), list(readable(paths))
    documents = [document for source in sources for document in ingest.read(source)]
    size = sum(len(document.view.text.encode()) for document in documents) / 1e6
    for document in documents[:1]:  # what is compiled once is not the texts' cost
        pipeline.read_document(document, knowledge)
        jieba.lcut(document.view.text)
    words = timed(lambda document: jieba.lcut(document.view.text), documents)
    rows = [
        ("jieba.lcut", words),
        ("ingest", timed(ingest.read, sources)),
        ("mentions and claims", timed(lambda document: pipeline.read_document(document, knowledge), documents)),
    ]
    rows.append(("reading, all of it", rows[1][1] + rows[2][1]))
    print(f"{len(documents)} documents, {size:.2f} MB")
    for name, seconds in rows:
        print(f"{name:22s}{seconds:8.2f} s {size / seconds:8.2f} MB/s {seconds / words:6.2f} × jieba.lcut")


if __name__ == "__main__":
    jieba.setLogLevel("WARNING")
    main(sys.argv[1:] or ["seeds"])
