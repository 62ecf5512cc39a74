"""A program's side of a collector, on simulated memory: objects of random types and what compiled code does with them.

Each object has a Node beside it that says what must be in it. `compare` walks both from the roots. What the program
does, an omission may keep it from doing right: such a bug must be found.
"""

from weft.memory import HAS_FINALIZER, HEADERLESS, IMMORTAL, ITEMS_ARE_POINTERS, MASK, ON_STACK

HEADER_BITS = 0xFFFFFFFF


class Wrong(Exception):
    """The heap is not what it should be."""


class NoMemory(Exception):
    """What compiled code makes a MemoryError of."""


class Type:
    """Pointer and number fields by offset; items: None, pointers, words or bytes (which have a byte that says room).
    With a finalizer there is a last field, the tag, by which an object is known again."""

    def __init__(self, simulated, pointers, numbers, items=None, flags=0):
        self.pointers, self.numbers, self.items = pointers, numbers, items
        top = max([0, *pointers, *numbers]) + 8
        self.tag = top if flags & HAS_FINALIZER else 0
        top += 8 if self.tag else 0
        self.length = self.room = 0
        if items:
            self.length, top = top, top + 8
        if items == "bytes":
            self.room, top = top, top + 4  # so that items do not begin at a word
        self.fixed = top
        self.item = {None: 0, "bytes": 1}.get(items, 8)
        flags |= ITEMS_ARE_POINTERS if items == "pointers" else 0
        self.number = simulated.add_type(
            -(-top // 8) * 8, pointers, self.item, self.length, flags, self.room, items=top if items else 0
        )

    def size(self, length, room=0):
        return -(-(self.fixed + (1 << room if room else length * self.item)) // 8) * 8


class Node:
    """What an object must be: fields by offset, items by index; pointers are Nodes or None."""

    def __init__(self, type, length=0, room=0):
        self.type, self.length, self.room = type, length, room
        self.memory = type.size(length, room)  # what it was made with: it may shrink
        self.pointers = dict.fromkeys(type.pointers)
        self.numbers = dict.fromkeys(type.numbers, 0)
        self.items = {}  # those that were set
        self.address = 0
        self.is_immortal = self.is_static = False
        self.hash = None
        self.is_dead = False  # to weak references: it may have been made alive again

    def size(self):
        return self.type.size(self.length, self.room)

    def children(self):
        yield from self.pointers.values()
        if self.type.items == "pointers":
            yield from self.items.values()


class Heap:
    def __init__(self, collector, simulated, source, omit=""):
        self.collector, self.memory, self.source, self.omit = collector, simulated, source, omit
        self.slots = []  # what the shadow stack's slots must hold
        self.statics = []  # nodes
        self.exception = None
        self.hashes = {}  # hash -> node
        self.has_barrier = hasattr(collector, "write_barrier")
        self.moved = {}
        self.weak = {}  # row -> (owner, target)
        self.tagged = {}  # tag -> node whose finalizer is still to run

    # ---- reading and writing ----

    def address_of(self, node):
        return 0 if node is None else node.address

    def item_address(self, node, i):
        return node.address + node.type.fixed + i * node.type.item

    def tell(self, owner, index=-1):
        """The write barrier, for one item or all, unless the owner is on the stack or headerless."""
        if self.has_barrier and not owner.is_static and self.chance("barrier"):
            if index >= 0 and hasattr(self.collector, "write_barrier_item"):
                self.collector.write_barrier_item(owner.address, index)
            else:
                self.collector.write_barrier(owner.address)

    def chance(self, what):
        """Whether to do that: always, or mostly if this is to be omitted."""
        return self.omit != what or self.source.random() < 0.8

    def set_pointer(self, node, offset, value):
        self.tell(node)
        self.memory.store(node.address + offset, 8, self.address_of(value))
        node.pointers[offset] = value

    def set_item(self, node, i, value):
        at, value_word = self.item_address(node, i), value
        if node.type.items == "pointers":
            self.tell(node, i)
            value_word = self.address_of(value)
        self.memory.store(at, node.type.item, value_word)
        node.items[i] = value

    def set_items(self, node, start, values):
        """As array_copy: the collector is told once."""
        self.tell(node)
        for i, value in enumerate(values, start):
            self.memory.store(self.item_address(node, i), 8, self.address_of(value))
            node.items[i] = value

    def copy_array(self, source, length):
        """A new array that begins with the items of `source`, whose pointers the collector is told of at once."""
        node = self.allocate(source.type, length)
        if hasattr(self.collector, "array_copied"):
            self.collector.array_copied(node.address, source.address, source.length)
        for i, value in source.items.items():
            self.memory.store(self.item_address(node, i), 8, self.address_of(value))
            node.items[i] = value
        return node

    def set_number(self, node, offset, value):
        self.memory.store(node.address + offset, 8, value)
        node.numbers[offset] = value

    # ---- making objects ----

    def allocate(self, type, length=0, room=0):
        """A new object in a new slot of the shadow stack, or NoMemory. Items that are no pointers are unset."""
        node = Node(type, length, room)
        address = self.collector.try_allocate(node.size())
        if not address:
            before = len(self.memory.events)
            address = self.collector.allocate(node.size())
            if before != len(self.memory.events):
                self.collected()
        if not address:
            raise NoMemory(node.size())
        node.address = address
        self.fill(node, 0)
        self.push(node)
        return node

    def fill(self, node, bits):
        type = node.type
        self.memory.zero(node.address + 8, node.size() - 8 if type.items == "pointers" else type.fixed - 8)
        self.memory.store(node.address, 8, type.number | bits)
        if type.items:
            self.memory.store(node.address + type.length, 8, node.length)
        if type.room:
            self.memory.store(node.address + type.room, 1, node.room)
        if type.items == "pointers":
            node.items = dict.fromkeys(range(node.length))

    def make_immortal(self, type, length=0):
        """On the machine stack, or prebuilt."""
        node = Node(type, length)
        node.is_immortal = True
        return node

    def push_stack_object(self, type, length=0):
        node = self.make_immortal(type, length)
        node.is_static = True
        node.block = self.memory.block(node.size(), "stack")
        node.address = node.block.base
        self.fill(node, IMMORTAL | ON_STACK)
        self.push(node)

    def add_prebuilt(self, type, length=0):
        node = self.make_immortal(type, length)
        node.address = self.memory.block(node.size(), "static").base
        self.fill(node, IMMORTAL)
        self.memory.add_static(node.address, self.memory.layouts[type.number])
        self.statics.append(node)

    def add_headerless(self, type):
        node = self.make_immortal(type)
        node.is_static = True
        node.address = self.memory.block(type.fixed, "static").base
        self.memory.zero(node.address, type.fixed)
        self.memory.add_static(node.address, self.memory.layouts[type.number])
        self.statics.append(node)

    # ---- roots ----

    def push(self, node):
        self.slots.append(node)
        self.memory.push_root(self.address_of(node) if self.chance("root") else 0)

    def pop(self):
        node = self.slots.pop()
        self.memory.pop_root()
        if node is not None and hasattr(node, "block") and node not in self.slots:
            self.memory.end(node.block)

    def set_slot(self, i, node):
        self.slots[i] = node
        self.memory.store(self.memory.roots + 8 * i, 8, self.address_of(node) if self.chance("root") else 0)

    def set_exception(self, node):
        self.exception = node
        self.memory.exception = self.address_of(node)

    # ---- looking at it all ----

    def identity_hash(self, node):
        found = self.collector.identity_hash(node.address)
        if found < 0:
            raise Wrong(f"the negative hash {found}")
        if node.hash is None:
            node.hash = found
            other = self.hashes.setdefault(found, node)
            if other is not node and other in self.reachable():
                raise Wrong(f"two objects with the hash {found:#x}")
            self.hashes[found] = node
        elif node.hash != found:
            raise Wrong(f"the hash was {node.hash:#x}, now it is {found:#x}")

    def roots(self):
        """The slots of all roots with what they must hold."""
        for i, node in enumerate(self.slots):
            if self.omit != "root" or self.memory.load(self.memory.roots + 8 * i, 8):
                yield self.memory.roots + 8 * i, node

    def reachable(self):
        return self.reachable_from([*self.statics, *self.slots, self.exception])

    def reachable_from(self, nodes):
        """All nodes, in the order of the walk."""
        found = dict.fromkeys(nodes)
        todo = [node for node in found if node is not None]
        while todo:
            for child in todo.pop().children():
                if child is not None and child not in found:
                    found[child] = None
                    todo.append(child)
        found.pop(None, None)
        return found

    def live_bytes(self):
        """What is alive needs, and the most that it may take."""
        nodes = [node for node in self.reachable() if not node.is_immortal]
        return sum(node.size() for node in nodes), sum(max(node.memory, node.size()) for node in nodes)

    def collected(self):
        """Objects have moved: their addresses are read again, from the roots that the collector knows of."""
        self.moved = {}
        self.todo = []
        for at, node in self.roots():
            self.reload(at, node)
        if self.exception is not None or self.memory.exception:
            self.reload_pointer(self.memory.exception, self.exception)
        self.todo += self.statics
        self.reload_rest()

    def reload_rest(self):
        while self.todo:
            node = self.todo.pop()
            for offset, child in node.pointers.items():
                self.reload(node.address + offset, child)
            if node.type.items == "pointers":
                for i, child in node.items.items():
                    self.reload(self.item_address(node, i), child)

    def reload(self, at, node):
        self.reload_pointer(self.memory.load(at, 8), node)

    def reload_pointer(self, pointer, node):
        if (pointer == 0) != (node is None):
            raise Wrong(f"a pointer is {pointer:#x}")
        if node is None:
            return
        if node in self.moved:
            if self.moved[node] != pointer:
                raise Wrong(f"one object is at {pointer:#x} and {self.moved[node]:#x}")
            return
        if node.is_immortal and pointer != node.address:
            raise Wrong("an immortal object moved")
        self.moved[node] = node.address = pointer
        self.todo.append(node)

    # ---- what dies ----

    def allocate_watched(self, type):
        """An object with a finalizer."""
        node = self.allocate(type)
        node.tag = len(self.tagged) + 1000 * len(self.memory.events) + self.source.getrandbits(40)
        self.tagged[node.tag] = node
        self.memory.store(node.address + type.tag, 8, node.tag)
        self.collector.finalizer_register(node.address)
        return node

    def add_weak(self, owner, target):
        self.weak[self.collector.weak_new(owner.address, target.address)] = owner, target

    def finalise(self):
        """Takes what is to be finalised: gives its nodes, which nothing else refers to."""
        taken = []
        while self.collector.finalizer_next() >= 0:
            address = self.collector.finalizer_take()
            node = next((node for node in self.tagged.values() if self.is_tagged(address, node)), None)
            if node is None:
                raise Wrong(f"nothing at {address:#x} is to be finalised")
            if node in self.reachable():
                raise Wrong("what is to be finalised is alive")
            self.check_order(node)
            del self.tagged[node.tag]
            self.todo = []
            self.reload_pointer(address, node)
            self.reload_rest()
            taken.append(node)
        return taken

    def is_tagged(self, address, node):
        return self.memory.load(address + node.type.tag, 8) == node.tag

    def check_order(self, node):
        """No other dead object with a finalizer refers to it, unless that is mutual."""
        alive = self.reachable()
        for other in self.tagged.values():
            if other is not node and other not in alive and node in self.reachable_from([other]):
                if other not in self.reachable_from([node]):
                    raise Wrong("an object is finalised before one that refers to it")

    def check_weak(self, is_collected):
        """Weak references to what is alive are there; to what is dead, not after a full collection."""
        alive = self.reachable()
        self.weak = {row: pair for row, pair in self.weak.items() if pair[0] in alive}
        for row, (_, target) in self.weak.items():
            found = self.collector.weak_get(row)
            if target in alive and not target.is_dead:
                if found != target.address:
                    raise Wrong(f"a weak reference to the object at {target.address:#x} gives {found:#x}")
            elif found and is_collected:
                raise Wrong(f"a weak reference to a dead object gives {found:#x}")
            elif found and self.memory.load(found, 8) & HEADER_BITS != target.type.number:
                raise Wrong(f"a weak reference gives {found:#x}, which is no object of type {target.type.number}")
            target.is_dead |= not found

    def compare(self):
        """Every object that can be reached is what it must be."""
        for node in self.reachable():
            self.compare_object(node)
        for at, node in self.roots():
            self.expect(at, 8, self.address_of(node), "a slot of the shadow stack")
        if self.memory.exception != self.address_of(self.exception):
            raise Wrong("the pending exception")

    def compare_object(self, node):
        type, a = node.type, node.address
        if node not in self.statics or not node.is_static:
            header = self.memory.load(a, 8)
            if header & HEADER_BITS != type.number or bool(header & IMMORTAL) != node.is_immortal:
                raise Wrong(f"the header {header:#x} at {a:#x} is not that of type {type.number}")
        for offset, value in node.pointers.items():
            self.expect(a + offset, 8, self.address_of(value), "a pointer field")
        for offset, value in node.numbers.items():
            self.expect(a + offset, 8, value, "a number")
        if type.items:
            self.expect(a + type.length, 8, node.length, "a length")
        if type.room:
            self.expect(a + type.room, 1, node.room, "a room")
        for i, value in node.items.items():
            wanted = self.address_of(value) if type.items == "pointers" else value
            self.expect(self.item_address(node, i), type.item, wanted, f"item {i}")

    def expect(self, at, size, wanted, what):
        found = self.memory.load(at, size)
        if found != wanted & MASK:
            raise Wrong(f"{what} at {at:#x} is {found:#x} instead of {wanted & MASK:#x}")


def random_types(simulated, source):
    """Some of every sort."""
    words = range(8, 80, 8)
    types = [Type(simulated, [], []), Type(simulated, [8, 16], [24])]
    for _ in range(2):
        types.append(Type(simulated, source.sample(words, source.randrange(1, 6)), []))
        offsets = source.sample(words, source.randrange(1, 9))
        cut = source.randrange(len(offsets))
        types.append(Type(simulated, offsets[:cut], offsets[cut:]))
    types.append(Type(simulated, [], [8]))
    for items in "pointers", "words", "bytes":
        types.append(Type(simulated, [], [], items))
    types.append(Type(simulated, [8], [16], "pointers"))
    return types


def static_type(simulated, source):
    """The variables of a module: no header."""
    return Type(simulated, list(range(0, 8 * source.randrange(1, 5), 8)), [], flags=HEADERLESS)
