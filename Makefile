# Every target does its own set-up; see packaging/prepare.
VENV := .venv
READY := $(VENV)/.ready
BIN := $(VENV)/bin
ARGS ?=

.PHONY: run test check bench torture

run: $(READY)
	@packaging/libraries window
	@$(BIN)/negojournal $(ARGS)

# Where Python may keep no bytecode, each of some hundred processes would compile the program anew.
test: check
	@packaging/libraries offscreen
	PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2 --dist worksteal --cov --cov-report=term:skip-covered

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	@packaging/libraries offscreen
	PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks $(ARGS)

torture: $(READY)
	@$(BIN)/python -m tests.torture $(ARGS)

$(READY): pyproject.toml packaging/constraints.txt packaging/prepare
	@packaging/prepare $(VENV)
	@touch $@
