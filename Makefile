# graph · test · check · bench · renew · fuzz · scaling · lock · licences · sbom · audit: the lines that people and CI run.
# They need python3 with venv, make and git. `make test` installs the newest versions that are allowed; `make test WITH=locked`
# the locked ones, by their hashes; `make test WITH=lowest` the lowest that pyproject.toml allows.
PYTHON ?= python3
WITH ?= venv
BIN := .$(WITH)/bin
READY := .$(WITH)/.ready
TOOLS := .tools/bin
LOCK := supply/requirements.lock

.PHONY: graph test check bench renew fuzz scaling bombs lock licences sbom audit
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
bench: export OPENBLAS_NUM_THREADS = 1  # one core is measured against one core
bench: $(READY)
	$(BIN)/python -m tests.bench $(MB)
	PYTHONPATH=. $(BIN)/python tests/bench_store.py

# make fuzz MIN=5: every reader and the building, guided by what is reached; what breaks them is kept in tests/fuzz/corpus.
fuzz: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris || echo "no atheris for this Python: nothing guides"
	$(BIN)/python -m tests.fuzz.guided $(MIN)

# How the time of every pattern and of reading grows with hostile texts.
scaling: $(READY)
	$(BIN)/python -m tests.fuzz.scaling

# Files that unfold, loop or nest: what reading each of them costs.
bombs: $(READY)
	$(BIN)/python -m tests.fuzz.bombs

lock: .tools/.ready
	$(TOOLS)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  --extra test pyproject.toml --output-file $(LOCK) --upgrade
	$(MAKE) --no-print-directory licences sbom

licences: .locked/.ready
	.locked/bin/python -m tests.supply licences

sbom: .tools/.ready .locked/.ready
	$(TOOLS)/cyclonedx-py environment .locked/bin/python --pyproject pyproject.toml --output-reproducible \
	  --output-file supply/sbom.cdx.json

# Ends well where nothing is known; else make's last line says "Error 1", something is known, or "Error 2", the index that is
# reached from here did not tell of all. AUDIT_INDEX=https://… asks another one.
audit:
	@$(PYTHON) -m tests.audit

.tools/.ready:
	$(PYTHON) -m venv .tools
	$(TOOLS)/python -m pip install --quiet --disable-pip-version-check uv cyclonedx-bom
	touch $@

.locked/.ready: $(LOCK) pyproject.toml
	$(PYTHON) -m venv .locked
	.locked/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $(LOCK)
	.locked/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

.lowest/.ready: pyproject.toml .tools/.ready
	$(PYTHON) -m venv .lowest
	$(TOOLS)/uv pip install --quiet --python .lowest/bin/python --resolution lowest-direct --editable '.[test]'
	touch $@

.venv/.ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $(READY)
