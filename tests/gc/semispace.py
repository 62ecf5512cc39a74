# test: collector semispace
# edit: semispace:LARGE = 0x8000 => LARGE = 0x180
# edit: semispace:ROOMY = 16 => ROOMY = 1
# edit: settings:SPARE = 0x1_0000 => SPARE = 0x800
# edit: stack:SMALLEST = 0x2000 => SMALLEST = 0x20
# run: seeds=8 steps=150 nursery=2048
# run: seeds=15 steps=60 stress=1 verify=1
# run: seeds=10 steps=150 nursery=1024 growth=120 length=30 verify=1
# run: seeds=8 steps=120 nursery=1024 watch=2 full=5 verify=1
# run: seeds=6 steps=50 stress=1 watch=2
# out-of-memory: seeds=8 steps=150 nursery=1024 limit=2500 length=30 verify=1
# out-of-memory: seeds=8 steps=150 nursery=1024 available=25000 length=30
# detect: seeds=15 steps=100 nursery=256 verify=1
# detect: seeds=10 steps=30 stress=1
# detect: seeds=10 steps=200 nursery=256 hashes=30
# detect: seeds=10 steps=100 nursery=3000 length=80
# detect: seeds=20 steps=150 nursery=1024 length=30 slots=30
# detect: seeds=12 steps=150 nursery=1024 watch=3 full=5
# forgets: root
# planted: semispace:_update(object + load_word(field, 0)) => _update(object + load_word(layout, FIRST_POINTER))
# planted: semispace:copy_words(to, object, size)\n    store_word(object, 0, ~to) => copy_words(to, object, size)
# planted: semispace:copy_object(to, object, layout, size)\n    store_word(object, 0, ~to) => copy_object(to, object, layout, size)
# planted: semispace:        while slot != end: => while slot + 8 < end:
# planted: semispace:            _scan = object + 8 => _scan = object + 16
# planted: semispace:        header = _grey(to, header) => header = header | MARKED
# planted: semispace:header | HASH_STORED => header
# planted: semispace:    _hashes = _hashes + int_ushr(_from_bytes, 3) => pass
# planted: semispace:    before = 8 if header & HASHED != 0 else 0 => before = 0
# planted: semispace:int_ult(_end - result, size) => int_ult(_end + 64 - result, size)
# planted: semispace:    sweep_large() => pass
# planted: semispace:_space = _area + _area_bytes if _space == _memory else _memory => pass
# planted: semispace:_from = _memory if _space == _memory else _area => _from = _memory
# planted: semispace:    _last = _limit + SPARE => _last = _limit + 8 * SPARE
# planted: semispace:                _scan = object + variable_size(object, layout) => _scan = object + load_word(layout, FIXED_SIZE)
# planted: large:store_word(object, 0, header & ~MARKED) => pass
# planted: large:store_word(previous, _NEXT, next) => pass
# planted: objects:shift = load_byte(object, room) => shift = 0
# planted: objects:size + 7 & -8 => size & -8
# planted: objects:    while at != size: => while at < size - 8:
# planted: roots:    _end = root_top() => _end = root_top() - 8
# planted: roots:if header & ON_STACK != 0: => if header & ON_STACK != 0 and False:
# planted: roots:return _next_on_stack() or _next_static() => return _next_on_stack()
# planted: roots:        set_pending_exception(load_word(_cell, 0)) => pass
# planted: roots:    _fields_end = _field + int_shl(load_word(layout, POINTER_COUNT), 3) => _fields_end = _field
# planted: settings:live * per_cent, 100 => live, 100) * per_cent * (1
# planted: semispace:if int_ult(object - _space, _space_bytes):\n        return => if False:\n        return
# planted: watch:        store_word(row, TARGET, survivor(target)) => pass
# planted: watch:    store_word(row, OWNER, owner)\n    if => if
# planted: watch:            each_pointer(object, type_layout(load_word(object, 0)), trace) => pass
# planted: watch:            add_pending(trace(object)) => add_pending(object)
# planted: watch:    takes_all = not _has_free_one(survivor) => takes_all = True
# planted: pending:        drop_all(_pending)\n        return -1 => return -1
# planted: watch:            push_or_end(_registered, now)\n        else => push_or_end(_registered, object)\n        else
"""The copying collector."""
