# make run           the app on http://localhost:8501
# make dev           the same, and it follows changes of its files
# make test          everything on one process: lint, types, unit (Python's and JavaScript's), property, page and real-browser tests
# make test-cluster  several processes behind a real HAProxy
# make bench         speed, side by side with others
# make constraints   writes a new constraints.txt, with the newest versions that requirements*.txt allow
# Each sets itself up on a fresh machine, with the versions of constraints.txt.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/pip install --disable-pip-version-check -q

.PHONY: run dev test test-cluster bench constraints format clean

run: $(VENV)/run.done
	$(BIN)/streamlit run app.py --server.port 8501

dev: $(VENV)/run.done
	$(BIN)/streamlit run app.py --server.port 8501 --server.fileWatcherType auto

test: $(VENV)/test.done
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m tools.firefox
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/python -m tools.javascript
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not cluster"

test-cluster: $(VENV)/test.done
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m tools.haproxy
	$(BIN)/python -m pytest -m cluster

bench: $(VENV)/test.done $(VENV)/bench.done
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m tools.haproxy
	$(BIN)/python -m bench

constraints: $(VENV)/test.done $(VENV)/bench.done
	$(INSTALL) --upgrade --upgrade-strategy eager -r requirements-test.txt -r requirements-bench.txt
	$(BIN)/python -m tools.constraints

format: $(VENV)/test.done
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m tools.javascript format

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis tools/javascript/node_modules

# What a folder of packages was made from is named by the files below it; a newer list is installed again.
$(VENV)/pip.done:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Descent needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/run.done: requirements.txt constraints.txt $(VENV)/pip.done
	$(INSTALL) -r requirements.txt -c constraints.txt
	touch $@

$(VENV)/test.done: requirements-test.txt $(VENV)/run.done
	$(INSTALL) -r requirements-test.txt -c constraints.txt
	touch $@

$(VENV)/bench.done: requirements-bench.txt $(VENV)/run.done
	$(INSTALL) -r requirements-bench.txt -c constraints.txt
	touch $@
