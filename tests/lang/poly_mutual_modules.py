# test: lang
# Mutual recursion through two modules of a package, polymorphic in its argument.

from poly_mutual.even import is_even, walk_even
from poly_mutual.odd import is_odd, walk_odd

print(is_even(10), is_odd(10), is_even(7), is_odd(7))
print(walk_even([1, 2, 3], []), walk_odd(["a", "b"], []), walk_even("xyz", []), walk_even([], []))
