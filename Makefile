# graph · test · check · bench · renew: the lines that people and CI run. They need python3 with venv, make and git.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: graph test check bench renew
.DELETE_ON_ERROR:

graph: $(READY)
	$(BIN)/graphbuild build seeds -o output

test: $(READY)
	$(BIN)/python -m pytest -n auto -rs

# The rebuild must give the committed bytes; it goes to a folder of its own, so that output/ stays as it is.
check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/view/lint.py
	$(BIN)/graphbuild check
	$(BIN)/graphbuild build seeds -o .rebuilt
	diff -q output/graph.ttl .rebuilt/graph.ttl
	rm -rf .rebuilt
	$(BIN)/graphbuild validate output/graph.ttl
	$(BIN)/graphbuild eval tests/gold/seeds --floor tests/gold/seeds.floors.toml
	$(BIN)/graphbuild eval tests/gold/synthetic --floor tests/gold/synthetic.floors.toml
	$(MAKE) --no-print-directory test

# After a change in what is read: the committed graph and the outputs shown in both READMEs, to look through and commit.
renew: graph
	$(BIN)/python tests/test_readme.py

# Needs some minutes; make bench MB=10 for more text. The figures go to output/bench.json too.
bench: $(READY)
	$(BIN)/python -m tests.bench $(MB)
	PYTHONPATH=. $(BIN)/python tests/bench_store.py

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $(READY)
