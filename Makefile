PY ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# a browser waits much: one more process than there are cores
TOGETHER = $(shell $(PY) -c "import os; print(min(5, (os.cpu_count() or 1) + 1))")

.PHONY: run test check rubric golden bench install lint

help:          ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ —/'

$(STAMP): requirements.txt requirements-dev.txt requirements-stemmen.txt
	$(PY) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -r requirements.txt -r requirements-dev.txt
	-$(BIN)/python -m pip install --quiet --no-deps -r requirements-stemmen.txt
	@touch $(STAMP)

install: $(STAMP) ## make the virtual environment

run: $(STAMP)  ## load the demo calls and open the dashboard
	$(BIN)/python -m scoring demo
	$(BIN)/python -m scoring serve

test: check rubric ## everything that CI runs
	$(BIN)/python -m pytest -n $(TOGETHER) --dist loadfile --no-loadscope-reorder

check: $(STAMP) ## style, layers, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

rubric: $(STAMP) ## check the rubrics against their own examples
	$(BIN)/python -m scoring check rubrics

golden: $(STAMP) ## agreement with the labelled calls
	$(BIN)/python -m scoring evaluate tests/gold

bench: $(STAMP) ## speed, as ratios measured in one run
	$(BIN)/python -m benchmarks.score
