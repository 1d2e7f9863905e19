# make demo and make test need nothing but make and Python 3.11, 3.12 or 3.13:
# the first call makes .venv from the lock files, later calls find it there.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
unexport PYTHONHOME PYTHONPATH
export PYTHON

VENV := .venv/bin/python
INSTALL := $(VENV) -m pip install --quiet --disable-pip-version-check
PROJECT := --no-build-isolation --no-deps --editable .
UV := .cache/uv/bin/uv
COMPILE := $(UV) pip compile pyproject.toml --quiet --universal --generate-hashes \
           --fork-strategy fewest --no-header --no-annotate $(UPGRADE)
STORE := demo.db
KG := $(VENV) -m kg --store $(STORE)

# An environment knows its folder by heart: it is made anew after a move, or when its Python is gone.
STALE := $(shell test "$$(cat .venv/home 2>/dev/null)" = "$$(pwd)" && \
                 $(VENV) -c pass 2>/dev/null || echo stale)

.PHONY: help demo test check format lock schema picture confidence clean stale

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile

demo: .venv/run ## build a graph of the five seed articles and report on it
	@rm -rf $(STORE)
	@$(KG) build seeds/
	@printf '\nWho accuses whom\n\n'
	@$(KG) query accusations/who-accuses-whom -c accuser,accused,alleges,articles
	@printf '\nStrikes and attacks by province\n\n'
	@$(KG) query violence/strikes-by-province \
	    -c province,attackers,relation,date_words,killed_min,status,said_by
	@printf '\nThe graph is in $(STORE): ask it more by .venv/bin/kg --store $(STORE) query PACK/NAME,\n'
	@printf 'see .venv/bin/kg packs for what can be asked.\n'

test: .venv/dev ## run all tests
	@$(VENV) -m pytest

check: .venv/dev ## lint, check formatting and types
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check .
	@$(VENV) -m mypy

format: .venv/dev ## mend what ruff can mend
	@$(VENV) -m ruff check --fix .
	@$(VENV) -m ruff format .

lock: .venv/run ## write the lock files anew; UPGRADE=--upgrade takes newer versions
	@test -x $(UV) || $(INSTALL) --target .cache/uv uv
	@$(COMPILE) --extra build --output-file requirements.txt
	@$(COMPILE) --extra build --extra dev --constraint requirements.txt \
	    --output-file requirements-dev.txt

schema: .venv/run ## write docs/schema.md anew
	@$(VENV) -m kg.schema_doc > docs/schema.md

picture: .venv/run ## draw docs/seeds.svg anew
	@rm -rf $(STORE)
	@$(KG) build seeds/
	@$(KG) draw -o docs/seeds.svg

confidence: .venv/run ## fit the weights of confidence anew to the labels for tuning
	@$(VENV) bench/confidence.py

clean: ## remove what make has made
	rm -rf .venv .cache $(STORE) .mypy_cache .pytest_cache .ruff_cache

.venv/home: $(STALE)
	@sh tools/make-venv.sh
	@pwd > $@

.venv/run: .venv/home requirements.txt pyproject.toml
	@echo "Installing what kg needs (about a minute, once)" >&2
	@$(INSTALL) --require-hashes --no-deps -r requirements.txt
	@$(INSTALL) $(PROJECT)
	@touch $@

.venv/dev: .venv/run requirements-dev.txt
	@echo "Installing what its tests need" >&2
	@$(INSTALL) --require-hashes --no-deps -r requirements-dev.txt
	@touch $@
