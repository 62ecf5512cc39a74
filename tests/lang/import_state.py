# test: lang
# Module variables belong to their module, however they are imported.

import import_state_a
import import_state_b as b
from import_state_a import bump, counter, items

print(counter, import_state_a.counter, items)
bump()
bump()
print(counter, import_state_a.counter, items, items is import_state_a.items)
import_state_a.counter = 100
bump()
print(import_state_a.counter, b.see(), counter)
b.change(7)
print(import_state_a.counter, import_state_a.items, b.own)
import_state_a.name = "renamed"
print(b.name(), import_state_a.name, import_state_a.Thing.count)
t = import_state_a.Thing()
u = b.a.Thing()
print(t.count, import_state_a.Thing.count, b.a.Thing is import_state_a.Thing, isinstance(u, import_state_a.Thing))
import_state_a.hook = lambda x: x * 2
print(b.use_hook(21))
