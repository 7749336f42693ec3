# Be Supported. `make run` shows it, `make test` proves it; `make help` lists the rest.
SHELL := /bin/sh
PORT ?= 8000
HOST ?= 127.0.0.1
export PORT
VENV := .venv/bin
export UV_PYTHON_DOWNLOADS := never
# Without kept bytecode each start of a command or server compiles everything anew: 2.4 s instead of 1.2.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run serve test lint check fix bench train evaluate words lock clean

help: ## list these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: .make/run ## the demonstration county on http://127.0.0.1:8000 (PORT=, DATABASE_URL= are honoured)
	@HOST=$(HOST) scripts/port-is-free
	@MODE=demonstration FLASK_APP=wsgi $(VENV)/flask db upgrade
	@MODE=demonstration FLASK_APP=wsgi $(VENV)/flask demo load
	@sh scripts/say-addresses
	@MODE=demonstration exec $(VENV)/granian --interface wsgi --host $(HOST) --port $(PORT) --workers 1 --blocking-threads 8 --no-ws --log-level error wsgi:app

serve: .make/run ## production: needs SECRET_KEY, and a database without demonstration log-ins
	@HOST=$(HOST) scripts/port-is-free
	@MODE=production FLASK_APP=wsgi $(VENV)/flask db upgrade
	@MODE=production HOST=$(HOST) exec sh scripts/serve

test: .make/test ## everything: lint, types, unit, pages, both databases, browser, accessibility
	@$(MAKE) --no-print-directory lint
	@MODE= SECRET_KEY= DATABASE_URL= $(VENV)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --cov --cov-report=term:skip-covered

lint: .make/test ## style, types and import rules alone
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/mypy
	@$(VENV)/lint-imports
	@$(VENV)/djlint templates --lint --quiet

fix: .make/test ## put the style in order
	@$(VENV)/ruff check --fix .
	@$(VENV)/ruff format .

bench: .make/test ## measure, beside references in the same run, and write docs/benchmarks.md
	@MODE= SECRET_KEY= DATABASE_URL= $(VENV)/python -m bench

train: .make/test ## fit the weights for reading comments anew (needs the development text: DEVELOPMENT_TEXT=)
	@OMP_NUM_THREADS=1 $(VENV)/python -m analysis.training fit

evaluate: .make/test ## measure how comments are read, beside references, and write docs/model-card.md
	@OMP_NUM_THREADS=1 $(VENV)/python -m analysis.training evaluate

words: .make/test ## gather what pages say into the catalogs of the languages, and compile them
	@PYTHONPATH=. $(VENV)/python scripts/words.py

lock: .make/uv ## write the lock files anew after a change of pyproject.toml
	@$$(cat .make/uv) pip compile pyproject.toml --extra postgres --extra redis --generate-hashes --universal --no-annotate --no-header -q -o requirements/run.txt
	@$$(cat .make/uv) pip compile pyproject.toml --extra postgres --extra redis --group test --generate-hashes --universal --no-annotate --no-header -q -o requirements/test.txt

clean: ## take away what was installed and built; answers in instance/ stay
	rm -rf .venv .tools .make .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage

.make/uv: scripts/prepare
	@sh scripts/prepare uv

.make/run: requirements/run.txt scripts/prepare .make/uv
	@sh scripts/prepare run

.make/test: requirements/test.txt requirements/run.txt scripts/prepare .make/uv
	@sh scripts/prepare test
