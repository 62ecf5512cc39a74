# test: collector marksweep
# edit: settings:SPARE = 0x1_0000 => SPARE = 0x1000
# edit: blocks:BLOCK = 0x4000 => BLOCK = 0x200
# edit: blocks:FIRST_CHUNK = 0x10_0000 => FIRST_CHUNK = 0x800
# edit: blocks:SMALL = 0x400 => SMALL = 0x100
# edit: marking:SLICE = 128 => SLICE = 8
# edit: stack:SMALLEST = 0x2000 => SMALLEST = 0x20
# run: seeds=10 steps=150 nursery=2048
# run: seeds=15 steps=60 stress=1 verify=1
# run: seeds=10 steps=150 nursery=1024 growth=120 length=30 verify=1 slots=30
# run: seeds=8 steps=120 nursery=1024 watch=2 full=5 verify=1
# run: seeds=6 steps=50 stress=1 watch=2
# out-of-memory: seeds=10 steps=150 nursery=1024 limit=20000 slots=50 length=80 verify=1
# out-of-memory: seeds=10 steps=150 nursery=1024 available=20000 length=30
# detect: seeds=10 steps=50 stress=1
# detect: seeds=15 steps=100 nursery=256 verify=1
# detect: seeds=10 steps=100 nursery=3000 length=80
# detect: seeds=10 steps=100 nursery=1024 limit=8000
# detect: seeds=6 steps=150 nursery=1024 slots=20 chain=20 arrays=30
# detect: seeds=20 steps=150 nursery=1024 length=30 slots=30
# detect: seeds=12 steps=150 nursery=1024 watch=3 full=5
# forgets: root
# planted: marking:        _mark_soon(load_word(object + load_word(field, 0), 0)) => _mark_soon(load_word(object, load_word(layout, FIRST_POINTER)))
# planted: marking:    _mark_waiting()\n    if => if
# planted: marking:        if before != 0:\n            mark(before) => pass
# planted: marking:_push_slice(object, first + SLICE) => pass
# planted: marking:_push_slice(object, first + SLICE) => _push_slice(object, first + SLICE + 1)
# planted: marking:        if header & (IMMORTAL | MARKED) == 0: => if header & IMMORTAL == 0 and not header & MARKED == header & MARKED:
# planted: marking:            count_live(object_size(object, layout)) => pass
# planted: marking:            if has_pointers(layout): => if load_word(layout, POINTER_COUNT) != 0:
# planted: blocks:        if header & MARKED != 0: => if header & MARKED != 0 and cell != first:
# planted: blocks:            store_word(object, 0, header & ~MARKED) => pass
# planted: blocks:        _block_bytes = _block_bytes - BLOCK => pass
# planted: blocks:        store_word(list, 0, load_word(cell, 0)) => pass
# planted: blocks:        store_word(_lists + size, CELLS, 0) => pass
# planted: marksweep:    begin_sweep() => pass
# planted: marksweep:    sweep_large() => pass
# planted: marksweep:    mark_roots() => pass
# planted: marksweep:    return int_ushr(object, 3) => return int_ushr(object, 7)
# planted: roots:    _end = root_top() => _end = root_top() - 8
# planted: extent:        end = a + size => end = a
# planted: watch:        store_word(row, TARGET, survivor(target)) => pass
# planted: watch:    store_word(row, OWNER, owner)\n    if => if
# planted: watch:            each_pointer(object, type_layout(load_word(object, 0)), trace) => pass
# planted: watch:            add_pending(trace(object)) => add_pending(object)
# planted: watch:    takes_all = not _has_free_one(survivor) => takes_all = True
# planted: pending:        drop_all(_pending)\n        return -1 => return -1
# planted: roots:_has_watched != 0 and first_pending() => _has_watched == 2 and first_pending()
"""Mark & sweep."""
