# On a fresh machine with Python 3.11 or later:  make ask   make ask Q="who vetoed the Gaza ceasefire?"   make test
.PHONY: ask test check accuracy lock clean

VENV ?= .venv
Q ?= how did Hungary vote?
export Q

# The first interpreter that is new enough; `make PYTHON=...` chooses another.
NEW_ENOUGH = import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c "$(NEW_ENOUGH)" >/dev/null 2>&1 && { echo "$$p"; break; }; done)
PIP = $(VENV)/bin/python -m pip -qq --disable-pip-version-check --no-input

ask: $(VENV)/.installed
	@$(VENV)/bin/votedesk ask "$$Q"

test: $(VENV)/.installed-dev
	$(VENV)/bin/python -m pytest --numprocesses auto --dist loadfile

check: $(VENV)/.installed-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo

# Needs the official files in the store (docs/data.md); VOTEDESK_DATABASE_URL names another store.
accuracy: $(VENV)/.installed-dev
	$(VENV)/bin/python benchmarks/accuracy.py --output docs/accuracy.md

# Needs uv; only for whoever changes the requirements. The locks name no addresses.
LOCK = uv pip compile pyproject.toml --universal --python-version 3.11 --extra postgres --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet
lock:
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group dev --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage*

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "VoteDesk needs Python 3.11 or later with its venv module (on Debian: apt install python3-venv)." >&2; exit 2; }
	@echo "Setting up $(VENV) with $(PYTHON) (once, about half a minute) ..." >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	@$(PIP) install --require-hashes --no-deps -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@$(PIP) install --require-hashes --no-deps -r requirements-dev.lock
	@touch $@
