# Bare `make` lists what can be made. The text after ## is the list.

SHELL       = bash
.SHELLFLAGS = -o pipefail -c

GO       ?= go
FUZZTIME ?= 20s
BENCH    ?= .
COUNT    ?= 6
TAGS     ?=
PAGES    ?= ../shared/data/wcxb-dev-360.jsonl.gz
TEIDIR   ?= build/tei
SIZES    ?= 250000,500000,1000000
VERB     ?= dups
WORK     ?= articles
MEMORY   ?= 1GiB
TEXT     ?=
SPEED    ?=
PREFIX   ?= $(shell $(GO) env GOPATH)

# Tools that are run, not linked: fixed here so that every checkout agrees.
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.0
BENCHSTAT   = golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null)
LDFLAGS := -s -w -X main.version=$(VERSION)

# Packages whose tests know -update.
GOLDEN = $(shell grep -rl --include='*_test.go' '"update"' . | xargs -r -n1 dirname | sort -u)

.DEFAULT_GOAL := help
.PHONY: help build install demo test check lint race fuzz bench golden quality trades webquality tei growth compare collatex clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build the static binary ./urtext (TAGS=trafilatura: with --extract trafilatura)
	CGO_ENABLED=0 $(GO) build -tags '$(TAGS)' -trimpath -buildvcs=false -ldflags '$(LDFLAGS)' -o urtext ./cmd/urtext

install: ## install the binary to PREFIX/bin (GOPATH by default)
	CGO_ENABLED=0 GOBIN=$(PREFIX)/bin $(GO) install -tags '$(TAGS)' -trimpath -buildvcs=false -ldflags '$(LDFLAGS)' ./cmd/urtext

demo: build ## rebuild an article from five damaged copies and show it
	./urtext run fixtures/family --out build/demo
	@echo
	./urtext show 002_newsletter.txt --out build/demo

test: check ## run all tests, go vet and the gofmt check
	$(GO) test -buildvcs=false ./...

check:
	@files=$$(gofmt -l cmd fixtures pipeline); if [ -n "$$files" ]; then echo "gofmt -w is wanted for:"; echo "$$files"; exit 1; fi
	$(GO) vet ./...

lint: check ## go vet, gofmt and staticcheck (needs the network once)
	$(GO) run $(STATICCHECK) -checks inherit,-ST1018 ./...

race: ## run the tests, but for the longest, under the race detector
	CGO_ENABLED=1 $(GO) test -race -short -timeout 30m -buildvcs=false ./...

fuzz: ## run each fuzz target for FUZZTIME (20s)
	@grep -rn --include='*_test.go' '^func Fuzz' cmd fixtures pipeline | sed -E 's|^(.*)/[^/]*:[0-9]+:func (Fuzz[A-Za-z0-9_]*).*|\1 \2|' | \
	while read dir target; do \
		echo "$$dir $$target"; \
		$(GO) test -buildvcs=false ./$$dir -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x || exit 1; \
	done

bench: ## run the benchmarks, COUNT (6) times, against the baseline if there is one
	@mkdir -p build
	$(GO) test -buildvcs=false ./... -run '^$$' -bench '$(BENCH)' -benchmem -count $(COUNT) | tee build/bench.txt
	@if [ -f fixtures/bench-baseline.txt ]; then $(GO) run $(BENCHSTAT) fixtures/bench-baseline.txt build/bench.txt; fi

golden: ## write all golden files anew; read the diff before you commit it
	$(GO) test -buildvcs=false $(GOLDEN) -update

quality: ## measure quality on the fixtures and write its golden file
	$(GO) run -buildvcs=false ./fixtures/cmd/quality

trades: ## measure how much spam is removed, by trade and style, and the scales on trades they were not fitted to
	$(GO) run -buildvcs=false ./fixtures/cmd/trades
	$(GO) test -buildvcs=false -count=1 ./pipeline/spam -run '^TestOddsHeldOut$$' -v

webquality: ## measure extraction on pages of known content, against go-trafilatura (PAGES=file)
	$(GO) run -buildvcs=false -tags trafilatura ./fixtures/cmd/webquality --data '$(PAGES)'

tei: build ## check the TEI of the fixtures against TEI's own schema (needs Python, Java and the network)
	bash fixtures/tei/validate $(TEIDIR)

growth: build ## how dups or run grows (VERB=run WORK=articles|notes|copies|template SIZES=n,n MEMORY=size TEXT=jsonl)
	$(GO) run -buildvcs=false ./fixtures/cmd/growth --urtext ./urtext --verb $(VERB) --work $(WORK) --sizes $(SIZES) --memory '$(MEMORY)' --text '$(TEXT)'

compare: build build/compare/venv/ready ## dups beside datatrove, datasketch, rensa, FastSketchLSH (SPEED=jsonl; needs python3 and the network once)
	$(GO) run -buildvcs=false ./fixtures/cmd/compare --urtext ./urtext --speed '$(SPEED)'

build/compare/venv/ready: fixtures/cmd/compare/peers/requirements.txt
	python3 -m venv build/compare/venv
	build/compare/venv/bin/pip install -q -r $<
	touch $@

collatex: build build/collatex/venv/ready ## rebuilt articles beside those of CollateX, by number of copies (needs python3 and the network once)
	$(GO) run -buildvcs=false ./fixtures/cmd/collatex --urtext ./urtext

build/collatex/venv/ready: fixtures/cmd/collatex/peer/requirements.txt
	python3 -m venv build/collatex/venv
	build/collatex/venv/bin/pip install -q -r $<
	touch $@

clean: ## remove what was built
	rm -rf build urtext
