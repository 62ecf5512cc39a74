# test: lang
# A cycle of imports where every name is bound when it is read.

import import_cycle_a

print(import_cycle_a.call(3), import_cycle_a.import_cycle_b.name)
try:
    import_cycle_a.early()
except AttributeError as e:
    print("AttributeError")
