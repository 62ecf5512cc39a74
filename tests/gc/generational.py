# test: collector generational
# edit: settings:SPARE = 0x1_0000 => SPARE = 0x400
# edit: stack:SMALLEST = 0x2000 => SMALLEST = 0x400
# edit: blocks:BLOCK = 0x4000 => BLOCK = 0x200
# edit: blocks:FIRST_CHUNK = 0x10_0000 => FIRST_CHUNK = 0x800
# edit: blocks:SMALL = 0x400 => SMALL = 0x80
# edit: marking:SLICE = 128 => SLICE = 8
# edit: large:CARD_SHIFT = 6 => CARD_SHIFT = 4
# edit: generational:MOST_STORED = 0x4_0000 => MOST_STORED = 3
# edit: generational:LARGE = 0x8000 => LARGE = 0x180
# edit: generational:CARDED_FROM = 0x2000 => CARDED_FROM = 0x100
# edit: generational:SMALLEST_BUDGET = 4 => SMALLEST_BUDGET = 0
# edit: generational:WORDS_MARKED = 0x4000 => WORDS_MARKED = 4
# edit: generational:MOST_WORDS_MARKED = 0x4_0000 => MOST_WORDS_MARKED = 10
# edit: generational:NURSERY = 0x40_0000  => NURSERY = 0x580 
# edit: generational:LARGEST_NURSERY = 0x180_0000 => LARGEST_NURSERY = 0x1600
# edit: generational:MANY = 0x60_0000 => MANY = 0x400
# edit: generational:MUCH_POOL = 0x40_0000 => MUCH_POOL = 0x800
# edit: generational:SHORT_NURSERY = 0x20_0000 => SHORT_NURSERY = 0x500
# edit: generational:MOST_REMEMBERED = 0x6000 => MOST_REMEMBERED = 5
# edit: generational:MOST_BLOCKS_SWEPT = 384 => MOST_BLOCKS_SWEPT = 1
# edit: generational:BLOCKS_SWEPT = 64 => BLOCKS_SWEPT = 2
# run: seeds=10 steps=300 nursery=1 length=20 slots=30
# run: seeds=10 steps=300 length=20 slots=60 verify=1
# run: seeds=8 steps=60 stress=1 verify=1
# run: seeds=8 steps=150 stress=2 verify=1 length=20 slots=30
# run: seeds=6 steps=200 stress=3 copies=8 length=80 arrays=30 verify=1
# run: seeds=6 steps=200 copies=8 length=80 arrays=30 verify=1
# run: seeds=1 steps=10 stress=2 full=0 hide=slot
# run: seeds=1 steps=10 stress=2 full=0 hide=field
# run: seeds=1 steps=10 stress=2 full=0 hide=item
# run: seeds=1 steps=10 stress=2 full=0 hide=items
# run: seeds=1 steps=10 stress=2 full=0 hide=large
# run: seeds=6 steps=150 stress=2 moves=10 slots=6 depth=15 full=0 chain=40 arrays=30
# run: seeds=8 steps=120 nursery=1024 watch=2 full=5 verify=1
# run: seeds=6 steps=50 stress=1 watch=2
# run: seeds=6 steps=250 slots=80 length=8 chain=60 arrays=20 verify=1
# run: seeds=6 steps=250 nursery=1 slots=80 length=8 chain=90 full=1 moves=10 verify=1
# run: seeds=4 steps=200 nursery=1 slots=80 length=8 chain=90 full=1 watch=2 hashes=8 verify=1
# out-of-memory: seeds=6 steps=150 limit=20000 slots=50 length=80 verify=1
# out-of-memory: seeds=15 steps=150 nursery=1 available=42000 length=8 slots=80 chain=90
# out-of-memory: seeds=15 steps=150 nursery=1 available=36000 length=60 slots=40
# detect: seeds=6 steps=200 stress=3 copies=8 length=80 arrays=30
# detect: seeds=1 steps=10 stress=2 full=0 hide=slot
# detect: seeds=1 steps=10 stress=2 full=0 hide=field
# detect: seeds=1 steps=10 stress=2 full=0 hide=item
# detect: seeds=1 steps=10 stress=2 full=0 hide=items
# detect: seeds=1 steps=10 stress=2 full=0 hide=large
# detect: seeds=6 steps=200 stress=2 moves=10 slots=6 depth=15 full=0 chain=40 arrays=30
# detect: seeds=4 steps=40 stress=1
# detect: seeds=6 steps=250 nursery=1 slots=80 length=8 chain=90 full=1 moves=10
# detect: seeds=4 steps=200 nursery=1 slots=10 chain=5 arrays=60
# detect: seeds=5 steps=200 stress=2 moves=10 slots=8 depth=15 full=0 length=80 chain=20
# detect: seeds=10 steps=200 stress=2 hashes=30
# detect: seeds=12 steps=150 nursery=1024 watch=3 full=5
# forgets: root
# forgets: barrier
# planted: generational:        _update(object + load_word(field, 0)) => _update(object + load_word(layout, FIRST_POINTER))
# planted: generational:return ~header if header < 0 else _promote => return object if header < 0 else _promote
# planted: generational:    store_word(object, 0, ~to) => pass
# planted: generational:        _update_remembered(load_word(place, 0)) => pass
# planted: generational:    store_word(object, 0, header | TRACKED) => pass
# planted: generational:    store_word(to, 0, header | _old_bits) => store_word(to, 0, header | (_old_bits & ~TRACKED))
# planted: generational:        _grey = object => pass
# planted: generational:    note_kept(object) => pass
# planted: generational:        _kept_top = _kept_top + 8 => pass
# planted: generational:header | _old_bits)\n    note_kept => header | (_old_bits & ~MARKED))\n    note_kept
# planted: generational:            return object if header & TRACKED != 0 else 0 => return 0
# planted: generational:    begin_kept_sweep() => pass
# planted: kept:        store_word(start, 0, 0) => pass
# planted: kept:        _set_start(row, rest) => pass
# planted: kept:    store_word(object, 0, header & ~MARKED) => pass
# planted: kept:    first = place - SMALL - 8 => first = place
# planted: kept:    _start_with_cell(tail) => pass
# planted: kept:        if last != place and (last == end or _split(row, last)): => if last != place:
# planted: kept:    memory_copy(tail + BITS, row => memory_copy(tail + BITS, row - 8
# planted: kept:    if header & MARKED == 0: => if True:
# planted: blocks:        _stretches = load_word(stretch, 0) => pass
# planted: large:                taken = taken | int_shl(1, i) => pass
# planted: kept:            if word & 1 != 0 and at != cell: => if word & 1 != 0 and at != cell and at != place:
# planted: kept:    return cell + 8 if load_word(cell, 0) < 0 else cell => return cell
# planted: generational:    _adopt_large()\n => pass\n
# planted: generational:            if not has_cards:\n                _update_fields => if False:\n                _update_fields
# planted: generational:            memory_copy(cards_of => if False: memory_copy(cards_of
# planted: generational:            _list(target) => pass
# planted: generational:            mark(load_word(slot, 0)) => pass
# planted: generational:        mark(load_word(pop(_stored), 0)) => pop(_stored)
# planted: generational:                mark_again(object) => pass
# planted: generational:        scan(object) => pass
# planted: generational:    mark_roots()\n    if not mark_some => if not mark_some
# planted: generational:            _update_cards(object, layout) => pass
# planted: generational:        store_word(object, LINK, NOT)\n        if how => if how
# planted: generational:            _update_card(object, layout, card) => pass
# planted: generational:    store_byte(cards_of(object) + int_shr(index, CARD_SHIFT - CARD_ITEMS_SHIFT), 0, 1) => store_byte(cards_of(object) + int_shr(index, CARD_SHIFT - CARD_ITEMS_SHIFT + 1), 0, 1)
# planted: generational:        store_word(object, LINK, WHOLE) => pass
# planted: generational:    _first_old = first_large()\n    _phase = SWEEPING => _phase = SWEEPING
# planted: generational:    begin_sweep() => pass
# planted: generational:    _hashes = _hashes + int_ushr(used, 3) => pass
# planted: generational:    return bits | HASH_STORED => return bits
# planted: generational:        cell = _find_cell(size + before) => cell = _find_cell(size)
# planted: blocks:            object = object + 8 => pass
# planted: watch:        store_word(row, TARGET, survivor(target)) => pass
# planted: watch:    store_word(row, OWNER, owner)\n    if => if
# planted: watch:            each_pointer(object, type_layout(load_word(object, 0)), trace) => pass
# planted: watch:            add_pending(trace(object)) => add_pending(object)
# planted: watch:    takes_all = not _has_free_one(survivor) => takes_all = True
# planted: pending:        drop_all(_pending)\n        return -1 => return -1
# planted: roots:_has_watched != 0 and first_pending() => _has_watched == 2 and first_pending()
# planted: watch:            push_or_end(_registered, now)\n        else => push_or_end(_registered, object)\n        else
# planted: watch:    push_or_end(_young_rows, row - stack_start(_rows)) => pass
"""The generational collector."""
