# stet: `make help` says what there is.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PORT ?= 8000
SOURCES := Package.swift Sources Tests Themes
# One file to carry about: on Linux, Swift's own libraries go into the program.
RELEASE := -c release --product stet $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)
# On Linux, the system's own: its packages, such as python3-cairo, are for no other.
PYTHON := $(if $(filter Linux,$(shell uname)),/usr/bin/python3,python3)

.PHONY: help
help: ## Say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 21

.PHONY: site
site: build ## Build the sample newspaper into Output/
	@"$$(swift build $(RELEASE) --show-bin-path)/stet" build
	@echo "Look at it: make preview"

.PHONY: build
build: dependencies ## Build stet itself, in release mode
	swift build $(RELEASE)

# With link-time optimization, which is experimental in SwiftPM and takes a minute more each time.
.PHONY: release
release: dependencies ## Build the program to install, .build/program/release/stet: slower to build, a little faster
	swift build $(RELEASE) --scratch-path .build/program $(if $(filter Linux,$(shell uname)),--experimental-lto-mode=full)

.PHONY: test
test: dependencies ## Run every test
	@Tools/install-dependencies curl libimage-exiftool-perl
	swift build --build-tests
	swift test --skip-build

# What it may be told: CORPUS=folder, another site to look over.
.PHONY: check
check: build ## Have the built pages looked over by validators and a browser
	@Tools/install-dependencies chromium fonts-liberation python3 python3-venv
	@command -v java >/dev/null || Tools/install-dependencies default-jre-headless
	@STET="$$(swift build $(RELEASE) --show-bin-path)/stet" Tests/Pages/check

# In a virtual environment of its own; the browser is the system's.
.build/browser/installed: Tests/Browser/requirements.txt
	@Tools/install-dependencies chromium git python3 python3-venv
	$(PYTHON) -m venv .build/browser
	.build/browser/bin/pip install --quiet --requirement $<
	@touch $@

.PHONY: test-browser
test-browser: $(if $(STET),,build) .build/browser/installed ## Look at the sample in a browser while it is written
	@cd Tests/Browser && STET="$(or $(STET),$$(swift build $(RELEASE) --show-bin-path)/stet)" \
		$(CURDIR)/.build/browser/bin/python -m unittest test_pages test_writing

.PHONY: stress
stress: $(if $(STET),,build) ## Save a thousand times while serving (SAVES=1000)
	@Tools/install-dependencies git python3
	@cd Tests/Browser && STET="$(or $(STET),$$(swift build $(RELEASE) --show-bin-path)/stet)" SAVES=$(or $(SAVES),1000) \
		$(PYTHON) -m unittest test_stress

# What libFuzzer finds out about the code goes into .build/fuzz/corpus, and what it finds wrong into .build/fuzz/found.
.PHONY: fuzz
fuzz: dependencies ## Feed the parsers with anything (SUBJECT=requests, frontmatter or markdown; TIME=600)
	@Tools/fuzz $(or $(SUBJECT),requests) $(or $(TIME),600)

.PHONY: lint
lint: ## Check the code's format, strictly
	swift format lint --strict --recursive --parallel $(SOURCES)

.PHONY: format
format: ## Put the code into its format
	swift format --in-place --recursive --parallel $(SOURCES)

# In debug mode, in which a changed theme is compiled in a quarter of the time.
.PHONY: preview
preview: dependencies ## Show the sample newspaper and its theme while you change them (PORT=8000)
	swift build --product stet
	@"$$(swift build --show-bin-path)/stet" serve --port $(PORT)

.PHONY: pictures
pictures: ## Draw the sample newspaper's pictures again
	@Tools/install-dependencies python3 python3-venv python3-cairo fonts-liberation
	$(PYTHON) -m venv --system-site-packages .build/pictures
	.build/pictures/bin/pip install --quiet numpy Pillow
	.build/pictures/bin/python Tools/pictures

# What it may be told: SIZES="1000 10000" RUNS=5 HUGO_LIMIT=100000 BENCH_DIR=/dev/shm FEEDS=0 STET=/path/to/stet
.PHONY: bench
bench: $(if $(STET),,release) ## Measure stet beside Hugo and the floor (SIZES="1000 10000")
	@Tools/install-dependencies gcc libc6-dev libcmark-dev pkg-config python3 python3-venv
	@STET="$(or $(STET),.build/program/release/stet)" PYTHONPATH=Benchmarks $(PYTHON) -m bench

.PHONY: bench-ledger
bench-ledger: ## Measure what a ledger in SQLite would cost
	@Tools/install-dependencies gcc libc6-dev libsqlite3-dev pkg-config python3
	@PYTHONPATH=Benchmarks $(PYTHON) -m bench.ledger

# In a virtual environment of its own, with what the photographs are drawn with.
.build/photographs/installed: Benchmarks/requirements.txt
	@Tools/install-dependencies python3 python3-venv
	$(PYTHON) -m venv .build/photographs
	.build/photographs/bin/pip install --quiet --requirement $<
	@touch $@

# What it may be told: COUNT=200 RUNS=5 BENCH_DIR=/dev/shm STET=/path/to/stet
.PHONY: bench-pictures
bench-pictures: $(if $(STET),,build) .build/photographs/installed ## Measure pictures beside Hugo (COUNT=200)
	@Tools/install-dependencies gcc libc6-dev pkg-config libvips-dev python3 python3-venv
	@STET="$(or $(STET),$$(swift build $(RELEASE) --show-bin-path)/stet)" PHOTOGRAPHS="$(CURDIR)/.build/photographs/bin/python" \
		PYTHONPATH=Benchmarks $(PYTHON) -m bench.renditions

.PHONY: bench-latency
bench-latency: build ## Measure from a save to the browser being told (SITE=folder)
	@STET="$$(swift build $(RELEASE) --show-bin-path)/stet" PYTHONPATH=Benchmarks $(PYTHON) -m bench.latency $(SITE)

.PHONY: bench-theme
bench-theme: dependencies ## Measure from a theme's source to the browser (CONFIGURATION=release)
	swift build --product stet -c $(or $(CONFIGURATION),debug)
	@STET="$$(swift build -c $(or $(CONFIGURATION),debug) --show-bin-path)/stet" PYTHONPATH=Benchmarks $(PYTHON) -m bench.theme

.PHONY: dependencies
dependencies: ## Install the libraries that stet rests on, where they are missing
	@Tools/install-dependencies libcmark-dev libyaml-dev libjemalloc-dev zlib1g-dev libbrotli-dev libexpat1-dev libvips-dev g++ pkg-config tzdata

.PHONY: clean
clean: ## Remove what was built
	rm -rf .build .stet Output
