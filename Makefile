# Every command of the repository; `make` lists them. Nothing has to be installed by hand but python3 and make.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

BIN := .venv/bin
PORT ?= 8000
DIR ?= output/preview
ARGS ?=
# The stamps say which lock file was installed last; develop includes run.
RUN := .venv/.run-is-installed
DEVELOP := .venv/.develop-is-installed
SYSTEM := .venv/.system-is-ready
SETUP := generator/setup/python.sh pyproject.toml

.PHONY: help setup serve test check build lint types browser unit bench bench-lookup bench-republish faults translate golden lock

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 26

setup: $(DEVELOP) ## set up .venv with everything for development

serve: $(RUN) ## build the site, serve it on this machine and rebuild it on change (PORT=8000)
	@$(BIN)/lantian serve --port $(PORT)

test: $(DEVELOP) $(SYSTEM) ## set up everything and run all checks and tests
	@$(MAKE) lint
	@$(MAKE) types
	@$(MAKE) check
	@$(MAKE) unit
	@$(MAKE) browser

check: $(RUN) ## check the content: every problem with file and line
	@echo "== content"
	@$(BIN)/lantian check

build: $(RUN) ## build the site as plain files (DIR=output/preview)
	@$(BIN)/lantian build --into $(DIR)

lint: $(DEVELOP) ## check style, format and the direction of imports
	@echo "== style"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@echo "== imports"
	@$(BIN)/lint-imports

types: $(DEVELOP) ## check types
	@echo "== types"
	@$(BIN)/mypy

unit: $(DEVELOP) ## run the tests that need no browser, with coverage
	@echo "== tests"
	@$(BIN)/pytest --ignore=tests/browser -n 2 --dist worksteal --cov --cov-report=term

browser: $(DEVELOP) $(SYSTEM) ## test the built site in a browser: links, keyboard, accessibility, validity, weight
	@echo "== browser tests"
	@$(BIN)/pytest tests/browser -n 2 --dist worksteal --timeout 600

bench: $(DEVELOP) ## measure builds against Hugo and against writing ready bytes
	@$(BIN)/python -m tests.bench.run

bench-republish: $(DEVELOP) ## measure a warning's way to the live site against Hugo, Eleventy, Pelican (ARGS=--quick)
	@$(BIN)/python -m tests.bench.republish.run $(ARGS)

faults: $(DEVELOP) ## let a publisher fail at every call, every system call (strace) and 500 moments; print the counts
	@for words in kill full readonly collect "moments 500"; do \
	  PYTHONPATH=. $(BIN)/python -P tests/publishing/faults.py $$words; done
	@for words in kill full; do PYTHONPATH=. $(BIN)/python -P tests/publishing/system_calls.py $$words; done

bench-lookup: $(DEVELOP) $(SYSTEM) ## measure the search for companies against Pagefind, and imports (ARGS=--quick)
	@$(BIN)/python -m tests.bench.lookup.run $(ARGS)

translate: $(DEVELOP) ## collect the interface's words; report which no catalog translates
	@$(BIN)/python -m tests.translations

golden: $(DEVELOP) ## write the reviewed documents of tests/golden anew; read the difference before you commit
	@LANTIAN_GOLDEN=write $(BIN)/pytest -q -p no:randomly tests -k golden --ignore=tests/browser
	@git --no-pager diff --stat -- tests/golden

LOCKING := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
  --no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

lock: $(DEVELOP) ## resolve the dependencies anew: requirements.txt and requirements-dev.txt
	@$(LOCKING) --upgrade --group install --output-file requirements.txt
	@$(LOCKING) --upgrade --group dev --constraint requirements.txt --output-file requirements-dev.txt
	@! grep -n '://' requirements.txt requirements-dev.txt

$(RUN): requirements.txt $(SETUP)
	@generator/setup/python.sh requirements.txt
	@touch $@

$(DEVELOP): requirements.txt requirements-dev.txt $(SETUP)
	@generator/setup/python.sh requirements-dev.txt
	@touch $(RUN) $@

$(SYSTEM): tests/setup_system.sh | $(DEVELOP)
	@tests/setup_system.sh
	@touch $@
