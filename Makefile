CC = gcc
CFLAGS = -std=c11 -D_GNU_SOURCE -O2 -g -Wall -Wextra -Wswitch-enum -Wmissing-prototypes -Werror -I.
LDLIBS = -lcgraph -ldl -lm
SRC = $(wildcard ir/*.c frontend/*.c passes/*.c gctransform/*.c backend_c/*.c)
DRIVER = $(wildcard driver/*.c)
OBJ = $(SRC:%.c=build/obj/%.o)

all: build/weft

build/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -c $< -o $@

build/embedded.c: tools/embed.py $(wildcard runtime/core/*.py runtime/stdlib/*.py runtime/native/*.c runtime/native/*.h)
	@mkdir -p build
	python3 tools/embed.py > $@.tmp && mv $@.tmp $@

build/weft: $(OBJ) $(DRIVER:%.c=build/obj/%.o) build/embedded.c
	$(CC) $(CFLAGS) $^ -o $@ $(LDLIBS)

-include $(OBJ:.o=.d)
