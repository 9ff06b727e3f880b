.DEFAULT_GOAL := help
.PHONY: help setup demo test check lint types qml words cover licences sbom audit bench mutants deb lock schemas translations language reading accessibility clean

VENV := .venv/bin

help:  ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

setup:  ## make this machine and .venv ready; does nothing when they are
	@packaging/bootstrap

demo: setup  ## try it with a simulated entrance; ARGS="--headless --out demo" needs no screen
	@$(VENV)/kiosk demo $(ARGS)

test: setup  ## every test, the slow ones too; ARGS goes to pytest
	@$(VENV)/python -m pytest -n 2 --dist loadfile $(ARGS)

bench: setup  ## what it costs, each figure beside its floor; ARGS=--quick for a first look
	@for each in gate ledger receipt screen; do $(VENV)/python tests/bench/$${each}_bench.py $(ARGS) || exit 1; done

check: lint types qml words cover  ## everything below up to cover; two minutes

lint: setup  ## ruff: faults, formatting, and who may import whom
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/python -m pytest -q tests/test_imports.py

types: setup  ## mypy --strict on all that stands without a screen
	@$(VENV)/mypy

qml: setup  ## qmllint and qmlformat, with the types of the view models
	@$(VENV)/python -m pytest -q tests/screens/test_qml.py

words: setup  ## every string of the screens is translated into every language
	@mkdir -p build/words
	@for ts in translations/kiosk_*.ts; do \
		$(VENV)/pyside6-lrelease -silent -fail-on-unfinished $$ts -qm build/words/check.qm || { echo "unfinished: $$ts"; exit 1; }; done

cover: setup  ## lines and branches of the heart that its own quick tests reach, with a floor
	@mkdir -p build
	@$(VENV)/coverage run -m pytest -q -m "not slow" tests/consent \
		tests/gate/test_lease.py tests/gate/test_guard.py tests/gate/test_binding.py tests/gate/test_bodies.py
	@$(VENV)/coverage report

licences: setup  ## write the table of packages in packaging/LICENSES.md
	@$(VENV)/python packaging/licences.py

sbom: setup  ## write build/sbom.cdx.json, the bill of materials of what ships (CycloneDX)
	@$(VENV)/python packaging/sbom.py

audit:  ## known vulnerabilities of the locked packages; asks the network, so it is no part of check
	@command -v pip-audit >/dev/null || { echo "pip-audit is needed: pipx install pip-audit"; exit 1; }
	pip-audit --require-hashes --disable-pip -r packaging/requirements.txt

mutants: setup  ## change the heart in every small way and see that a test notices; an hour. Then: .venv/bin/mutmut results
	@$(VENV)/mutmut run --max-children 2

deb: setup  ## dist/consent-kiosk_VERSION_ARCH.deb, from what is committed: packaging/README.md
	@$(VENV)/python packaging/debian/build.py

lock:  ## choose versions anew: uv.lock and packaging/requirements.txt
	@command -v uv >/dev/null || { echo "uv is needed: pipx install uv, or https://docs.astral.sh/uv/"; exit 1; }
	uv lock
	uv export -q --frozen --no-emit-project --no-header --no-annotate --all-groups \
		--format requirements-txt -o packaging/requirements.txt
	uv export -q --frozen --no-emit-project --no-header --no-annotate --no-dev \
		--format requirements-txt -o packaging/requirements-run.txt

schemas: setup  ## write the gate protocol's JSON Schemas from its messages
	@$(VENV)/python packaging/schemas.py

translations: setup  ## gather the screens' words into translations/kiosk_*.ts
	@$(VENV)/pyside6-lupdate -silent kiosk/screens -extensions qml,py -locations none -no-obsolete \
		-ts translations/kiosk_*.ts

language: setup  ## what a language still lacks, and its files where it has none; TAG=nl, or TAG=all for a table
	@$(VENV)/python packaging/language.py $(TAG)

reading: setup  ## how hard the words are to read, in every language
	@$(VENV)/python packaging/reading.py

accessibility: setup  ## write packaging/ACCESSIBILITY.md from its clauses and the tests that name them
	@$(VENV)/python packaging/conformance.py

clean:  ## remove everything that setup, tests and demo made
	rm -rf .venv .hypothesis .pytest_cache .ruff_cache build dist demo mutants
	rm -f translations/*.qm
	find kiosk tests -name __pycache__ -prune -exec rm -rf {} +
