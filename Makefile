# Two commands do all the set-up on a fresh machine: `make run` and `make test`. `make help` lists the rest.
PY := .venv/bin/python
DEMO_HOME ?= $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/holdfast-demo

.PHONY: help run test test-long lint bench package test-package screenshots format clean

help:
	@echo 'make run          set up, then back a sample site up, change it, back it up again, drill and restore it (a window when there is a screen)'
	@echo 'make test         set up, then lint, types, import rules and all tests that take minutes at most'
	@echo 'make test-long    set up, then the long reliability tests too (real object store, kill loops, newer restic)'
	@echo 'make bench        measure against restic, borg, cp and zip on this machine'
	@echo 'make package      the program as one folder, and a Debian package of it, in .build/package'
	@echo 'make test-package set up, build, install the package into a bare Debian 12 tree, use it there, remove it (as root)'
	@echo 'make screenshots  draw every page and dialog, light and dark, into .build/screenshots'

run:
	@packaging/prepare.sh run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  exec $(PY) -m holdfast_desktop --home "$(DEMO_HOME)" --demo --show; \
	else \
	  exec $(PY) -m holdfast --home "$(DEMO_HOME)" demo; \
	fi

test:
	@packaging/prepare.sh test
	@$(MAKE) --no-print-directory lint
	$(PY) -m pytest -n 2 --dist loadgroup -q --durations 15

test-long:
	@packaging/prepare.sh test-long
	$(PY) -m tests.support.fetch_restic
	$(PY) -m pytest -q -m 'long or not benchmark' --timeout 3600 --durations 30

lint:
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports
	.venv/bin/mypy

bench:
	@packaging/prepare.sh test
	@mkdir -p .build && rm -rf .build/site
	$(PY) -m tests.benchmarks.engine
	$(PY) -m tests.benchmarks.restore
	$(PY) -m tests.benchmarks.make_site .build/site
	$(PY) -m tests.benchmarks.command --site .build/site
	$(PY) -m tests.benchmarks.s3
	$(PY) -m tests.benchmarks.archives
	$(PY) -m tests.benchmarks.agent
	[ -x .build/vorta/bin/vorta ] || { python3 -m venv .build/vorta && .build/vorta/bin/pip install --quiet vorta; }
	-$(PY) -m tests.benchmarks.window
	-$(PY) -m tests.benchmarks.window_gap --site .build/site
	-$(PY) -m tests.benchmarks.window_overview
	@rm -rf .build/site

package:
	@packaging/prepare.sh package
	.build/package/venv/bin/python packaging/build.py

test-package: package
	@packaging/prepare.sh test-package
	packaging/try_deb.sh

screenshots:
	@packaging/prepare.sh screenshots
	$(PY) -m tests.desktop.screenshots .build/screenshots

format:
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

clean:
	rm -rf .build .mypy_cache .pytest_cache .ruff_cache .hypothesis
