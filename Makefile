# make run    the app on http://localhost:8501
# make dev    the same, and it follows changes of its files
# make test   everything: lint, types, unit, property, page and real-browser tests
# make bench  speed, side by side with others
# Each sets itself up on a fresh machine.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run dev test bench format clean

run: $(VENV)/run.done
	$(BIN)/streamlit run app.py --server.port 8501

dev: $(VENV)/run.done
	$(BIN)/streamlit run app.py --server.port 8501 --server.fileWatcherType auto

test: $(VENV)/test.done
	$(BIN)/python -m tools.chromium
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/python -m pytest -n 2 --dist worksteal

bench: $(VENV)/test.done $(VENV)/bench.done
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m bench.core
	$(BIN)/python -m bench.training
	$(BIN)/python -m bench.bounds
	$(BIN)/python -m bench.browser

format: $(VENV)/test.done
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis

# What a folder of packages was made from is named by the files below it; a newer list is installed again.
$(VENV)/pip.done:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Descent needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/run.done: requirements.txt $(VENV)/pip.done
	$(BIN)/pip install --disable-pip-version-check -q -r requirements.txt
	touch $@

$(VENV)/test.done: requirements-test.txt $(VENV)/run.done
	$(BIN)/pip install --disable-pip-version-check -q -r requirements-test.txt
	touch $@

$(VENV)/bench.done: requirements-bench.txt $(VENV)/run.done
	$(BIN)/pip install --disable-pip-version-check -q -r requirements-bench.txt
	touch $@
