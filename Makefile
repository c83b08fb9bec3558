# make issue   the sample issue as a PDF        make test   the tests        make lint   style and types
# make bench   comparison with a peer           make clean  takes away all that can be made again
#
# Each makes what it needs the first time: a virtual environment in .venv and the packages in it.
# Works with GNU make 3.81 and later. On Windows without make: see README.md.

ISSUE ?= 2023-q2
JOBS ?= 2
RUNS ?= 5
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PYTHON := $(BIN)/python
PIP := $(PYTHON) -m pip --disable-pip-version-check install --quiet

.PHONY: issue test coverage test-all test-slow lint format bench clean

issue: $(VENV)/.installed
	@$(BIN)/digest build $(ISSUE)

test: $(VENV)/.installed-dev
	@$(PYTHON) -m pytest -n $(JOBS) --dist worksteal -m "not slow"

coverage: $(VENV)/.installed-dev
	@$(PYTHON) -m pytest -n $(JOBS) --dist worksteal -m "not slow" --cov --cov-report=term

test-slow: $(VENV)/.installed-dev
	@$(PYTHON) -m pytest -n $(JOBS) --dist worksteal -m slow

test-all: test test-slow

lint: $(VENV)/.installed-dev
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check
	@$(PYTHON) -m mypy

format: $(VENV)/.installed-dev
	@$(PYTHON) -m ruff check --fix-only
	@$(PYTHON) -m ruff format

bench: $(VENV)/.installed-bench
	@$(PYTHON) -m tests.bench --runs $(RUNS)

clean:
	rm -rf $(VENV) .digest dist build .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find pipeline tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The first Python from 3.11 to 3.13 on the path.
$(VENV)/.made:
	@for python in python3 python3.13 python3.12 python3.11 python py; do \
	  if $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then \
	    echo "Making $(VENV) with $$($$python --version)"; \
	    $$python -m venv $(VENV) && touch $@ && exit 0; \
	    echo "On Debian and Ubuntu, python3-venv is a package of its own: apt install python3-venv" >&2; exit 1; \
	  fi; \
	done; \
	echo "No Python from 3.11 to 3.13 was found on the path. Install one from python.org." >&2; exit 1

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	@echo "Installing what the build needs into $(VENV) ..."
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.made pyproject.toml
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) --editable ".[dev]"
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-bench: $(VENV)/.installed pyproject.toml
	@$(PIP) --editable ".[bench]"
	@touch $@
