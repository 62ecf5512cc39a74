"""Simulated memory: what collectors (weft.gc.*) and raw objects work on under CPython, every access of it checked.

A Memory holds blocks at simulated addresses, each with a shadow byte per byte: may it be accessed, was it ever written?
Blocks never share a page and addresses are not used again, so that a stale pointer is always found out. Whatever
compiled code must not do is an exception of its own class, below. The functions that weft.lowlevel exports work on the
memory that `use` has made the current one.
"""

PAGE_BITS = 12
PAGE = 1 << PAGE_BITS
FIRST_HEAP = 0x10000000  # where what memory_reserve gives begins
FIRST_STATIC = 0x400000  # prebuilt objects, type layouts, module variables
FIRST_STACK = 0x7FFF00000000  # the machine stack: high up, as on real machines
MASK = (1 << 64) - 1

UNINITIALISED, INITIALISED, FREED, RETIRED = 1, 2, 3, 4

# Headers (see weft.gc.objects) and layout records, in words
IMMORTAL, ON_STACK = 1 << 32, 1 << 33
ITEMS_ARE_POINTERS, HAS_FINALIZER, HEADERLESS = 1, 2, 8


class MemoryFault(BaseException):
    """The program did with memory what is undefined in compiled code."""


class NullAccess(MemoryFault):
    pass


class UnallocatedAccess(MemoryFault):
    pass


class UninitialisedRead(MemoryFault):
    pass


class RetiredAccess(MemoryFault):
    pass


class UseAfterFree(MemoryFault):
    pass


class Overrun(MemoryFault):
    pass


class Misaligned(MemoryFault):
    pass


class DoubleFree(MemoryFault):
    pass


class InteriorFree(MemoryFault):
    pass


class BadFree(MemoryFault):
    """Of what memory_reserve never gave."""


class HeapCorrupt(MemoryFault):
    """A collector's own verification failed."""


class CollectorStarved(MemoryFault):
    """It needs memory itself."""


class Block:
    def __init__(self, base, size, kind):
        self.base, self.size, self.kind = base, size, kind
        self.data = bytearray(size)
        self.shadow = bytearray([UNINITIALISED]) * size

    def __repr__(self):
        return f"{self.kind} block of {self.size} bytes at {self.base:#x}"


class Memory:
    """One address space with its roots, type layouts and settings."""

    def __init__(self, settings=(), available=1 << 40):
        self.pages = {}  # page number -> block
        self.next = {"heap": FIRST_HEAP, "static": FIRST_STATIC, "stack": FIRST_STACK}
        self.available = available  # bytes that memory_reserve still gives
        self.settings = dict(settings)  # number -> value: see gc_parameter
        self.events = []  # what collectors reported: (kind, number)
        self.layouts = {}  # type id -> address of its layout record
        self.roots = self.block(1 << 16, "static").base
        self.root_count = 0
        self.statics = self.block(1 << 12, "static").base
        self.static_count = 0
        self.store(self.statics, 8, 0)
        self.exception = 0

    # ---- blocks ----

    def block(self, size, kind):
        """A new block, uninitialised; `kind` is heap, static or stack."""
        base = self.next[kind]
        pages = (size + PAGE - 1 >> PAGE_BITS) or 1
        self.next[kind] = base + (pages + 1) * PAGE  # a page between blocks belongs to nobody
        block = Block(base, size, kind)
        for page in range(base >> PAGE_BITS, (base >> PAGE_BITS) + pages):
            self.pages[page] = block
        return block

    def reserve(self, size):
        if not 0 <= size <= self.available:
            return 0
        self.available -= size
        return self.block(size, "heap").base

    def release(self, address):
        if address == 0:
            raise NullAccess("free of NULL")
        block = self.pages.get(address >> PAGE_BITS)
        if block is None or block.kind != "heap":
            raise BadFree(f"free of {address:#x}, which was never reserved")
        if block.base != address:
            raise InteriorFree(f"free of {address:#x}, inside the {block}")
        if block.data is None:
            raise DoubleFree(f"second free of the {block}")
        self.available += block.size
        self.end(block)

    def end(self, block):
        """The block is no more; its addresses stay known."""
        block.data = block.shadow = None

    def used(self):
        """Bytes reserved and not released."""
        blocks = {block.base: block for block in self.pages.values() if block.kind == "heap" and block.data is not None}
        return sum(block.size for block in blocks.values())

    # ---- access ----

    def find(self, address, size, what):
        """The block that these bytes lie in, and the offset there."""
        block = self.pages.get(address >> PAGE_BITS)
        if block is None:
            kind = NullAccess if -PAGE < address < PAGE else UnallocatedAccess
            raise kind(f"{what} {size} bytes at {'NULL + ' if kind is NullAccess else ''}{address:#x}")
        at = address - block.base
        if block.data is None:
            raise UseAfterFree(f"{what} {size} bytes at {address:#x}, offset {at} of the {block}, which was freed")
        if size < 0 or at + size > block.size:
            raise Overrun(f"{what} {size} bytes at {address:#x}, offset {at} of the {block}")
        return block, at

    def complain(self, block, at, size, what):
        """About the first byte that must not be accessed so."""
        for i, state in enumerate(block.shadow[at : at + size], at):
            where = f"{what} {size} bytes at {block.base + at:#x}: offset {i} of the {block}"
            if state == RETIRED:
                raise RetiredAccess(f"{where} is retired")
            if state == UNINITIALISED and what != "writing":
                raise UninitialisedRead(f"{where} was never written")

    def load(self, address, size):
        block, at = self.find(address, size, "reading")
        if at & size - 1:
            raise Misaligned(f"reading {size} bytes at {address:#x}")
        if block.shadow.count(INITIALISED, at, at + size) != size:
            self.complain(block, at, size, "reading")
        return int.from_bytes(block.data[at : at + size], "little")

    def store(self, address, size, value):
        block, at = self.find(address, size, "writing")
        if at & size - 1:
            raise Misaligned(f"writing {size} bytes at {address:#x}")
        if RETIRED in block.shadow[at : at + size]:
            self.complain(block, at, size, "writing")
        block.data[at : at + size] = (value & (1 << 8 * size) - 1).to_bytes(size, "little")
        block.shadow[at : at + size] = _INITIALISED[size]

    def copy(self, to, source, size):
        """Bytes with their states; uninitialised ones may be copied."""
        if size == 0:
            return
        old, start = self.find(source, size, "copying")
        new, at = self.find(to, size, "writing")
        if RETIRED in old.shadow[start : start + size]:
            self.complain(old, start, size, "copying")
        if RETIRED in new.shadow[at : at + size]:
            self.complain(new, at, size, "writing")
        new.data[at : at + size] = old.data[start : start + size]
        new.shadow[at : at + size] = old.shadow[start : start + size]

    def zero(self, address, size):
        if size == 0:
            return
        block, at = self.find(address, size, "zeroing")
        if RETIRED in block.shadow[at : at + size]:
            self.complain(block, at, size, "writing")
        block.data[at : at + size] = bytes(size)
        block.shadow[at : at + size] = bytes([INITIALISED]) * size

    def mark(self, address, size, state):
        if size != 0:
            block, at = self.find(address, size, "declaring")
            block.shadow[at : at + size] = bytes([state]) * size

    # ---- what tests set up ----

    def words(self, values, kind="static"):
        """A new block of these words; its address."""
        block = self.block(8 * len(values), kind)
        for i, value in enumerate(values):
            self.store(block.base + 8 * i, 8, value)
        return block.base

    def add_type(self, fixed, pointers=(), item=0, length=0, flags=0, room=0, items=0):
        """A new type; its id. Offsets as in a layout record."""
        number = len(self.layouts) + 1
        record = [fixed, item, length, items or fixed, flags, room, len(pointers), *pointers]
        self.layouts[number] = self.words(record)
        return number

    def add_static(self, address, layout):
        """These pointer fields are roots from now on."""
        at = self.statics + 16 * self.static_count
        self.static_count += 1
        for i, word in enumerate((address, layout, 0)):
            self.store(at + 8 * i, 8, word)

    def push_root(self, pointer=0):
        """A new slot of the shadow stack; its address."""
        slot = self.roots + 8 * self.root_count
        self.root_count += 1
        self.store(slot, 8, pointer)
        return slot

    def pop_root(self):
        self.root_count -= 1
        self.mark(self.roots + 8 * self.root_count, 8, UNINITIALISED)


_INITIALISED = {size: bytes([INITIALISED]) * size for size in (1, 4, 8)}
_memory = Memory()


def use(memory):
    """Makes it the current one."""
    global _memory
    _memory = memory
    return memory


def current():
    return _memory


# ---- what weft.lowlevel exports ----


def _signed(x):
    return x - (1 << 64) if x >> 63 else x


def load_word(a, offset):
    return _signed(_memory.load(a + offset, 8))


def store_word(a, offset, x):
    _memory.store(a + offset, 8, x)


def load_half(a, offset):
    return _memory.load(a + offset, 4)


def store_half(a, offset, x):
    _memory.store(a + offset, 4, x)


def load_byte(a, offset):
    return _memory.load(a + offset, 1)


def store_byte(a, offset, x):
    _memory.store(a + offset, 1, x)


def memory_reserve(size):
    return _memory.reserve(size)


def memory_release(a):
    _memory.release(a)


def memory_copy(to, source, size):
    _memory.copy(to, source, size)


def memory_zero(a, size):
    _memory.zero(a, size)


def prefetch(a):
    """There is no cache here."""


def arena_reserve(a, size):
    _memory.mark(a, size, UNINITIALISED)


def arena_retire(a, size):
    _memory.mark(a, size, RETIRED)


def type_layout(header):
    layout = _memory.layouts.get(header & 0xFFFFFFFF)
    if layout is None:
        raise HeapCorrupt(f"{header & MASK:#x} is no header: there is no type {header & 0xFFFFFFFF}")
    return layout


def root_base():
    return _memory.roots


def root_top():
    return _memory.roots + 8 * _memory.root_count


def static_roots():
    return _memory.statics


def pending_exception():
    return _memory.exception


def set_pending_exception(a):
    _memory.exception = a


def gc_parameter(number):
    return _memory.settings.get(number, 0)


def gc_event(kind, number):
    _memory.events.append((kind, number))
    if kind == 3:
        raise HeapCorrupt(f"what is at {number & MASK:#x} cannot be an object")
    if kind == 4:
        raise CollectorStarved("the collector has no memory to go on")
