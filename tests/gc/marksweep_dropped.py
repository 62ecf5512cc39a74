# test: collector marksweep
# edit: settings:SPARE = 0x1_0000 => SPARE = 0x1000
# edit: blocks:BLOCK = 0x4000 => BLOCK = 0x200
# edit: blocks:FIRST_CHUNK = 0x10_0000 => FIRST_CHUNK = 0x800
# edit: blocks:SMALL = 0x400 => SMALL = 0x100
# edit: marking:SLICE = 128 => SLICE = 8
# edit: stack:SMALLEST = 0x2000 => SMALLEST = 0x18
# edit: stack:    words = memory_reserve(int_shl(used, 1)) => words = 0
# run: seeds=15 steps=150 nursery=2048 length=30
# run: seeds=10 steps=60 stress=1 slots=30
# detect: seeds=15 steps=150 nursery=2048 slots=30
# detect: seeds=15 steps=150 nursery=2048 length=60
# planted: marking:    object = first_marked() => object = 0
# planted: marking:    object = first_large() => object = 0
# planted: marking:        if _dropped == 0: => if True:
# planted: blocks:        if load_word(object, 0) & MARKED != 0: => if load_word(object, 0) & MARKED != 0 and _walk_cell != _walk_block:
"""Mark & sweep with a mark stack of three words that cannot grow."""
