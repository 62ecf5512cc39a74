# test: lang
# Every method of list with its corner cases and errors.
a = [3, 1, 2]
a.append(4)
a.extend((5, 6))
a.extend(x for x in range(2))
a.extend({7: "x"})
a.insert(0, 10)
a.insert(-1, 20)
a.insert(100, 30)
a.insert(-100, 40)
print(a, len(a))
print(a.pop(), a.pop(0), a.pop(-2), a)
for f in (lambda: [].pop(), lambda: [1].pop(1), lambda: [1].pop(-2), lambda: [1, 2].remove(3), lambda: [1].index(2), lambda: [1, 2, 3].index(1, 1), lambda: [1][5], lambda: [1][-2]):
    try:
        print(f())
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
print(a.index(5), a.index(2, 1), a.index(3, -100, 100), a.count(1), a.count(99), [1, 2, 1].index(1, 1), [1.0, 2].count(1), [True, 1].count(1))
a.remove(20) if 20 in a else None
a.reverse()
print(a)
a.sort()
print(a)
a.sort(reverse=True)
print(a)
words = ["banana", "Apple", "cherry", "date", "fig"]
words.sort(key=len)
print(words)
words.sort(key=lambda w: (-len(w), w.lower()), reverse=True)
print(words)
words.sort(key=str.lower)
print(words, words.sort())
b = a.copy()
b[0] = 99
print(a[0], b[0], a == b, a[:] == a, a[:] is a)
a[1:3] = [100, 200, 300]
print(a)
a[::2] = [0] * len(a[::2])
print(a)
try:
    a[0:6:2] = [1]
except ValueError as e:
    print(e)
try:
    a[50] = 1
except IndexError as e:
    print(e)
del a[0]
del a[-1]
del a[1:3]
print(a)
del a[::2]
print(a)
a[len(a):] = [8, 9]
a[:0] = [-1]
a[1:1] = [5, 5]
print(a, a * 2, 2 * [0], [1] * -1, a + [1])
a *= 2
print(a)
a += (1, 2)
a += [3] or []
print(a[-4:])
a.clear()
print(a, not a, [] == [], [[]] == [[]], [1] < [1, 0], [2] > [1, 9], [1, 2] <= [1, 2], [] < [0])
c = [[0] * 2] * 2
c[0][0] = 1
print(c, [[0] * 2 for _ in range(2)])
n = [1]
n2 = n
n += [2]
n = n + [3]
print(n, n2)
print(list("abc"), list(range(3)), list({"a": 1}), list((1, 2)), list(map(str, [1])), list(reversed([1, 2])), list())
print(sorted([3, 1], reverse=True), sorted("ba"), sorted({2: 0, 1: 0}), sorted([(2, "a"), (1, "b"), (1, "a")]), sorted([[2], [1, 5], [1]]), sorted(["10", "9", "1"], key=int))
print(any([]), all([]), any([0, 0.0]), sum([1, 2], 10), sum([[1], [2]], []), sum([0.1] * 10), min([3, 1]), max([1, 3], key=lambda x: -x), min([], default=7), max((), default=None))
for f in (lambda: min([]), lambda: max(())):
    try:
        f()
    except ValueError as e:
        print(e)
x = [1, 2, 3, 4, 5]
print(x[1:-1], x[::-1], x[::-2], x[3:0:-1], x[-1:-4:-1], x[5:], x[:100], x[-100:2], x[2:2], x[4:1], x[slice(1, 3)], x[slice(None, None, 2)])
try:
    x[::0]
except ValueError as e:
    print(e)
x.append(x[0])
print(x, 3 in x, 9 in x, 2.0 in x)
