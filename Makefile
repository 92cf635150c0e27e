# One command makes the report, one passes the tests.  Each sets up what it needs.
YEAR ?= 2020
OPD ?= dinsos-flores-timur
FORMATS ?= html,pdf
PYTHON ?= python3
TESTS ?= tests notebooks

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Tests without built reports, kernels and Excel forms.
QUICK := tests/spec tests/golden $(addprefix tests/unit/,asal load present rules storage test_*.py)

.PHONY: help report check test test-cepat mutasi fix lab notebooks docs bench bench-audit kill fuzz constraints clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-12s %s\n", $$1, $$2}'

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	touch $@

report: $(READY)  ## the report of YEAR and OPD in reports/
	$(BIN)/lkipnb report $(YEAR) --opd $(OPD) --formats $(FORMATS)

check: $(READY)  ## read only: style, types, and the data of YEAR and OPD
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy lkipnb
	$(BIN)/lkipnb check $(YEAR) --opd $(OPD)

test: $(READY)  ## all tests
	$(BIN)/python -m pytest -n 2 --dist loadfile --nbval --nbval-current-env $(TESTS)

test-cepat: $(READY)  ## the quick tests, for while you work
	$(BIN)/python -m pytest -n 2 --dist loadfile $(QUICK)

fix: $(READY)  ## put style right where a machine can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lab: $(READY)  ## open the notebooks in JupyterLab
	$(BIN)/lkipnb lab

notebooks: $(READY)  ## run the shipped notebooks again and store their outputs
	$(BIN)/python -m lkipnb.report.refresh

docs: $(READY)  ## make the generated pages of docs/, and the words of the command line, again
	$(BIN)/pybabel compile -D click -d lkipnb/locale
	$(BIN)/python docs/generate.py

bench: $(READY)  ## the measured ratios
	$(BIN)/python benchmarks/report.py
	$(BIN)/python benchmarks/besar.py

bench-audit: $(READY)  ## seeded faults: how many the audit finds and explains
	$(BIN)/python benchmarks/audit.py --write

kill: $(READY)  ## kill report, import and koreksi at seeded moments and look at what stands
	$(BIN)/python benchmarks/kill.py

fuzz: $(READY)  ## 3.000 seeded inputs that nobody would type, through every door; about half an hour
	$(BIN)/python benchmarks/fuzz.py

mutasi: $(READY)  ## single changes of numbers, calculation and audit that no test sees; about an hour
	$(BIN)/python benchmarks/mutasi.py

constraints: $(READY)  ## write the installed versions to constraints.txt
	$(BIN)/python -m pip freeze --exclude-editable > constraints.txt

clean:  ## remove the environment and everything built
	rm -rf $(VENV) reports/*/ .pytest_cache .mypy_cache .ruff_cache .hypothesis
