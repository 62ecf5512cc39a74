# test: flags
# program: examples/richards.py 1
# program: examples/pystone.py 50
# program: examples/deltablue.py 5
# fires: examples/deltablue.py fold dead-code join-blocks inline dead-functions merge-inputs malloc-removal bypass
# fires: examples/deltablue.py ranges reuse rotate hoist no-return cold-functions no-raise switches escape devirtualise dead-stores
# fires: examples/deltablue.py follow-objects dead-fields module-constants
# fires: tests/lang/str_grow.py ownership
# fires: tests/lang/tail_calls.py tail-calls
# fires: tests/lang/loops_of_few_turns.py unroll
# fires: tests/lang/loops_of_kinds.py specialise
