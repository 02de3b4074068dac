# Everything here works on a machine that has Python 3.11 or newer and nothing else: the first `make demo` or
# `make test` builds .venv, and a change to what is required builds it again. `make` alone lists the targets.

PYTHON ?= python3
WORKERS ?= 2
ARGS ?=
PYTEST_ARGS ?=
UPGRADE ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
RUN_READY := $(VENV)/.ready-to-run
TEST_READY := $(VENV)/.ready-to-test
WORDS := $(VENV)/words
SCOWL := 2020.12.07-2

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# `make check` promises its order, with the tests and their closing line last, under `make -j` too.
.NOTPARALLEL:
.PHONY: help demo test check format lint types rooms bench pins words clean

help:  ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUN_READY)  ## Try the whole bot in a practice Slack on this machine
	$(BIN)/bedside demo $(ARGS)

# Where no compiled modules may be kept, each worker compiles all tests anew, which takes it ten seconds.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(TEST_READY)  ## Run the tests
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(COVERAGE) $(PYTEST_ARGS)

# Counting branches takes as long again as what is counted, so only what a change must pass counts them.
check: COVERAGE := --cov --cov-report=term
check: format lint types rooms test  ## Everything a change must pass: format, lint, types, rooms, tests with coverage

format: $(TEST_READY)  ## Check the formatting (ruff)
	$(BIN)/ruff format --check bot tests

lint: $(TEST_READY)  ## Check the code's habits (ruff)
	$(BIN)/ruff check bot tests

types: $(TEST_READY)  ## Check the types (mypy, strict)
	$(BIN)/mypy

rooms: $(TEST_READY)  ## Check who imports whom (import-linter)
	$(BIN)/lint-imports

bench: $(TEST_READY)  ## Measure ratios against the bare Slack SDK
	$(BIN)/python -m pytest tests/bench -m bench -s $(PYTEST_ARGS)

pins: $(TEST_READY)  ## Pin the requirements again; UPGRADE=--upgrade takes newer releases
	$(PIP) install --quiet uv
	grep '==' requirements.txt > $(VENV)/run.txt
	grep -h '==' requirements.txt tests/requirements.txt > $(VENV)/all.txt
	$(COMPILE) --output-file $(VENV)/run.txt
	$(COMPILE) --extra dev --constraint $(VENV)/run.txt --output-file $(VENV)/all.txt
	{ grep '^#' requirements.txt; cat $(VENV)/run.txt; echo '-e .'; } > $(VENV)/requirements.txt
	{ grep -e '^#' -e '^-r' tests/requirements.txt; grep -vxFf $(VENV)/run.txt $(VENV)/all.txt; } > $(VENV)/tests.txt
	mv $(VENV)/requirements.txt requirements.txt
	mv $(VENV)/tests.txt tests/requirements.txt

# Debian's archive keeps the lists of English words; everything else is pinned beside the lists written by hand.
words: $(TEST_READY)  ## Make the word lists of screening again (on Debian)
	$(PIP) install --quiet --no-deps --upgrade --target $(WORDS) --requirement tests/screening/words/requirements.txt
	cd $(WORDS) && apt-get download --quiet scowl=$(SCOWL) && dpkg-deb --extract scowl_$(SCOWL)_all.deb .
	PYTHONPATH=.:$(WORDS) $(BIN)/python -B tests/screening/make_word_lists.py

clean:  ## Remove what was built here, never a database or a key
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.* htmlcov
	find bot tests -name __pycache__ -type d -prune -exec rm -rf {} +

# One resolution serves every supported Python on every system: what only some of them need carries a marker.
COMPILE = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links $(UPGRADE)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Bedside needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) --version 2>&1)."; \
		echo "Name one that is new enough, for example: make PYTHON=python3.12 $(MAKECMDGOALS)"; \
		exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN_READY): requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --requirement requirements.txt
	@touch $@

$(TEST_READY): tests/requirements.txt requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --requirement tests/requirements.txt
	@touch $(RUN_READY) $@
