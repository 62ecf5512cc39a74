# test: lang
# Many integer keys, growth, deletion, collisions.

d = {}
for i in range(1000):
    d[i * 8] = i
print(len(d), d[0], d[7992], 4 in d, sum(d.values()))
for i in range(0, 1000, 2):
    del d[i * 8]
print(len(d), list(d)[:5], list(d.items())[-2:])
for i in range(0, 100, 2):
    d[i * 8] = -i
print(len(d), list(d)[-3:], d[16])
neg = {}
for i in range(-5, 5):
    neg[i] = i * i
print(neg, -1 in neg, -2 in neg, neg[-5])
big = {2**61 - 1: "a", 0: "b", 2**61: "c", 1: "d"}
print(big, len(big))
squares = {x: x * x for x in range(10)}
print(squares, max(squares), sorted(squares, reverse=True)[:3], sum(squares))
try:
    print(squares[10])
except KeyError as e:
    print("KeyError", e, e.args)
memo = {}


def ways(n):
    if n in memo:
        return memo[n]
    memo[n] = 1 if n < 2 else ways(n - 1) + ways(n - 2)
    return memo[n]


print(ways(80), len(memo))
