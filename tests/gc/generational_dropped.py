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
# edit: marking:    if not push(_stack, object):\n        _dropped = 1\n\n => if not is_empty(_stack) or not push(_stack, object):\n        _dropped = 1\n\n
# run: seeds=10 steps=250 nursery=1 length=20 slots=60
# run: seeds=6 steps=250 nursery=1 slots=80 length=8 chain=90
# detect: seeds=10 steps=250 nursery=1 length=20 slots=60
# detect: seeds=6 steps=250 nursery=1 slots=80 length=8 chain=90 full=10
# planted: marking:    object = first_marked() => object = 0
# planted: marking:    object = first_large() => object = 0
# planted: marking:    object = first_kept_marked() => object = 0
# planted: kept:            _walk_cell = load_word(_walk_row, START) => pass
# planted: marking:        if _dropped == 0: => if True:
"""The generational collector with a mark stack that holds one object."""
