# test: lang
# A set of constants has the order of the constant that CPython's compiler makes of it: colliding items show it.

print({10, 18, 26}, {3, 11, 19, 27}, {4, 12})
x = 26
print({10, 18, x}, {*(10, 18, 26)}, set([10, 18, 26]), set((10, 18, 26)))
print({1, 20, 36, 52, 4}, {5, 37, 69, 1, 33, 65, 97})
print({(2147483647, "é"), (-128, "a"), (100, ",")}, {5e-324, 0.001, -1.5}, {"e", "d", "c", "b", "a"})
print({1, True, 1.0, 9, 17}, {-1, -2, -3}, {2**62, 2**62 + 8, 16, 24})
for i in {7, 15}:
    print(i, end=" ")
for i in {33, 1, 65, 97, 5}:
    print(i, end=" ")
print([i for i in {34, 2, 66, 98, 10}], list({34, 2, 66, 98, 10}))
print(sorted(j for i in {7, 15} for j in {7, 15, i}))
print({frozenset({8, 16, 24}) for _ in range(2)})
