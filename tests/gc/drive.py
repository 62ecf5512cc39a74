"""Runs a collector under CPython with random programs: `drive.py COLLECTOR [NAME=VALUE..] [edit=MODULE:OLD=>NEW..]`.

seeds, steps: how many programs, how long; length: most items of an array; hashes, moves, copies: how often hashes are
asked for, pointers moved and arrays copied; slots: most of the shadow stack; depth: how far from roots the program
looks; full: per cent of full collections; chain: length of lists that are made at times, arrays: and of arrays; nursery, limit, stress, verify, growth: the settings; available: bytes that
memory_reserve gives; omit=root|barrier: what the program forgets at times;
watch: how often objects with finalizers and weak references are made;
hide=slot|field|item|items|large: where something is hidden from marking in steps; trace=1: end with a traceback.
Ends with 1 and the first thing that was wrong, or says how much was collected.
"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "core"))

import core  # noqa: E402
from heap import Heap, NoMemory, Type, Wrong, random_types, static_type  # noqa: E402
from weft import memory  # noqa: E402
from weft.memory import HAS_FINALIZER  # noqa: E402

PARAMETERS = {"nursery": 0, "limit": 1, "stress": 2, "verify": 3, "growth": 5}
DEFAULTS = {"seeds": 10, "steps": 100, "length": 12, "slots": 14, "hashes": 2, "moves": 1, "depth": 4, "full": 2}
DEFAULTS |= {"chain": 0, "copies": 0, "arrays": 0, "watch": 0, "available": 1 << 40, "omit": "", "hide": "", "trace": 0}
COLLECTION_ENDS = (1, 2)
SPARE = 1000  # bytes that can be had after there was no memory


class Program:
    """Random actions, each followed by a look at everything that can be reached."""

    def __init__(self, heap, options):
        self.heap, self.options, self.random = heap, options, heap.source
        self.types = random_types(heap.memory, self.random)
        self.watched = Type(heap.memory, [8, 16], [24], flags=HAS_FINALIZER)
        self.out_of_memory = 0
        self.is_short = options["available"] != DEFAULTS["available"]
        for _ in range(3):
            heap.add_prebuilt(self.random.choice(self.types[1:]))
        heap.add_headerless(static_type(heap.memory, self.random))

    # ---- choosing ----

    def pick(self):
        """An object that the program can get at, or None."""
        node = self.random.choice([*self.heap.slots, *self.heap.statics, self.heap.exception])
        for _ in range(self.random.randrange(self.options["depth"])):
            children = [child for child in node.children() if child is not None] if node is not None else []
            if children:
                node = self.random.choice(children)
        return node

    def pick_value(self):
        """What may be stored on the heap: nothing that ends with a frame or has no header."""
        node = self.pick()
        return None if node is not None and node.is_static else node

    def pick_with(self, has):
        nodes = [node for node in (self.pick() for _ in range(6)) if node is not None and has(node)]
        return nodes[0] if nodes else None

    def pick_array(self):
        """One of pointers; a long one, if there are to be such."""
        if not self.options["arrays"]:
            return self.pick_with(lambda node: node.type.items == "pointers" and node.length)
        nodes = [node for node in self.heap.reachable() if node.type.items == "pointers" and node.length >= 16]
        return self.random.choice(nodes) if nodes else None

    def length(self):
        most = self.options["length"]
        return self.random.randrange(self.random.choice([2, most, most, 8 * most]))

    # ---- actions ----

    def act_allocate(self):
        type = self.random.choice(self.types)
        if len(self.heap.slots) >= self.options["slots"]:
            self.heap.pop()
        length = self.length() if type.items else 0
        room = self.random.choice([0, 0, length.bit_length() + 1]) if type.room else 0
        node = self.heap.allocate(type, length, room)
        for offset in type.pointers:
            self.heap.set_pointer(node, offset, self.pick_value())
        for offset in type.numbers:
            self.heap.set_number(node, offset, self.random.getrandbits(64))
        if type.items == "pointers" and length:
            for _ in range(4):
                self.heap.set_item(node, self.random.randrange(length), self.pick_value())

        if self.random.random() < 0.5:
            self.link(node)

    def link(self, node):
        """Something else points there, too, so that structures grow deep."""
        other = self.pick_with(lambda other: None in other.pointers.values())
        if other:
            self.heap.set_pointer(other, next(at for at in other.pointers if other.pointers[at] is None), node)

    def make_chain(self):
        """A long list, with arrays, that hangs on static memory: what marks in steps is not soon through with it."""
        anchor, link = self.heap.statics[-1], 0
        for i in range(self.options["chain"]):
            type = self.types[-1] if self.options["arrays"] and i % 8 == 0 else self.types[1]
            node = self.heap.allocate(type, self.options["arrays"] if type.items else 0)
            self.heap.set_pointer(node, 8, anchor.pointers[link])
            self.heap.set_pointer(anchor, link, node)
            if anchor is self.heap.statics[-1]:
                anchor, link = node, 8
            self.heap.pop()

    def act_set_pointer(self):
        node = self.pick_with(lambda node: node.pointers)
        if node:
            self.heap.set_pointer(node, self.random.choice(list(node.pointers)), self.pick_value())

    def act_move(self):
        """A pointer goes from one place to another: nobody else may know what it points to."""
        value, put_back = self.pick_place(False)
        _, put = self.pick_place(True)
        if value is None or not value.is_static:
            put_back(None)
            put(value)

    def pick_place(self, is_empty):
        """What is in a slot, a field or an item, and how to put something else there. Empty or not, if possible."""
        slots = {i: held for i, held in enumerate(self.heap.slots) if not hasattr(held, "block")}
        node = self.pick_array() if self.random.random() < 0.5 else None
        node = node or self.pick_with(lambda node: any((child is None) == is_empty for child in node.children()))
        places = [(slots, self.heap.set_slot)]
        if node:
            places.append((node.pointers, lambda at, value: self.heap.set_pointer(node, at, value)))
        if node and node.type.items == "pointers":
            places.append((node.items, lambda at, value: self.heap.set_item(node, at, value)))
        nowhere = ({0: None}, lambda at, value: None)
        held, put = self.random.choice([place for place in places[-2:] if place[0]] or [nowhere])
        at = self.random.choice([at for at in held if (held[at] is None) == is_empty] or list(held))
        return held[at], lambda value: put(at, value)

    def act_set_item(self):
        node = self.pick_array() or self.pick_with(lambda node: node.type.items and node.length)
        if node:
            value = self.pick_value() if node.type.items == "pointers" else self.random.randrange(256)
            self.heap.set_item(node, self.random.randrange(node.length), value)

    def act_copy_items(self):
        node = self.pick_array()
        if node:
            start = self.random.randrange(node.length)
            values = [self.pick_value() for _ in range(start, min(start + 5, node.length))]
            self.heap.set_items(node, start, values)

    def act_copy_array(self):
        """As a list that grows: a store of a new object may follow before anything is collected."""
        if len(self.heap.slots) >= self.options["slots"]:
            self.heap.pop()
        source = self.pick_array()
        if source:
            is_new = self.random.random() < 0.5
            value = self.heap.allocate(self.types[1]) if is_new else self.pick_value()
            node = self.heap.copy_array(source, source.length + 1)
            self.heap.set_item(node, self.random.randrange(node.length), value)
            self.link(node)
            if is_new:
                self.heap.pop()

    def act_set_number(self):
        node = self.pick_with(lambda node: node.numbers)
        if node:
            self.heap.set_number(node, self.random.choice(list(node.numbers)), self.random.getrandbits(64))

    def act_set_slot(self):
        places = [i for i, node in enumerate(self.heap.slots) if not hasattr(node, "block")]
        if places:
            self.heap.set_slot(self.random.choice(places), self.pick_value())

    def act_return(self):
        for _ in range(self.random.randrange(4)):
            if self.heap.slots:
                self.heap.pop()

    def act_stack_object(self):
        self.heap.push_stack_object(self.random.choice([type for type in self.types if not type.room]), 3)
        if self.random.random() < 0.3:
            self.heap.push(self.heap.slots[-1])

    def act_grow(self):
        """A string that has room gets longer in its place, or gives its room up."""
        node = self.pick_with(lambda node: node.room)
        if not node:
            return
        if self.random.random() < 0.3:
            node.room = 0
            self.heap.memory.store(node.address + node.type.room, 1, 0)
        else:
            node.length = self.random.randrange(node.length, (1 << node.room) + 1)
            self.heap.memory.store(node.address + node.type.length, 8, node.length)

    def act_hash(self):
        node = self.pick_value()
        if node:
            self.heap.identity_hash(node)

    def act_raise(self):
        self.heap.set_exception(self.random.choice([None, self.pick_value()]))

    def act_watched(self):
        node = self.heap.allocate_watched(self.watched)
        for offset in self.watched.pointers:
            self.heap.set_pointer(node, offset, self.random.choice([self.pick_value, self.pick_watched])())
        self.link(node)

    def pick_watched(self):
        alive = self.heap.reachable()
        return self.random.choice([node for node in self.heap.tagged.values() if node in alive] or [None])

    def act_weak(self):
        owner, target = self.pick_value(), self.pick_value()
        if owner and target and not owner.is_immortal:
            self.heap.add_weak(owner, target)

    def finalise(self):
        """Whether there was something. Some of it is made alive again."""
        taken = self.heap.finalise()
        for node in taken:
            self.heap.compare_object(node)
            if self.random.random() < 0.3:
                self.heap.push(node)
        return bool(taken)

    def act_collect(self):
        self.collect()
        while self.options["watch"] and self.finalise():
            self.collect()
        self.check_live()
        self.heap.check_weak(True)

    def collect(self):
        self.heap.collector.collect()
        self.heap.collected()

    def check_live(self):
        """A full collection leaves what is alive, and at most a word for each identity hash."""
        reported = [number for kind, number in self.heap.memory.events if kind in COLLECTION_ENDS][-1:]
        if reported and not self.heap.omit and not self.is_short:
            live, most = self.heap.live_bytes()
            if not live <= reported[0] <= most + 8 * len(self.heap.hashes):
                raise Wrong(f"{reported[0]} bytes are in use after a collection, {live} are alive")

    ACTIONS = [act_allocate] * 9 + [act_set_pointer] * 2 + [act_set_item] * 3
    ACTIONS += [act_return, act_stack_object, act_grow, act_copy_items, act_set_number, act_raise] + [act_set_slot] * 2

    def step(self):
        actions = self.ACTIONS + [Program.act_hash] * self.options["hashes"]
        actions += [Program.act_move] * self.options["moves"]
        actions += [Program.act_copy_array] * self.options["copies"]
        actions += [Program.act_watched, Program.act_weak] * self.options["watch"]
        is_full = self.random.random() * 100 < self.options["full"]
        action = Program.act_collect if is_full else self.random.choice(actions)
        try:
            if self.options["chain"] and self.random.random() < 0.02:
                self.make_chain()
            action(self)
        except NoMemory as failure:
            self.recover(failure.args[0])
        if self.options["watch"] and self.random.random() < 0.5:
            self.finalise()
        self.heap.compare()
        self.heap.check_weak(False)

    def hide(self, place):
        """While the old heap is marked in steps, the end of a list that is not marked yet goes to another place."""
        list_type, array_type = self.types[1], self.types[-1]
        head = node = self.heap.allocate(list_type)
        for _ in range(60):
            self.heap.set_pointer(node, 8, self.heap.allocate(list_type))
            node = node.pointers[8]
            self.heap.pop()
        self.heap.push(None)
        array = self.heap.allocate(array_type, 40)  # marked first
        self.heap.collector.collect()
        self.heap.collected()
        self.heap.collector._begin_major()
        self.make_garbage(8)
        if place == "large":
            array = self.heap.allocate(array_type, 60)  # new, and old with the next collection
        node = head
        for _ in range(50):
            node = node.pointers[8]
        tail = node.pointers[8]
        self.heap.set_pointer(node, 8, None)
        if place in ("item", "items"):
            for i in range(39 if place == "item" else 20, 39):  # after more than are noted one by one
                self.heap.set_item(array, i, None)
            self.heap.set_item(array, 39, tail)
        elif place == "field":
            self.heap.set_pointer(array, 8, tail)
        elif place == "large":
            self.heap.set_item(array, 59, tail)
        else:
            self.heap.set_slot(len(self.heap.slots) - 1, tail)
        self.make_garbage(60)
        self.heap.compare()

    def make_garbage(self, count):
        for _ in range(count):
            self.heap.allocate(self.types[1])
            self.heap.pop()

    def recover(self, size):
        """From MemoryError: something can still be allocated; then the program drops most of what it has."""
        self.out_of_memory += 1
        limit = self.heap.memory.settings.get(PARAMETERS["limit"], 0)
        live = self.heap.live_bytes()[1]
        if live + size < limit / 3 or not limit and not self.is_short:
            raise Wrong(f"no memory for {size} bytes, but only {live} of {limit} are alive")
        if limit:
            for _ in range(SPARE // 40):
                self.heap.allocate(self.types[1])
                self.heap.pop()
        while len(self.heap.slots) > 3:
            self.heap.pop()


def load_collector(name, edits):
    """The module, fresh, with bugs planted."""
    for module in [module for module in sys.modules if module.startswith("weft.gc.")]:
        del sys.modules[module]
    core.edits = edits
    return core.load(name, "gc")


def run(name, options, settings, edits, seed):
    """One random program; gives what happened: (collections, times out of memory)."""
    simulated = memory.use(memory.Memory(settings, options["available"]))
    collector = load_collector(name, edits)
    heap = Heap(collector, simulated, random.Random(seed), options["omit"])
    program = Program(heap, options)
    collector.start()
    if options["hide"]:
        program.hide(options["hide"])
    for _ in range(options["steps"]):
        program.step()
    return sum(kind in COLLECTION_ENDS for kind, _ in simulated.events), program.out_of_memory


def parse(words):
    options, settings, edits = dict(DEFAULTS), {}, {}
    for word in words:
        key, value = word.split("=", 1)
        if key == "edit":
            module, edit = value.split(":", 1)
            pair = [text.strip().replace("\\n", "\n") for text in edit.split("=>")]
            edits.setdefault("weft.gc." + module.strip(), []).append(pair)
        elif key in PARAMETERS:
            settings[PARAMETERS[key]] = int(value)
        else:
            options[key] = value if DEFAULTS[key] == "" else int(value)
    return options, settings, edits


def main():
    name, *words = sys.argv[1:]
    options, settings, edits = parse(words)
    collections = failures = 0
    for seed in range(options["seeds"]):
        try:
            happened = run(name, options, settings, edits, seed)
        except (Wrong, memory.MemoryFault) as error:
            if options["trace"]:
                raise
            sys.exit(f"seed {seed}: {type(error).__name__}: {error}")
        collections += happened[0]
        failures += happened[1]
    print(f"{options['seeds']} programs, {collections} collections, {failures} times out of memory")


main()
