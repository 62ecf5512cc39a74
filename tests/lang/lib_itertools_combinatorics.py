# test: lang
# itertools: products, permutations, combinations.
from itertools import product, permutations, combinations, combinations_with_replacement

print(list(product([1, 2], "ab")), list(product([1, 2])), list(product("ab", [1], [True, False])), list(product()))
print(list(product([0, 1], repeat=3)), list(product("ab", repeat=1)), list(product([1], repeat=0)), list(product([], repeat=2)))
n = 2
print([sum(t) for t in product(range(3), repeat=n)], list(product([1], [2], [3], [4])))
print(list(permutations([1, 2, 3])), list(permutations("abc", 2)), list(permutations([1], 2)), list(permutations([1, 2], 0)))
print(list(combinations([1, 2, 3, 4], 2)), list(combinations("abc", 3)), list(combinations([1], 2)), list(combinations([1], 0)))
print(list(combinations_with_replacement([1, 2, 3], 2)), list(combinations_with_replacement("", 1)), list(combinations_with_replacement([1, 2], 0)))
print(len(list(permutations(range(6)))), ["".join(p) for p in permutations("abc")])
for a, b in combinations(range(4), 2):
    print(a * 10 + b, end=" ")
print()
for s, i in product("xy", range(2)):
    print(s + str(i), end=" ")
print()
seen = {}
for p in permutations("ab"):
    seen[p] = len(seen)
print(seen, seen[("b", "a")], ("a", "a") in seen)
best = min(permutations([3, 1, 2]), key=lambda p: p[0] * 100 + p[1] * 10 + p[2])
print(best, best == (1, 2, 3))
for f in (lambda: len(list(combinations([1], -1))), lambda: len(list(permutations([1], -1))), lambda: len(list(product([1], repeat=-1))), lambda: len(list(combinations_with_replacement([1], -2)))):
    try:
        f()
    except ValueError as e:
        print(e)
