# test: collector chained
# edit: settings:SPARE = 0x1_0000 => SPARE = 0x1000
# edit: stack:SMALLEST = 0x2000 => SMALLEST = 0x20
# run: seeds=10 steps=150 nursery=2048
# run: seeds=15 steps=60 stress=1 verify=1
# run: seeds=10 steps=150 nursery=1024 growth=120 length=30 verify=1 slots=30
# run: seeds=8 steps=120 nursery=1024 watch=2 full=5 verify=1
# run: seeds=6 steps=50 stress=1 watch=2
# out-of-memory: seeds=10 steps=150 nursery=1024 limit=9000 slots=50 length=80 verify=1
# out-of-memory: seeds=10 steps=150 nursery=1024 available=7000 length=60 slots=50
# detect: seeds=10 steps=50 stress=1
# detect: seeds=15 steps=100 nursery=256 verify=1
# detect: seeds=10 steps=100 nursery=1024 limit=8000
# detect: seeds=12 steps=150 nursery=1024 watch=3 full=5
# forgets: root
# planted: chained:        if header & (IMMORTAL | MARKED) == 0: => if header & IMMORTAL == 0 and not header & MARKED == header & MARKED:
# planted: chained:    _mark_all()\n    settle => settle
# planted: chained:            if has_pointers(type_layout(header)) and not push => if False and not push
# planted: chained:            store_word(object, 0, header & ~MARKED) => pass
# planted: chained:                store_word(previous, NEXT, next) => pass
# planted: chained:                _first = next => pass
# planted: chained:            _bytes = _bytes + object_size(object, type_layout(header)) => pass
# planted: chained:    settle(_survivor, _trace) => pass
# planted: chained:    return int_ushr(object, 3) => return int_ushr(object, 14)
# planted: extent:        end = a + size => end = a
# planted: watch:            add_pending(trace(object)) => add_pending(object)
"""Mark & sweep of the report."""
