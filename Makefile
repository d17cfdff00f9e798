PY ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# where this is set, each of the many processes would compile every package again
export PYTHONDONTWRITEBYTECODE :=
# one thread in each of the tests that run together: more would wait for each other, and waiting costs a core
test test-all: export OMP_NUM_THREADS := 1
test test-all: export OPENBLAS_NUM_THREADS := 1
TOGETHER := -n 4 --dist loadfile --no-loadscope-reorder

.PHONY: run test test-all check rubric golden bench pictures install lint

help:          ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ —/'

$(STAMP): requirements.txt requirements-dev.txt requirements-stemmen.txt
	$(PY) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --no-compile -r requirements.txt -r requirements-dev.txt
	-$(BIN)/python -m pip install --quiet --no-compile --no-deps -r requirements-stemmen.txt
	@touch $(STAMP)

install: $(STAMP) ## make the virtual environment

run: $(STAMP)  ## load the demo calls and open the dashboard
	$(BIN)/python -m scoring demo
	$(BIN)/python -m scoring serve

test: $(STAMP) ## everything that CI runs
	$(MAKE) -j2 check rubric
	$(BIN)/python -m pytest $(TOGETHER)

test-all: $(STAMP) ## also the long walks through all screens
	$(MAKE) -j2 check rubric
	$(BIN)/python -m pytest $(TOGETHER) --slow

check: $(STAMP) ## style, layers, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

rubric: $(STAMP) ## check the rubrics against their own examples
	$(BIN)/python -m scoring check rubrics

golden: $(STAMP) ## agreement with the labelled calls, and with those full of look-alikes
	$(BIN)/python -m scoring evaluate tests/gold
	$(BIN)/python -m scoring evaluate tests/hard

bench: $(STAMP) ## speed, as ratios measured in one run
	$(BIN)/python -m benchmarks.score

pictures: $(STAMP) ## the pictures of the handbook, with the demo calls as judged now (needs Chromium)
	PYTHONPATH=.:tests:tests/app $(BIN)/python tests/app/pictures.py
