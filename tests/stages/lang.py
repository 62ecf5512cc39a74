# test: stages
# program: tests/lang/run_argv.py one two
# program: tests/lang/run_chained.py
# program: tests/lang/run_exit.py
# program: tests/lang/run_overflow.py ; status 1
# program: tests/lang/run_recursion.py
# program: tests/lang/run_uncaught.py
# program: tests/lang/exit_chain_context.py
# program: tests/lang/exit_multiline.py
# program: tests/lang/exit_recursion.py
# program: tests/lang/exit_reraise_value.py
# program: tests/lang/exit_unbound.py
# program: tests/lang/dict_user_keys.py
# program: tests/lang/float_repr.py
# program: tests/lang/import_state.py
# program: tests/lang/poly_setdefault.py
# program: tests/lang/class_simulation.py
# program: tests/lang/str_percent.py
# program: tests/lang/try_finally_return.py
# program: tests/lang/union_narrowing.py
# program: tests/lang/weakref_variables.py
# program: tests/lang/gen_traceback.py
# program: tests/lang/gen_throw_through.py
