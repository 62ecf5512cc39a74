# test: lang
# Literals, indexing, length, concatenation, repetition, membership, comparison.

xs = [3, 1, 2]
print(xs, len(xs), xs[0], xs[-1], xs + [4], xs * 2, 2 * xs, xs * 0, [] + [], [0] * 3, -1 * xs)
print(2 in xs, 5 in xs, 5 not in xs, xs == [3, 1, 2], xs != [3, 1, 2], xs < [3, 2], xs > [3], [] < xs, [1, 2] == [1.0, 2.0])
xs[0] = 10
xs[-1] += 5
print(xs)
xs += [7, 8]
xs *= 2
print(xs)
ys = xs
ys.append(99)
print(xs[-1], xs is ys, xs == list(xs), xs is list(xs))
nested = [[1, 2], [3], []]
nested[1].append(4)
print(nested, nested[0][1], len(nested[2]), [[0] * 2] * 2)
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
shared = [[0] * 3] * 2
shared[0][1] = 5
print(grid, shared)
for bad in (6, -7, 100):
    try:
        print([1, 2, 3][bad])
    except IndexError as e:
        print("IndexError:", e)
try:
    xs[len(xs)] = 1
except IndexError as e:
    print("IndexError:", e)
try:
    del xs[-100]
except IndexError as e:
    print("IndexError:", e)
