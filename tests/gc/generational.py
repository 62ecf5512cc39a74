# test: collector generational
# edit: settings:SPARE = 0x1_0000 => SPARE = 0x400
# edit: stack:SMALLEST = 0x2000 => SMALLEST = 0x20
# edit: blocks:BLOCK = 0x4000 => BLOCK = 0x200
# edit: blocks:FIRST_CHUNK = 0x10_0000 => FIRST_CHUNK = 0x800
# edit: blocks:SMALL = 0x400 => SMALL = 0x80
# edit: marking:SLICE = 128 => SLICE = 8
# edit: large:CARD_SHIFT = 10 => CARD_SHIFT = 6
# edit: generational:LARGE = 0x8000 => LARGE = 0x180
# edit: generational:SMALLEST_BUDGET = 4 => SMALLEST_BUDGET = 0
# edit: generational:WORDS_MARKED = 0x8000 => WORDS_MARKED = 8
# edit: generational:MOST_WORDS_MARKED = 0x8_0000 => MOST_WORDS_MARKED = 0x100
# edit: generational:BLOCKS_SWEPT = 64 => BLOCKS_SWEPT = 2
# run: seeds=20 steps=300 nursery=1 length=20 slots=30
# run: seeds=10 steps=60 stress=1 verify=1
# run: seeds=20 steps=150 stress=2 verify=1 length=20 slots=30
"""The generational collector."""
