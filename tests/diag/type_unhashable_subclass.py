# test: diag
from collections import Counter


class Names(dict):
    pass


print({Names(): "one"})  #! T0104 7: unhashable type: `Names`
for counts in (None, Counter("ab")):
    print({counts: 1})  #! T0104 11: unhashable type: `Counter`
