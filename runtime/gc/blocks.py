# A heap of cells of exact sizes, all multiples of 8 up to SMALL, in blocks of equal cells. A block begins with a
# link. A free cell begins with a link to the next one, which looks like a header without MARKED.
#
# After marking all blocks are unswept: `begin_sweep`. Sweeping a block links its cells that are not marked, and takes
# the marks off the others. It happens when cells of that size are needed, or some blocks at a time, and must be over
# before anything is marked again. A block in which nothing is alive may serve for other sizes.
from weft.gc.extent import extend
from weft.gc.objects import MARKED
from weft.lowlevel import (
    arena_reserve,
    arena_retire,
    int_udiv,
    int_ult,
    int_ushr,
    load_word,
    memory_reserve,
    memory_zero,
    prefetch,
    store_word,
)

__system__ = True
__wrapping__ = True

SMALL = 0x400
ALL_BLOCKS = 0x1_0000_0000
BLOCK = 0x4000
FIRST_CHUNK = 0x10_0000
LAST_CHUNK = 0x200_0000
MOST_SPARE = 16  # blocks
AHEAD = 0x200  # bytes, while sweeping

# Tables of words that are indexed by the size, one behind the other
CELLS = 0  # the first free cell
SWEPT = 0x408  # the first block
UNSWEPT = 0x810
TABLES = 0xC18

FIRST_CELL = 8  # of a block, behind the link

_lists = 0
_fast = 0  # the table that the fast path looks at: the one of free cells, or an empty one
_may_sweep = ALL_BLOCKS  # blocks, by take_swept
_pool = 0  # free blocks
_pool_bytes = 0
_stretches = 0  # free ones
_stretch_bytes = 0  # of each
_spare = 0  # free blocks for when there are no others
_spare_count = 0
_chunk = 0  # where the next block of the chunk that was reserved last begins
_chunk_end = 0
_block_bytes = 0  # of the blocks in use
_given = 0  # bytes of the cells that were found or made since the counter was reset

_sweep_size = 0  # all unswept blocks have cells of this size or bigger ones
_walk_size = 0  # walking over cells
_walk_block = 0
_walk_cell = 0  # the next one to look at; the block: none is left there


def start_blocks(stress: int) -> None:
    global _lists, _fast, _sweep_size
    _lists = memory_reserve(TABLES)
    memory_zero(_lists, TABLES)
    _fast = _lists
    if stress != 0:
        _fast = memory_reserve(SWEPT)
        memory_zero(_fast, SWEPT)
    _sweep_size = SMALL + 8
    while _spare_count != MOST_SPARE and _reserve_chunk(BLOCK):
        while _spare_count != MOST_SPARE and _chunk != _chunk_end:
            _give_back(_next_of_chunk())


# ---- cells ----


def try_take(size: int) -> int:
    # A cell of that size, if there is one on the list.
    if int_ult(SMALL, size):
        return 0
    return _take(_fast + size, size)


def take(size: int) -> int:
    # The same for sizes up to SMALL, also if the fast path is to fail.
    return _take(_lists + size, size)


def _take(list: int, size: int) -> int:
    cell = load_word(list, 0)
    if cell == 0:
        return 0
    store_word(list, 0, load_word(cell, 0))
    arena_reserve(cell, size)
    return cell


def give(cell: int, size: int) -> None:
    # It is free. Another size than it was taken with is all right if it is smaller.
    store_word(cell, 0, load_word(_lists + size, CELLS))
    store_word(_lists + size, CELLS, cell)
    arena_retire(cell + 8, size - 8)


def overwrite_free(word: int) -> None:
    # All free cells begin with that word from now on, until they are swept.
    size = 8
    while size <= SMALL:
        list = _lists + size
        cell = load_word(list, CELLS)
        store_word(list, CELLS, 0)
        while cell != 0:
            next = load_word(cell, 0)
            store_word(cell, 0, word)
            cell = next
        size = size + 8


def take_swept(size: int) -> int:
    # A cell of that size for which blocks may have to be swept; 0 if there is none, or too many would have to be.
    global _may_sweep
    cell = take(size)
    while cell == 0 and _may_sweep != 0 and load_word(_lists + size, UNSWEPT) != 0:
        _may_sweep = _may_sweep - 1
        _sweep_first(size, True)
        cell = take(size)
    return cell


def let_sweep(count: int) -> None:
    # From now on take_swept may sweep so many blocks altogether.
    global _may_sweep
    _may_sweep = count


def given() -> int:
    return _given


def reset_given() -> None:
    global _given
    _given = 0


# ---- blocks ----


def block_bytes() -> int:
    return _block_bytes


def pool_bytes() -> int:
    # Of free blocks, stretches aside.
    return _pool_bytes


def add_block(size: int, may_use_spare: int) -> bool:
    # More cells of that size; False if there is no memory.
    global _block_bytes
    block = _take_block(may_use_spare)
    if block == 0:
        return False
    _block_bytes = _block_bytes + BLOCK
    _link(block, _lists + size + SWEPT)
    _link_cells(block, size)
    return True


def _link(block: int, list: int) -> None:
    store_word(block, 0, load_word(list, 0))
    store_word(list, 0, block)


def _unlink(list: int) -> int:
    block = load_word(list, 0)
    store_word(list, 0, load_word(block, 0))
    return block


def _last_cell(block: int, size: int) -> int:
    return block + FIRST_CELL + (int_udiv(BLOCK - FIRST_CELL, size) - 1) * size


def _link_cells(block: int, size: int) -> None:
    # All cells of a new block, the first one first.
    global _given
    first = block + FIRST_CELL
    cell = _last_cell(block, size)
    _given = _given + cell + size - first
    next = load_word(_lists + size, CELLS)
    while not int_ult(cell, first):
        arena_reserve(cell, 8)
        store_word(cell, 0, next)
        next = cell
        cell = cell - size
    store_word(_lists + size, CELLS, next)


def _take_block(may_use_spare: int) -> int:
    global _pool, _pool_bytes, _spare, _spare_count
    if _pool == 0 and _stretches != 0:
        _give_blocks(take_stretch(_stretch_bytes), _stretch_bytes)
    block = _pool
    if block != 0:
        _pool = load_word(block, 0)
        _pool_bytes = _pool_bytes - BLOCK
    elif _chunk != _chunk_end or _reserve_chunk(BLOCK):
        block = _next_of_chunk()
    elif may_use_spare != 0 and _spare != 0:
        block = _spare
        _spare = load_word(block, 0)
        _spare_count = _spare_count - 1
    return block


def _next_of_chunk() -> int:
    global _chunk
    block = _chunk
    _chunk = block + BLOCK
    arena_reserve(block, FIRST_CELL)
    return block


def _reserve_chunk(least: int) -> bool:
    # As much as seems useful, or else as much as there is.
    global _chunk, _chunk_end
    size = int_ushr(_block_bytes, 3) & -BLOCK
    if size < FIRST_CHUNK:
        size = FIRST_CHUNK
    if size > LAST_CHUNK:
        size = LAST_CHUNK
    if size < least:
        size = least
    chunk = memory_reserve(size)
    while chunk == 0 and size > least:
        size = int_ushr(size, 1) & -BLOCK
        if size < least:
            size = least
        chunk = memory_reserve(size)
    if chunk == 0:
        return False
    arena_retire(chunk, size)
    extend(chunk, size)
    _chunk = chunk
    _chunk_end = chunk + size
    return True


def _give_back(block: int) -> None:
    # A block that is not in use becomes a spare one, or anyone's.
    global _pool, _pool_bytes, _spare, _spare_count
    if _spare_count != MOST_SPARE:
        store_word(block, 0, _spare)
        _spare = block
        _spare_count = _spare_count + 1
    else:
        store_word(block, 0, _pool)
        _pool = block
        _pool_bytes = _pool_bytes + BLOCK


# ---- stretches: blocks one behind the other ----


def take_stretch(bytes: int) -> int:
    # Memory for so many bytes, whole blocks, always as many; 0 if there is none.
    global _chunk, _stretches, _stretch_bytes
    _stretch_bytes = bytes
    stretch = _stretches
    if stretch != 0:
        _stretches = load_word(stretch, 0)
        return stretch
    while _chunk_end - _chunk < bytes:
        if _chunk != _chunk_end:
            _give_back(_next_of_chunk())
        elif not _reserve_chunk(bytes):
            return 0
    stretch = _chunk
    _chunk = stretch + bytes
    return stretch


def use_stretch(bytes: int) -> None:
    # It belongs to the heap.
    global _block_bytes
    _block_bytes = _block_bytes + bytes


def leave_stretch(stretch: int, bytes: int) -> None:
    # Nothing is alive there, which may be a part of one.
    global _block_bytes
    _block_bytes = _block_bytes - bytes
    give_stretch(stretch, bytes)


def give_stretch(stretch: int, bytes: int) -> None:
    # It does not belong to the heap.
    global _stretches
    arena_retire(stretch, bytes)
    arena_reserve(stretch, FIRST_CELL)
    if bytes == _stretch_bytes:
        store_word(stretch, 0, _stretches)
        _stretches = stretch
    else:
        _give_blocks(stretch, bytes)


def _give_blocks(stretch: int, bytes: int) -> None:
    block = stretch
    while block != stretch + bytes:
        arena_reserve(block, FIRST_CELL)
        _give_back(block)
        block = block + BLOCK


# ---- sweeping ----


def begin_sweep() -> None:
    global _sweep_size
    size = 8
    while size <= SMALL:
        store_word(_lists + size, CELLS, 0)
        store_word(_lists + size, UNSWEPT, load_word(_lists + size, SWEPT))
        store_word(_lists + size, SWEPT, 0)
        size = size + 8
    _sweep_size = 8


def sweep_some(count: int) -> bool:
    # At most that many blocks; False if all is swept.
    global _sweep_size
    while _sweep_size <= SMALL:
        while load_word(_lists + _sweep_size, UNSWEPT) != 0:
            if count == 0:
                return True
            count = count - 1
            _sweep_first(_sweep_size, False)
        _sweep_size = _sweep_size + 8
    return False


def sweep_all() -> None:
    while sweep_some(0x1000):
        pass


def _sweep_first(size: int, is_needed: bool) -> None:
    # The first unswept block of that size. It stays one of that size if something is alive or it is needed.
    global _block_bytes, _given
    block = _unlink(_lists + size + UNSWEPT)
    cells = load_word(_lists + size, CELLS)
    given_before = _given
    live = _sweep_cells(block, size)
    if live == 0 and not is_needed:
        store_word(_lists + size, CELLS, cells)
        _given = given_before
        _block_bytes = _block_bytes - BLOCK
        arena_retire(block + FIRST_CELL, BLOCK - FIRST_CELL)
        _give_back(block)
    else:
        _link(block, _lists + size + SWEPT)


def _sweep_cells(block: int, size: int) -> int:
    # Frees the cells that are not marked; how many are alive.
    global _given
    first = block + FIRST_CELL
    cell = _last_cell(block, size)
    next = load_word(_lists + size, CELLS)
    live = 0
    free = 0
    while not int_ult(cell, first):
        prefetch(cell - AHEAD)
        object = cell
        header = load_word(object, 0)
        if header < 0:
            object = object + 8
            header = load_word(object, 0)
        if header & MARKED != 0:
            store_word(object, 0, header & ~MARKED)
            live = live + 1
        else:
            store_word(cell, 0, next)
            arena_retire(cell + 8, size - 8)
            next = cell
            free = free + size
        cell = cell - size
    store_word(_lists + size, CELLS, next)
    _given = _given + free
    return live


# ---- walking ----


def first_marked() -> int:
    # Marked objects one after the other, 0 at last. All must be swept.
    return _marked(first_cell())


def next_marked() -> int:
    return _marked(next_cell())


def _marked(cell: int) -> int:
    # The first marked object from that cell on.
    while cell != 0:
        object = cell + 8 if load_word(cell, 0) < 0 else cell
        if load_word(object, 0) & MARKED != 0:
            return object
        cell = next_cell()
    return 0


def first_cell() -> int:
    # All cells one after the other, free or not, 0 at last. All must be swept.
    global _walk_size, _walk_block, _walk_cell
    _walk_size = 0
    _walk_block = 0
    _walk_cell = 0
    return next_cell()


def next_cell() -> int:
    global _walk_cell
    if _walk_cell == _walk_block and not _next_walk_block():
        return 0
    cell = _walk_cell
    _walk_cell = cell - _walk_size
    if int_ult(_walk_cell, _walk_block + FIRST_CELL):
        _walk_cell = _walk_block
    return cell


def cell_size() -> int:
    # Of the one that was given last.
    return _walk_size


def _next_walk_block() -> bool:
    global _walk_size, _walk_block, _walk_cell
    if _walk_block != 0:
        _walk_block = load_word(_walk_block, 0)
    while _walk_block == 0:
        _walk_size = _walk_size + 8
        if int_ult(SMALL, _walk_size):
            return False
        _walk_block = load_word(_lists + _walk_size, SWEPT)
    _walk_cell = _last_cell(_walk_block, _walk_size)
    return True
