"""Runs a collector under CPython with random programs: `drive.py COLLECTOR [NAME=VALUE..] [edit=MODULE:OLD=>NEW..]`.

seeds, steps: how many programs, how long; length: most items of an array; hashes: how often they are asked for; slots:
most of the shadow stack; nursery, limit, stress, verify, growth: the settings; available: bytes that memory_reserve
gives; omit=root|barrier: what the program forgets at times; trace=1: end with a traceback.
Ends with 1 and the first thing that was wrong, or says how much was collected.
"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "core"))

import core  # noqa: E402
from heap import Heap, NoMemory, Wrong, random_types, static_type  # noqa: E402
from weft import memory  # noqa: E402

PARAMETERS = {"nursery": 0, "limit": 1, "stress": 2, "verify": 3, "growth": 5}
DEFAULTS = {"seeds": 10, "steps": 100, "length": 12, "available": 1 << 40, "omit": "", "slots": 14, "hashes": 2}
COLLECTION_ENDS = (1, 2)
SPARE = 1000  # bytes that can be had after there was no memory


class Program:
    """Random actions, each followed by a look at everything that can be reached."""

    def __init__(self, heap, options):
        self.heap, self.options, self.random = heap, options, heap.source
        self.types = random_types(heap.memory, self.random)
        self.out_of_memory = 0
        self.is_short = options["available"] != DEFAULTS["available"]
        for _ in range(3):
            heap.add_prebuilt(self.random.choice(self.types[1:]))
        heap.add_headerless(static_type(heap.memory, self.random))

    # ---- choosing ----

    def pick(self):
        """An object that the program can get at, or None."""
        node = self.random.choice([*self.heap.slots, *self.heap.statics, self.heap.exception])
        for _ in range(self.random.randrange(4)):
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

    def act_set_pointer(self):
        node = self.pick_with(lambda node: node.pointers)
        if node:
            self.heap.set_pointer(node, self.random.choice(list(node.pointers)), self.pick_value())

    def act_set_item(self):
        node = self.pick_with(lambda node: node.type.items and node.length)
        if node:
            value = self.pick_value() if node.type.items == "pointers" else self.random.randrange(256)
            self.heap.set_item(node, self.random.randrange(node.length), value)

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

    def act_collect(self):
        self.heap.collector.collect()
        self.heap.collected()
        self.check_live()

    def check_live(self):
        """A full collection leaves what is alive, and at most a word for each identity hash."""
        reported = [number for kind, number in self.heap.memory.events if kind in COLLECTION_ENDS][-1:]
        if reported and not self.heap.omit and not self.is_short:
            live, hashes = self.heap.live_bytes(), len(self.heap.hashes)
            if not live <= reported[0] <= live + 8 * hashes:
                raise Wrong(f"{reported[0]} bytes are in use after a collection, {live} are alive")

    ACTIONS = [act_allocate] * 9 + [act_set_pointer] * 4 + [act_set_item] * 3 + [act_return, act_stack_object, act_grow]
    ACTIONS += [act_set_number, act_set_slot, act_set_slot, act_raise]

    def step(self):
        actions = self.ACTIONS + [Program.act_hash] * self.options["hashes"]
        action = self.random.choice(actions) if self.random.random() > 0.02 else Program.act_collect
        try:
            action(self)
        except NoMemory:
            self.recover()
        self.heap.compare()

    def recover(self):
        """From MemoryError: something can still be allocated; then the program drops most of what it has."""
        self.out_of_memory += 1
        limit = self.heap.memory.settings.get(PARAMETERS["limit"], 0)
        if self.heap.live_bytes() < limit / 3 or not limit and not self.is_short:
            raise Wrong(f"no memory, but only {self.heap.live_bytes()} bytes of {limit} are alive")
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
    for _ in range(options["steps"]):
        program.step()
    return sum(kind in COLLECTION_ENDS for kind, _ in simulated.events), program.out_of_memory


def parse(words):
    options, settings, edits = dict(DEFAULTS), {}, {}
    for word in words:
        key, value = word.split("=", 1)
        if key == "edit":
            module, edit = value.split(":", 1)
            edits.setdefault("weft.gc." + module.strip(), []).append([text.strip() for text in edit.split("=>")])
        elif key in PARAMETERS:
            settings[PARAMETERS[key]] = int(value)
        else:
            options[key] = value if key == "omit" else int(value)
    return options, settings, edits


def main():
    name, *words = sys.argv[1:]
    options, settings, edits = parse(words)
    collections = failures = 0
    for seed in range(options["seeds"]):
        try:
            happened = run(name, options, settings, edits, seed)
        except (Wrong, memory.MemoryFault) as error:
            if options.get("trace"):
                raise
            sys.exit(f"seed {seed}: {type(error).__name__}: {error}")
        collections += happened[0]
        failures += happened[1]
    print(f"{options['seeds']} programs, {collections} collections, {failures} times out of memory")


main()
