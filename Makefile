# Weft's build. `make` gives build/weft, one relocatable file; `make help` lists the rest.
#
#   BUILD=build/asan SANITIZE=address,undefined    another folder, another flavour
#   DEBUG=1                                        verify after every stage and pass unless --no-verify

CC = gcc
PREFIX = /usr/local
BUILD = build
CPPFLAGS = -D_GNU_SOURCE -I.
CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wswitch-enum -Wmissing-prototypes -Werror
LDLIBS = -lcgraph -ldl -lm

ALL_CFLAGS = -std=c11 $(CPPFLAGS) $(CFLAGS) $(WARNINGS) $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer) \
	$(if $(DEBUG),-DWEFT_DEBUG)
ALL_LDFLAGS = $(LDFLAGS) $(if $(SANITIZE),-fsanitize=$(SANITIZE))

# The evaluator calls the native runtime's functions, so the compiler holds those it needs, too: from an archive,
# of which the linker leaves the rest (process entry, allocators) alone.
NATIVE = $(wildcard runtime/native/*.c)
COMPILER = $(wildcard ir/*.c frontend/*.c passes/*.c gctransform/*.c backend_c/*.c)
DRIVER = $(wildcard driver/*.c)
UNIT = $(wildcard tests/unit/*.c)
EMBEDDED = $(sort $(shell find runtime/core runtime/stdlib -name '*.py')) $(wildcard runtime/native/*.[ch]) ir/native.def

object = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))

all: $(BUILD)/weft

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/tools/embed: tools/embed.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -O1 $(WARNINGS) $< -o $@

# The list of names is a prerequisite, too: a removed file must vanish from the binary.
$(BUILD)/embedded.list: FORCE
	@mkdir -p $(@D)
	@echo $(EMBEDDED) | cmp -s - $@ || echo $(EMBEDDED) > $@

$(BUILD)/embedded.c: $(BUILD)/tools/embed $(BUILD)/embedded.list $(EMBEDDED)
	$< $(EMBEDDED) > $@.tmp
	mv $@.tmp $@

$(BUILD)/obj/embedded.o: $(BUILD)/embedded.c runtime/embedded.h
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -g0 -c $< -o $@

$(BUILD)/native.a: $(call object,$(NATIVE))
	rm -f $@
	ar rcs $@ $^

$(BUILD)/weft: $(call object,$(COMPILER) $(DRIVER)) $(BUILD)/obj/embedded.o $(BUILD)/native.a
	$(CC) $(ALL_LDFLAGS) $^ -o $@.tmp $(LDLIBS)
	mv $@.tmp $@

$(BUILD)/unit: $(call object,$(COMPILER) $(UNIT)) $(BUILD)/obj/embedded.o $(BUILD)/native.a
	$(CC) $(ALL_LDFLAGS) $^ -o $@ $(shell pkg-config --libs check) $(LDLIBS)

clean:
	rm -rf $(BUILD)

FORCE:
.PHONY: all clean FORCE
.DELETE_ON_ERROR:

-include $(patsubst %.o,%.d,$(call object,$(COMPILER) $(NATIVE) $(DRIVER) $(UNIT)))
