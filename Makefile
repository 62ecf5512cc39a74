# Weft's build: `make help` lists the targets, V=1 shows the commands.

CC = gcc
PREFIX = /usr/local
BUILD = build$(if $(DEBUG),/debug)
CPPFLAGS = -D_GNU_SOURCE -I.
CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wswitch-enum -Wmissing-prototypes -Werror
LDLIBS = -lcgraph -ldl -lm
PYTHON = /usr/bin/python3.11
Q = $(if $(V),,@)

# gcc's warnings are unreliable in instrumented code; the plain build is strict.
SANITIZERS = $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer -Wno-error)
ALL_CFLAGS = -std=c11 $(CPPFLAGS) $(CFLAGS) $(WARNINGS) $(SANITIZERS) $(if $(DEBUG),-DWEFT_DEBUG)
ALL_LDFLAGS = $(LDFLAGS) $(SANITIZERS)

# The evaluator calls the native runtime's functions, so the compiler holds those it needs, too: from an archive,
# of which the linker leaves the rest (process entry, allocators) alone.
NATIVE = $(wildcard runtime/native/*.c)
COMPILER = $(wildcard ir/*.c frontend/*.c passes/*.c gctransform/*.c backend_c/*.c)
DRIVER = $(wildcard driver/*.c)
UNIT = $(wildcard tests/unit/*.c)
EMBEDDED = $(sort $(shell find runtime/core runtime/stdlib runtime/gc -name '*.py')) $(wildcard runtime/native/*.[ch])

object = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))

all: $(BUILD)/weft ## build/weft, one relocatable file (DEBUG=1: verify after every stage by default)

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC    $<"
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/tools/embed: tools/embed.c
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 -O1 $(WARNINGS) $< -o $@

# The list of names is a prerequisite, too: a removed file must vanish from the binary.
$(BUILD)/embedded.list: FORCE
	@mkdir -p $(@D)
	@echo $(EMBEDDED) | cmp -s - $@ || echo $(EMBEDDED) > $@

$(BUILD)/sources.c: $(BUILD)/tools/embed $(BUILD)/embedded.list $(EMBEDDED)
	@echo "  EMBED runtime"
	$(Q)$< $(EMBEDDED) > $@.tmp && mv $@.tmp $@

# The collectors are compiled by a compiler that has their sources only, and come to Weft as the text of their graphs.
COLLECTORS = $(shell awk -F'"' '/"weft[.]gc/ {print $$2}' gctransform/gc.def)
COLLECTOR_TEXTS = $(COLLECTORS:%=$(BUILD)/runtime/gc/%.ir)

$(BUILD)/tools/precompile: $(call object,$(COMPILER) tools/precompile.c) $(BUILD)/obj/sources.o $(BUILD)/native.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_LDFLAGS) $^ -o $@ $(LDLIBS)

$(COLLECTOR_TEXTS): $(BUILD)/runtime/gc/%.ir: $(BUILD)/tools/precompile
	@mkdir -p $(@D)
	@echo "  WEFT  runtime/gc/$*.py"
	$(Q)$< $* > $@.tmp && mv $@.tmp $@

$(BUILD)/embedded.c: $(BUILD)/tools/embed $(BUILD)/embedded.list $(EMBEDDED) $(COLLECTOR_TEXTS)
	$(Q)$< $(EMBEDDED) $(COLLECTOR_TEXTS:$(BUILD)/%=$(BUILD)//%) > $@.tmp && mv $@.tmp $@

$(BUILD)/obj/sources.o $(BUILD)/obj/embedded.o: $(BUILD)/obj/%.o: $(BUILD)/%.c runtime/embedded.h
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -g0 -c $< -o $@

$(BUILD)/native.a: $(call object,$(NATIVE))
	$(Q)rm -f $@ && ar rcs $@ $^

$(BUILD)/weft: $(call object,$(COMPILER) $(DRIVER)) $(BUILD)/obj/embedded.o $(BUILD)/native.a
	@echo "  LINK  $@"
	$(Q)$(CC) $(ALL_LDFLAGS) $^ -o $@.tmp $(LDLIBS) && mv $@.tmp $@

UNIT_PARTS = $(call object,$(COMPILER) $(UNIT)) $(BUILD)/obj/embedded.o $(BUILD)/native.a
UNIT_LIBS = -lcheck_pic -lsubunit -lrt -pthread $(LDLIBS)

$(BUILD)/unit: $(UNIT_PARTS)
	@echo "  LINK  $@"
	$(Q)$(CC) $(ALL_LDFLAGS) $^ -o $@ $(UNIT_LIBS)

# $(PLANTED)/unit, in which the text in $(PLANTED)/$(SOURCE) takes the place of $(SOURCE): tests/lib/planted.py.
planted: $(UNIT_PARTS)
	$(Q)$(CC) $(ALL_CFLAGS) -Wno-error -c $(PLANTED)/$(SOURCE) -o $(PLANTED)/planted.o
	$(Q)$(CC) $(ALL_LDFLAGS) $(PLANTED)/planted.o $(filter-out $(call object,$(SOURCE)),$(UNIT_PARTS)) -o $(PLANTED)/unit $(UNIT_LIBS)

install: $(BUILD)/weft ## into $(DESTDIR)$(PREFIX), with bash completion
	install -D -m 755 $(BUILD)/weft $(DESTDIR)$(PREFIX)/bin/weft
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	$(BUILD)/weft --completion=bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/weft

unit: $(BUILD)/unit ## unit tests only
	$(BUILD)/unit

test: $(BUILD)/weft $(BUILD)/unit ## all tests
	$(PYTHON) tests/run --weft=$(BUILD)/weft --unit=$(BUILD)/unit
	$(PYTHON) tests/fuzz/run --weft=$(BUILD)/weft --seeds=0..30 --jobs=2 --quiet

matrix: $(BUILD)/weft $(BUILD)/unit ## all tests in all configurations
	$(PYTHON) tests/run --thorough --weft=$(BUILD)/weft --unit=$(BUILD)/unit

# The compiler under both sanitizers runs all tests; the programs it compiles are built with them, too.
asan: ## all tests with compiler and generated programs under AddressSanitizer and UBSan
	$(MAKE) BUILD=build/asan SANITIZE=address,undefined DEBUG=1 CFLAGS="-O1 -g" build/asan/weft build/asan/unit
	$(PYTHON) tests/run --weft=build/asan/weft --unit=build/asan/unit --sanitize

SEEDS = 0..2000
fuzz: $(BUILD)/weft ## random programs compared with CPython (SEEDS=FIRST..LAST), see tests/fuzz/run
	$(PYTHON) tests/fuzz/run --weft=$(BUILD)/weft --seeds=$(SEEDS) --jobs=2 --native=20 --out=build/fuzz

# What it finds stays in build/fuzz as crash-*, timeout-*; such a file is an argument of build/fuzz/parser.
FUZZ_SECONDS = 900
FUZZED = tests/fuzz/parse_fuzz.c $(wildcard frontend/lex*.c frontend/parse*.c) frontend/fstring.c frontend/ast.c \
    ir/arena.c ir/map.c ir/diag.c ir/diag_render.c
fuzz-parser: ## coverage-guided fuzzing of the parser for FUZZ_SECONDS (needs clang: ./setup --fuzz)
	@mkdir -p build/fuzz/corpus
	clang -g -O1 -std=c11 $(CPPFLAGS) -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined $(FUZZED) -o build/fuzz/parser
	build/fuzz/parser -dict=tests/fuzz/python.dict -timeout=5 -max_total_time=$(FUZZ_SECONDS) -artifact_prefix=build/fuzz/ \
	    build/fuzz/corpus tests/lang tests/diag tests/parse

lint: $(BUILD)/weft ## layering, formatting, lengths of functions and files, generated documents
	tools/lint $(BUILD)/weft

docs: $(BUILD)/weft ## docs/cli.md and the pictures in docs/
	$(BUILD)/weft --docs > docs/cli.md
	$(BUILD)/weft graph examples/mandelbrot.py:iterations --after=flow -o docs/flow.svg

demo: $(BUILD)/weft ## compile richards and run it beside CPython
	tools/demo $(BUILD)/weft $(PYTHON)

bench: $(BUILD)/weft ## Weft's own speed, and its programs' beside C, PyPy and CPython; what each optimisation and collector is worth
	$(PYTHON) bench/compile/run --weft=$(BUILD)/weft
	$(PYTHON) bench/run --weft=$(BUILD)/weft
	$(PYTHON) bench/ops/run --weft=$(BUILD)/weft
	$(PYTHON) bench/table --weft=$(BUILD)/weft --out=$(BUILD)/bench
	$(PYTHON) bench/memory --weft=$(BUILD)/weft --out=$(BUILD)/bench

mutants: $(BUILD)/weft ## each root save, barrier and count of richards' graphs is left out, and noticed
	$(PYTHON) tests/mutants --weft=$(BUILD)/weft

big: $(BUILD)/weft ## long lists, deep trees, arrays of 4 GB, a million finalizers, .., with every collector (20 GB of memory)
	$(PYTHON) tests/big/big.py --weft=$(BUILD)/weft

clean: ## remove build/
	rm -rf build

help:
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile

FORCE:
.PHONY: all install unit planted test matrix asan fuzz fuzz-parser lint docs demo bench mutants big clean help FORCE
.DELETE_ON_ERROR:

-include $(patsubst %.o,%.d,$(call object,$(COMPILER) $(NATIVE) $(DRIVER) $(UNIT) tools/precompile.c))
