# test: lang
# Tuples that grow, and that meet tuples of known length.
t = ()
for i in range(5):
    t = t + (i,)
print(t)
t += (7, 8)
print(t, len(t))


def collect(n):
    out = ()
    while n:
        out += (n % 10,)
        n //= 10
    return out


print(collect(12345), collect(0))


def pick(flag, xs):
    if flag:
        return tuple(xs)
    return (0, 1)


print(pick(True, [5, 6, 7]), pick(False, [5]))
items = [(1, 2), tuple([3, 4, 5])]
items.append((6,))
print(items, items[0] == (1, 2), [sum(x) for x in items])
memo = {}


def ways(coins, total):
    key = (total, len(coins))
    if total == 0:
        return 1
    if total < 0 or not coins:
        return 0
    if key not in memo:
        memo[key] = ways(coins, total - coins[0]) + ways(coins[1:], total)
    return memo[key]


print(ways(tuple([50, 25, 10, 5, 1]), 100))
rows = [[1, 2], [3, 4]]
frozen = tuple([tuple(r) for r in rows])
print(frozen, frozen[1][0], frozen == ((1, 2), (3, 4)), hash(frozen) == hash(((1, 2), (3, 4))))
best = None
for r in rows:
    if best is None or tuple(r) > best:
        best = tuple(r)
print(best)
start = (0, 0)
seen = {start}
seen.add(tuple([1, 1]))
print(sorted(seen), (1, 1) in seen)
x = [1, 2]
y = (9, *x, 10)
z = (*y, *x)
print(y, z, (*(1, "a"), 2.5))
